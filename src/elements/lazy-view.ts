import {adoptStyles} from 'lit';
import type {CSSResult, LitElement, TemplateResult} from 'lit';
import {warnOnce} from '../util/warn-once.js';

/** What an element shows, fetched when there is something to show. */
export interface View<Model> {
  readonly styles: readonly CSSResult[];
  readonly render: (model: Model) => TemplateResult;
  /** What is left to do once it is rendered. */
  readonly settle?: (root: ParentNode) => void;
}

/** Fetches the view of a shell once, and re-renders the shell when it is there. */
export class LazyView<Model> {
  readonly #host: LitElement;
  readonly #load: () => Promise<View<Model>>;
  #view: View<Model> | undefined;
  #loading = false;

  constructor(host: LitElement, load: () => Promise<View<Model>>) {
    this.#host = host;
    this.#load = load;
  }

  /** The view once it has arrived; the first call fetches it. */
  take(): View<Model> | undefined {
    if (!this.#view && !this.#loading) void this.#fetch();
    return this.#view;
  }

  async #fetch(): Promise<void> {
    this.#loading = true;
    try {
      this.#show(await this.#load());
    } catch {
      // Next time that something is to be shown it is tried again.
      this.#loading = false;
      warnOnce(`view ${this.#host.localName}`, `<${this.#host.localName}> could not fetch what it shows.`);
    }
  }

  #show(view: View<Model>): void {
    const {elementStyles} = this.#host.constructor as typeof LitElement;
    adoptStyles(this.#host.renderRoot as ShadowRoot, [...elementStyles, ...view.styles]);
    this.#view = view;
    this.#host.requestUpdate();
  }
}
