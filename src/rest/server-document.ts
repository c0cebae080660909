import {countField, fieldsOf} from '../protocol/fields.js';
import {conflictsOf, draftOf, heard, isDirty, merged, rebased, saved} from './draft.js';
import type {Draft, Parts, Versioned} from './draft.js';
import {ServerError, asServerError} from './server-error.js';
import type {ServerAccess} from './server-access.js';

export interface DocumentOptions<V> {
  readonly path: string;
  readonly parts: Parts<V>;
  /** What the server says, as a value of this kind; undefined when it is none. */
  read(value: unknown): V | undefined;
  /** What is sent, where that is not the value itself. */
  send?(value: V): unknown;
  readonly changed: () => void;
}

/** Others may save in between, each time. */
const ATTEMPTS = 4;

/** One value on the server and the form over it: read, changed, saved, and never lost. */
export class ServerDocument<V> {
  readonly #options: DocumentOptions<V>;
  #access: ServerAccess | undefined;
  #round = 0;
  draft: Draft<V> | undefined;
  /** It is being saved. */
  isBusy = false;
  /** Has just been saved; until the next change. */
  isSaved = false;
  trouble: ServerError | undefined;

  constructor(options: DocumentOptions<V>) {
    this.#options = options;
  }

  get path(): string {
    return this.#options.path;
  }

  get isDirty(): boolean {
    return this.draft !== undefined && isDirty(this.draft);
  }

  /** Parts that somebody has to decide about. */
  get conflicts(): readonly string[] {
    return this.draft ? conflictsOf(this.draft, this.#options.parts) : [];
  }

  /** From now on by this way; `undefined` lets go. What was typed stays, unless it was for `another` person or server. */
  use(access: ServerAccess | undefined, {another = false} = {}): void {
    this.#access = access;
    this.#round += 1;
    this.isBusy = this.isSaved = false;
    this.trouble = undefined;
    if (another) this.draft = undefined;
  }

  edit(value: V): void {
    if (!this.draft) return;
    this.draft = {...this.draft, mine: value};
    this.isSaved = false;
    // What the server said was of what it got.
    if (this.trouble?.trouble === 'invalid') this.trouble = undefined;
    this.#options.changed();
  }

  cancel(): void {
    if (!this.draft) return;
    this.draft = draftOf(this.draft.theirs ?? this.draft.base);
    this.trouble = undefined;
    this.#options.changed();
  }

  decide(choose: (key: string) => 'mine' | 'theirs'): void {
    if (this.draft) this.draft = merged(this.draft, this.#options.parts, choose);
    this.trouble = undefined;
    this.#options.changed();
  }

  /** Reads it, again: what others have saved comes in beside what was typed. Saving goes before. */
  async load(): Promise<void> {
    const access = this.#access;
    if (this.isBusy || !access) return;
    const round = ++this.#round;
    if (!this.draft) this.trouble = undefined;
    try {
      const answer = await access.ask(this.#options.path);
      if (round === this.#round) this.#hear(this.#versioned(answer));
    } catch (error) {
      // Whoever has a form to fill in is not told that a second look has failed.
      if (round === this.#round && !this.draft) this.trouble = asServerError(error);
    }
    this.#options.changed();
  }

  /** Saves what was typed, or what `change` makes of what is saved, and leaves the rest unsaved. */
  async save(change?: (value: V) => V): Promise<boolean> {
    if (this.isBusy || !this.draft || this.draft.theirs) return false;
    const {path, send = (value: V): unknown => value} = this.#options;
    let isSaved = false;
    await this.#saving(async (ask) => {
      for (let attempt = 0; attempt < ATTEMPTS && this.draft && !this.draft.theirs; attempt += 1) {
        const {base, mine} = this.draft;
        const sent = change ? change(base.value) : mine;
        try {
          const answer = this.#versioned(await ask(path, {method: 'PUT', body: {version: base.version, value: send(sent)}}));
          if (!answer) throw new ServerError('failed');
          this.draft = change ? rebased(this.draft, answer, change) : saved(this.draft, sent, answer);
          isSaved = true;
          this.isSaved = !change;
          return;
        } catch (error) {
          const {trouble, theirs} = asServerError(error);
          // Where others changed something else, one's own change is put into theirs and goes out once more.
          if (trouble !== 'conflict' || !this.#hear(this.#versioned(theirs))) throw error;
        }
      }
      isSaved = Boolean(this.draft && !this.draft.theirs && !isDirty(this.draft) && !change);
    });
    return isSaved;
  }

  #hear(theirs: Versioned<V> | undefined): boolean {
    if (!theirs) throw new ServerError('failed');
    this.draft = this.draft ? heard(this.draft, theirs, this.#options.parts) : draftOf(theirs);
    return true;
  }

  #versioned(answer: unknown): Versioned<V> | undefined {
    const fields = fieldsOf(answer);
    const version = fields && countField(fields, 'version');
    const value = fields && this.#options.read(fields['value']);
    return version === undefined || value === undefined ? undefined : {version, value};
  }

  async #saving(work: (ask: ServerAccess['ask']) => Promise<unknown>): Promise<void> {
    const access = this.#access;
    if (!access) return;
    const round = ++this.#round;
    this.isBusy = true;
    this.isSaved = false;
    this.trouble = undefined;
    this.#options.changed();
    const isStill = (): boolean => round === this.#round;
    try {
      await work((...question) => access.ask(...question).then((answer) => (isStill() ? answer : Promise.reject(new ServerError('offline')))));
    } catch (error) {
      if (isStill()) this.trouble = asServerError(error);
    }
    if (!isStill()) return;
    this.isBusy = false;
    this.#options.changed();
  }
}
