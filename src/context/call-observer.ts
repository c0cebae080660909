import {ContextEvent} from '@lit/context';
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
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The nearest controller; undefined until one answered. */
  get controller(): CallControllerFace | undefined {
    return this.#controller;
  }

  get state(): CallState {
    return this.#controller?.state ?? IDLE_STATE;
  }

  hostConnected(): void {
    this.#host.dispatchEvent(new ContextEvent(callContext, this.#host, this.#found, true));
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#controller = undefined;
  }

  /** May be called again, as providers come and go: the last one counts. */
  readonly #found = (controller: CallControllerFace, leave?: () => void): void => {
    if (leave !== this.#leave) this.#leave?.();
    this.#leave = leave;
    if (controller === this.#controller) return;
    this.#unsubscribe?.();
    this.#controller = controller;
    this.#unsubscribe = controller.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  };
}
