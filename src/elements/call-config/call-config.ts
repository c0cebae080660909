import {CallObserver} from '../../context/call-observer.js';
import type {CallControllerFace} from '../../types/controller.js';
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

  readonly #call = new CallObserver(this);

  protected override get target(): CallControllerFace | undefined {
    return this.#call.controller;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-config': CallConfigElement;
  }
}
