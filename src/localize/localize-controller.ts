import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {en} from './en.js';
import {findTerms, onTerms} from './languages.js';
import {nearestLanguage} from './nearest-language.js';
import {onPageLanguage} from './page-language.js';
import type {KnownTerms} from './terms.js';

/** Gives an element its words: those of the nearest `lang`, in English until they have arrived. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #terms: KnownTerms = en;
  #language = '';
  #dir: 'ltr' | 'rtl' = 'ltr';
  #stop: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get terms(): KnownTerms {
    return this.#terms;
  }

  /** The nearest `lang`, or the browser's. */
  get language(): string {
    return this.#language;
  }

  /** For the `dir` of what the element renders; the element's own attribute is the page's. */
  get dir(): 'ltr' | 'rtl' {
    return this.#dir;
  }

  hostConnected(): void {
    const refresh = () => {
      this.hostUpdate();
      this.#host.requestUpdate();
    };
    this.#stop = [onTerms(refresh), onPageLanguage(refresh)];
    refresh();
  }

  hostUpdate(): void {
    const {language, dir} = nearestLanguage(this.#host);
    this.#language = language;
    this.#terms = findTerms(language);
    this.#dir = dir ?? this.#terms.dir;
  }

  hostDisconnected(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
  }
}
