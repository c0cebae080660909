import {LitElement, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {CallObserver} from '../context/call-observer.js';
import {LocalizeController} from '../localize/localize-controller.js';
import {VERSION} from '../util/version.js';
import {LazyView} from './lazy-view.js';
import type {View, ViewClass} from './lazy-view.js';

/** An element of which only the tag is there at once: all that it shows and does is fetched when it is on a page. */
export abstract class LazyElement<V extends View> extends LitElement {
  static readonly version = VERSION;

  readonly #call = new CallObserver(this);
  readonly #view = new LazyView<this, V>({host: this, call: this.#call, words: new LocalizeController(this)}, () => this.load());

  protected abstract load(): Promise<ViewClass<this, V>>;

  protected override render(): TemplateResult | typeof nothing {
    return this.#view.take()?.render() ?? nothing;
  }
}
