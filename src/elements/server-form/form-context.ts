import type {FormsTerms} from '../../localize/parts/forms.js';
import {enForms} from '../../localize/parts/forms.js';
import {partTerms} from '../../localize/part-terms.js';
import type {LocalizeController} from '../../localize/localize-controller.js';
import {watchSettings} from '../../rest/settings-news.js';
import {createServerAccess} from '../../rest/server-access.js';
import type {ServerAccess} from '../../rest/server-access.js';
import type {CallConfiguration} from '../../types/configuration.js';

/** What a section of a form needs of the element around it. */
export interface FormContext {
  readonly words: LocalizeController;
  /** Renders the element anew. */
  readonly changed: () => void;
  /** Once rendered, puts the focus there; by a selector. */
  readonly focus: (selector: string) => void;
}

export const formsTerms = ({language}: LocalizeController): FormsTerms => partTerms('forms', enForms, language);

interface Source {
  /** Which settings were saved by somebody; all of them may have been where there is no name. */
  saved?: ((name: string | undefined) => void) | undefined;
  /** There is another way to the server, or none; perhaps to what is somebody else's. */
  use(access: ServerAccess | undefined, isOther: boolean): void;
}

/** Keeps the way to the server in step with the configuration, and open only while the element is on the page. */
export class ServerLink {
  readonly #source: Source;
  #key = '';
  #last = '';
  #access: ServerAccess | undefined;
  #stop: (() => void) | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Whether there is a server at all. */
  get isThere(): boolean {
    return this.#access !== undefined;
  }

  get access(): ServerAccess | undefined {
    return this.#access;
  }

  follow({userId: user, tokenUrl}: Pick<CallConfiguration, 'userId' | 'tokenUrl'>, server: string): void {
    const key = user && tokenUrl && server && URL.canParse(server, globalThis.location?.href) ? JSON.stringify([user, tokenUrl, server]) : '';
    if (key === this.#key) return;
    this.close();
    this.#key = key;
    this.#access = key ? createServerAccess({user, tokenUrl, server}) : undefined;
    this.#source.use(this.#access, key !== this.#last);
    this.#last = key;
    const {saved} = this.#source;
    if (this.#access && saved) this.#stop = watchSettings(this.#access, saved);
  }

  close(): void {
    this.#stop?.();
    this.#access?.close();
    this.#stop = this.#access = undefined;
    this.#key = '';
  }
}
