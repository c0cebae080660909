import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {createController} from '../../call/create-controller.js';
import {provideCall} from '../../context/provide-call.js';
import type {CallControllerFace} from '../../types/controller.js';
import {ConfiguringElement} from '../call-config/configuring-element.js';
import {styles} from './call-provider.styles.js';

/**
 * Gives what it encloses a controller of its own: a second identity, or a second phone, on one page.
 * Moving it keeps its call; removing it ends the call.
 *
 * @tag call-provider
 * @slot - What belongs to this provider.
 */
export class CallProviderElement extends ConfiguringElement {
  static override styles = styles;

  #controller: CallControllerFace | undefined;
  #unsubscribe: (() => void) | undefined;
  #replace: ((next: CallControllerFace) => void) | undefined;

  /** The controller of what it encloses; undefined while it is not in a page. */
  get controller(): CallControllerFace | undefined {
    return this.#controller;
  }

  protected override get target(): CallControllerFace | undefined {
    return this.#controller;
  }

  /** Before anything inside is connected, since that asks upwards at once. */
  override connectedCallback(): void {
    if (!this.#controller) this.#begin(createController());
    super.connectedCallback();
  }

  /** A move comes back within the task; only what is still away a microtask later is gone. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #begin(controller: CallControllerFace): void {
    this.#controller = controller;
    this.#unsubscribe = controller.subscribe(() => this.requestUpdate());
    if (this.#replace) this.#replace(controller);
    else this.#replace = provideCall(this, controller);
    this.requestUpdate();
  }

  #end(): void {
    this.#unsubscribe?.();
    void this.#controller?.dispose();
    this.#controller = undefined;
    this.state = 'off';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-provider': CallProviderElement;
  }
}
