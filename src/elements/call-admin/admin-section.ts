import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {AdminTerms} from '../../localize/parts/admin.js';
import type {FormsTerms} from '../../localize/parts/forms.js';
import type {ServerAccess} from '../../rest/server-access.js';
import type {ServerDocument} from '../../rest/server-document.js';
import {ConflictNotice} from '../server-form/conflict-notice.js';
import type {Described} from '../server-form/conflict-notice.js';
import type {FormContext} from '../server-form/form-context.js';
import {saveBar} from '../server-form/save-bar.js';
import {troubleNotice} from '../server-form/trouble-notice.js';

export interface AdminWords {
  readonly admin: AdminTerms;
  readonly forms: FormsTerms;
}

export interface AdminContext extends FormContext {
  readonly terms: AdminWords;
  readonly access: ServerAccess | undefined;
  /** Something was saved, so that other ICE servers may be in use. */
  readonly sourcesChanged: () => void;
}

/** A form over one setting: its heading, its fields, and what can be done with them. */
export abstract class AdminSection<V> {
  protected readonly context: AdminContext;
  /** Somebody tried to save what cannot be. */
  protected hasTried = false;
  abstract readonly name: string;
  abstract readonly document: ServerDocument<V>;
  #conflict: ConflictNotice<V> | undefined;

  constructor(context: AdminContext) {
    this.context = context;
  }

  protected abstract readonly described: Described<V>;
  protected abstract head(terms: AdminTerms): readonly [title: string, hint: string];
  protected abstract fields(value: V): TemplateResult;
  /** The first field that is wrong, as a selector; undefined when all can be saved. */
  protected abstract faulty(value: V): string | undefined;

  protected get terms(): AdminTerms {
    return this.context.terms.admin;
  }

  protected get forms(): FormsTerms {
    return this.context.terms.forms;
  }

  /** Undefined until the server has said it. */
  protected get value(): V | undefined {
    return this.document.draft?.mine;
  }

  /** What the server finds wrong at a place. */
  protected problemAt(path: RegExp): string | undefined {
    return this.document.trouble?.problems.find((problem) => path.test(problem.path))?.message;
  }

  /** From now on by this way to the server; `another`: for somebody else, to whom nothing is shown of the last one's. */
  use(access: ServerAccess | undefined, another: boolean): void {
    this.document.use(access, {another});
    if (!another) return;
    this.hasTried = false;
    this.forget();
  }

  /** For what is to be forgotten then, beside the form itself. */
  protected forget(): void {}

  render(): TemplateResult {
    const {document, value, forms} = this;
    this.#conflict ??= new ConflictNotice(() => document, this.described, this.context.changed);
    const [title, hint] = this.head(this.terms);
    const retry = (): void => void (value === undefined ? document.load() : this.#save());
    const isFaulty = this.hasTried && value !== undefined && this.faulty(value) !== undefined;
    return html`
      <section aria-labelledby=${`${this.name}-title`} class=${this.name}>
        <h2 id=${`${this.name}-title`}>${title}</h2>
        <p class="hint">${hint}</p>
        ${this.#conflict.render(forms)}
        <form novalidate @submit=${this.#submit} autocomplete="off">
          ${value === undefined ? (document.trouble ? nothing : html`<p role="status">${forms.loading}</p>`) : this.fields(value)}
          ${troubleNotice(forms, document.trouble, document.trouble?.trouble === 'invalid' ? undefined : retry)}
          ${value === undefined ? nothing : this.#bar(isFaulty)}
        </form>
      </section>
    `;
  }

  #bar(isFaulty: boolean): TemplateResult {
    const {isBusy, isDirty, isSaved} = this.document;
    return saveBar(this.forms, {isBusy, isDirty, isSaved, isFaulty, cancel: () => this.cancel()});
  }

  protected cancel(): void {
    this.hasTried = false;
    this.document.cancel();
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (this.document.isDirty) void this.#save();
  };

  async #save(): Promise<void> {
    const {value} = this;
    if (value === undefined) return;
    // First it is to be decided what counts.
    if (this.document.draft?.theirs) return this.context.focus(`.${this.name} .conflict button`);
    const first = this.faulty(value);
    this.hasTried = first !== undefined;
    this.context.changed();
    if (first) this.context.focus(first);
    else if (await this.document.save()) this.saved();
  }

  /** For what is to be done then. */
  protected saved(): void {
    this.context.sourcesChanged();
  }
}
