import type {PropertyValues} from 'lit';
import {CallObserver} from '../../context/call-observer.js';
import {offerLanguage} from '../../localize/page-language.js';
import type {CallControllerFace} from '../../types/controller.js';
import {property} from '../property.js';
import {styles} from './call-config.styles.js';
import {ConfiguringElement} from './configuring-element.js';

/**
 * Says who the person on this page is and how their calls travel. Shows nothing; it configures the nearest
 * controller, which is the page's own unless a `<call-provider>` is closer.
 *
 * @tag call-config
 */
export class CallConfigElement extends ConfiguringElement {
  static override styles = styles;

  /** Language of the elements where the page itself names none; by default the browser's. */
  @property({attribute: 'lang'}) language?: string | null;

  readonly #call = new CallObserver(this);

  protected override get target(): CallControllerFace | undefined {
    return this.#call.controller;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    offerLanguage(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.isConnected) offerLanguage(this, this.language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-config': CallConfigElement;
  }
}
