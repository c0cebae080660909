import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {IDLE_STATE} from '../types/call-state.js';
import type {CallState} from '../types/call-state.js';
import type {CallControllerFace} from '../types/controller.js';
import {callContext} from './call-context.js';

/** Lets an element see the nearest controller's state, and re-renders it on each change. */
export class CallObserver implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #controller: CallControllerFace | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    const callback = (controller: CallControllerFace) => this.#observe(controller);
    new ContextConsumer(host, {context: callContext, subscribe: true, callback});
    host.addController(this);
  }

  /** The nearest controller; undefined until one answered. */
  get controller(): CallControllerFace | undefined {
    return this.#controller;
  }

  get state(): CallState {
    return this.#controller?.state ?? IDLE_STATE;
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#controller = undefined;
  }

  /** May be called again with the same controller, as providers come and go. */
  #observe(controller: CallControllerFace): void {
    if (controller === this.#controller) return;
    this.#unsubscribe?.();
    this.#controller = controller;
    this.#unsubscribe = controller.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
