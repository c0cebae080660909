import {html, nothing} from 'lit';
import type {CSSResult, TemplateResult} from 'lit';
import {partTerms} from '../../localize/part-terms.js';
import {enApart} from '../../localize/parts/apart.js';
import type {ApartTerms} from '../../localize/parts/apart.js';
import {icon, line} from '../icons.js';
import {openDocumentPicture, pictureApi} from './document-picture.js';
import type {Picture} from './picture.js';
import {canShowVideo, openVideoPicture} from './video-picture.js';
import {extrasStyles} from './window-extras.styles.js';

const OUT = line('M20 11V6.5a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h4M13.5 14.5h6a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1zM7.5 8l3.5 3.5M11 8.7v2.8H8.2');
const IN = line('M20 11V6.5a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h4M13.5 14.5h6a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1zM11 11.5 7.5 8M7.5 10.8V8h2.8');

export interface ExtrasOptions {
  readonly host: HTMLElement;
  /** Those of the window. */
  readonly styles: readonly CSSResult[];
  readonly language: () => string;
  readonly changed: () => void;
}

/** What a window has besides while two people talk: the small window above all others. */
export class WindowExtras {
  static readonly styles: readonly CSSResult[] = [extrasStyles];

  readonly #options: ExtrasOptions;
  #picture: Picture | undefined;
  #opening = false;
  #disposed = false;

  constructor(options: ExtrasOptions) {
    this.#options = options;
  }

  /** Where the whole window is shown instead of in the page; undefined while it is there. */
  get elsewhere(): ParentNode | undefined {
    return this.#picture?.root;
  }

  /** Shows the window there. */
  show(content: TemplateResult): void {
    this.#picture?.show?.(content);
  }

  /** For the controls. */
  buttons(): TemplateResult | typeof nothing {
    if (!pictureApi() && !canShowVideo()) return nothing;
    const {popOut, popIn} = this.#words;
    const words = this.#picture ? popIn : popOut;
    return html`
      <button part="pip" class="toggle" title=${words} aria-label=${words} @click=${this.#press}>${icon(this.#picture ? IN : OUT)}</button>
    `;
  }

  /** Stands where the window was. */
  placeholder(): TemplateResult {
    const {popIn, isPoppedOut} = this.#words;
    return html`<div class="away"><p role="status">${isPoppedOut}</p><button @click=${this.#press}>${popIn}</button></div>`;
  }

  /** Back into the page: the talk is over, or the element left. */
  dispose(): void {
    this.#disposed = true;
    this.#picture?.close();
    this.#picture = undefined;
  }

  get #words(): ApartTerms {
    return partTerms('apart', enApart, this.#options.language());
  }

  readonly #press = (): void => {
    if (this.#picture) this.#picture.close();
    else void this.#open();
  };

  async #open(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    try {
      const picture = await this.#begin();
      if (this.#disposed) picture?.close();
      else this.#picture = picture;
    } catch (error) {
      console.debug('call-elements: there is no small window', error);
    } finally {
      this.#opening = false;
      this.#options.changed();
    }
  }

  async #begin(): Promise<Picture | undefined> {
    const {host, styles} = this.#options;
    const api = pictureApi();
    const texts = [...styles, ...WindowExtras.styles].map(({cssText}) => cssText);
    if (api) return openDocumentPicture(api, {host, styles: texts, closed: this.#closed});
    const video = host.shadowRoot?.querySelector<HTMLVideoElement>('[part="remote-video"]');
    return video?.videoWidth ? openVideoPicture(video, this.#closed) : undefined;
  }

  readonly #closed = (): void => {
    this.#picture = undefined;
    this.#options.changed();
  };
}
