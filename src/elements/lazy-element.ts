import {LitElement, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {CallObserver} from '../context/call-observer.js';
import {LocalizeController} from '../localize/localize-controller.js';
import {VERSION} from '../util/version.js';
import {LazyView} from './lazy-view.js';
import type {View, ViewClass} from './lazy-view.js';

/** An element of which only the tag is there at once: all that it shows and does is fetched when it is on a page and has something to show. */
export abstract class LazyElement<V extends View> extends LitElement {
  static readonly version = VERSION;

  readonly #call = new CallObserver(this);
  readonly #view = new LazyView<this, V>({host: this, call: this.#call, words: new LocalizeController(this)}, () => this.load());
  #shown: V | undefined;

  protected abstract load(): Promise<ViewClass<this, V>>;

  /** Once there was something to show. */
  protected get view(): V | undefined {
    return this.#shown;
  }

  /** Follows the call; false while there is nothing to show yet. */
  protected follow(_call: CallObserver, _changed: PropertyValues<this>): boolean {
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.follow(this.#call, changed)) this.#shown = this.#view.take();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#shown?.render() ?? nothing;
  }
}
