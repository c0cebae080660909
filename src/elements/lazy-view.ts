import {adoptStyles} from 'lit';
import type {CSSResult, LitElement, ReactiveController, TemplateResult, nothing} from 'lit';
import type {CallObserver} from '../context/call-observer.js';
import type {LocalizeController} from '../localize/localize-controller.js';
import {warnOnce} from '../util/warn-once.js';

/** What a view is made of. */
export interface Shell<Host> {
  readonly host: Host;
  readonly call: CallObserver;
  readonly words: LocalizeController;
}

/** What an element shows and how that behaves; it joins the element's life as a reactive controller. */
export interface View extends ReactiveController {
  render(): TemplateResult | typeof nothing;
}

export interface ViewClass<Host, V extends View> {
  readonly styles: readonly CSSResult[];
  new (shell: Shell<Host>): V;
}

/** Fetches what a shell shows when there is something to show, once, and then re-renders the shell. */
export class LazyView<Host extends LitElement, V extends View> {
  readonly #shell: Shell<Host>;
  readonly #load: () => Promise<ViewClass<Host, V>>;
  #view: V | undefined;
  #loading = false;

  constructor(shell: Shell<Host>, load: () => Promise<ViewClass<Host, V>>) {
    this.#shell = shell;
    this.#load = load;
  }

  /** The view once it has arrived; the first call fetches it, and so does the next one after a failure. */
  take(): V | undefined {
    if (!this.#view && !this.#loading) {
      this.#loading = true;
      this.#load().then(
        (View) => this.#show(View),
        () => {
          this.#loading = false;
          warnOnce('view', 'a part could not be fetched; it is tried again at the next change.');
        },
      );
    }
    return this.#view;
  }

  #show(View: ViewClass<Host, V>): void {
    const {host} = this.#shell;
    const {elementStyles} = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...View.styles]);
    this.#view = new View(this.#shell);
    host.addController(this.#view);
    host.requestUpdate();
  }
}
