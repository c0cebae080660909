import {html, nothing} from 'lit';
import type {CSSResult, LitElement, TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {partTerms} from '../../localize/part-terms.js';
import {enText} from '../../localize/parts/text.js';
import type {TextTerms} from '../../localize/parts/text.js';
import {isLive} from '../../types/call-phase.js';
import type {CallState} from '../../types/call-state.js';
import type {CallControllerFace} from '../../types/controller.js';
import {icon, line} from '../icons.js';
import {TextConversation} from './text-conversation.js';
import type {TextLine} from './text-conversation.js';
import {textStyles} from './text-panel.styles.js';

const SPEECH = line('M5.5 4.5h13a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7L7 20.5v-4H5.5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM8 9h8M8 12.5h5');
const SEND = line('M4.5 12h14M13 6.5l5.5 5.5-5.5 5.5');

export interface CallTextOptions {
  readonly host: LitElement;
  readonly controller: CallControllerFace;
  readonly language: () => string;
}

/** Text in a call: each sees what the other writes while it is written (EN 301 549, 6.2). */
export class CallText {
  static readonly styles: readonly CSSResult[] = [textStyles];

  readonly controller: CallControllerFace;
  readonly #options: CallTextOptions;
  readonly #stop: () => void;
  #talk: TextConversation;
  #open = false;
  /** Shown unasked when the other begins to write, until the person closes it. */
  #mayOpen = true;
  #draft = '';
  #failed = false;

  constructor(options: CallTextOptions) {
    this.controller = options.controller;
    this.#options = options;
    this.#talk = new TextConversation(options.controller.state.callId ?? '');
    this.#stop = options.controller.onNotice((notice) => {
      if (!this.#talk.hear(notice)) return;
      this.#open ||= this.#mayOpen;
      if (this.#open) this.#talk.seen();
      options.host.requestUpdate();
    });
  }

  dispose(): void {
    this.#stop();
  }

  /** Another call begins with nothing written. */
  follow({callId, phase}: CallState): void {
    if (!callId || callId === this.#talk.callId || !isLive(phase)) return;
    this.#talk = new TextConversation(callId);
    this.#open = false;
    this.#mayOpen = true;
    this.#draft = '';
  }

  /** For the controls. While the panel is closed, what comes in is said beside it. */
  button(name: string): TemplateResult {
    const terms = this.#terms;
    const {unread, lines} = this.#talk;
    const words = unread ? terms.unread(String(unread)) : terms.text;
    const last = unread ? lines.at(-1) : undefined;
    return html`
      <button
        part="text-toggle"
        class="toggle"
        title=${words}
        aria-label=${words}
        aria-expanded=${this.#open ? 'true' : 'false'}
        @click=${this.#toggle}
      >
        ${icon(SPEECH)}${unread ? html`<span class="unread" aria-hidden="true">${unread}</span>` : nothing}
      </button>
      <span class="quiet" role="status">${last && !this.#open ? `${name}: ${last.text}` : nothing}</span>
    `;
  }

  /** Both directions, the line in the making, and the field; only to be read once the call is over. */
  panel({phase, peer}: CallState): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const terms = this.#terms;
    const name = peer?.name ?? '';
    const {lines, theirDraft} = this.#talk;
    return html`
      <section part="text" aria-label=${terms.text} @keydown=${this.#key}>
        <div class="lines" role="log" aria-label=${terms.text} tabindex="0">
          <div>
            ${lines.map((one) => this.#line(one, name))}
            <p class="them draft" aria-live="off" ?hidden=${!theirDraft}>
              <span class="who">${isLive(phase) ? terms.isWriting(name) : name}</span><span class="said" dir="auto">${theirDraft}</span>
            </p>
          </div>
        </div>
        ${isLive(phase) ? this.#field(terms, name) : nothing}
      </section>
    `;
  }

  #line({from, text}: TextLine, name: string): TemplateResult {
    return html`
      <p class=${from}><span class="who">${from === 'me' ? this.#terms.you : name}</span><span class="said" dir="auto">${text}</span></p>
    `;
  }

  #field(terms: TextTerms, name: string): TemplateResult {
    return html`
      <p class="failed" role="status">${this.#failed ? terms.notSent : nothing}</p>
      <form @submit=${this.#submit}>
        <textarea
          rows="1"
          maxlength="4000"
          dir=${this.#draft ? 'auto' : nothing}
          aria-label=${terms.writeTo(name)}
          placeholder=${this.#talk.lines.length ? terms.writeTo(name) : terms.asYouType(name)}
          .value=${live(this.#draft)}
          @input=${this.#input}
        ></textarea>
        <button class="send" title=${terms.send} aria-label=${terms.send}>${icon(SEND)}</button>
      </form>
    `;
  }

  get #terms(): TextTerms {
    return partTerms('text', enText, this.#options.language());
  }

  readonly #toggle = (): void => {
    this.#open = !this.#open;
    this.#mayOpen = false;
    this.#talk.seen();
    this.#focus(this.#open ? 'textarea' : '[part="text-toggle"]');
  };

  readonly #input = ({target}: Event): void => {
    this.#draft = (target as HTMLTextAreaElement).value;
    this.#failed = !this.controller.sendDraft(this.#draft);
    this.#options.host.requestUpdate();
  };

  readonly #key = (event: KeyboardEvent): void => {
    // What is still being composed is chosen by Enter, and left by Escape.
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#toggle();
    }
    if (event.key === 'Enter' && !event.shiftKey && (event.target as Element).localName === 'textarea') this.#submit(event);
  };

  /** What could not be sent stays in the field. */
  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const text = this.#draft;
    if (!text.trim()) return;
    this.#failed = !this.controller.sendText(text);
    if (!this.#failed) {
      this.#talk.say(text);
      this.#draft = '';
    }
    this.#focus('textarea');
  };

  #focus(selector: string): void {
    const {host} = this.#options;
    host.requestUpdate();
    void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
