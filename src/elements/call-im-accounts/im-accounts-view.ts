import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {connectorsKnown} from '../../connectors/connector-registry.js';
import {enAccounts} from '../../localize/parts/accounts.js';
import type {AccountsTerms} from '../../localize/parts/accounts.js';
import {partTerms} from '../../localize/part-terms.js';
import {asWhole} from '../../rest/draft.js';
import type {ServerAccess} from '../../rest/server-access.js';
import {ServerDocument} from '../../rest/server-document.js';
import {readAccounts} from '../../rest/values.js';
import type {ImAccount} from '../../rest/values.js';
import {RowKeys} from '../call-admin/row-keys.js';
import {plus} from '../call-admin/admin-icons.js';
import {icon} from '../icons.js';
import type {Shell, View} from '../lazy-view.js';
import {ConflictNotice} from '../server-form/conflict-notice.js';
import {ServerLink, formsTerms} from '../server-form/form-context.js';
import {formStyles} from '../server-form/form.styles.js';
import {noticeStyles} from '../server-form/notice.styles.js';
import {saveBar} from '../server-form/save-bar.js';
import {troubleNotice} from '../server-form/trouble-notice.js';
import {theme} from '../theme.styles.js';
import {accountFault, accountRow} from './account-row.js';
import {accountsStyles} from './accounts.styles.js';
import type {CallImAccountsElement} from './call-im-accounts.js';

type Rows = readonly ImAccount[];

const MOST = 50;

/** Kinds of accounts that connectors of this page need. */
const typesKnown = (): readonly string[] => [...connectorsKnown()].flatMap(([name, {account}]) => (account ? [name] : []));

/** A person's accounts: a list that is saved as a whole. */
export class ImAccountsView implements View {
  static readonly styles = [theme, formStyles, noticeStyles, accountsStyles];

  readonly #shell: Shell<CallImAccountsElement>;
  readonly #link: ServerLink;
  readonly #keys = new RowKeys<ImAccount>(({type, id}) => `${type} ${id}`);
  readonly #conflict: ConflictNotice<Rows>;
  #document: ServerDocument<Rows>;
  #user = '';
  #hasTried = false;
  #focus = '';

  constructor(shell: Shell<CallImAccountsElement>) {
    this.#shell = shell;
    this.#document = this.#documentOf('');
    this.#link = new ServerLink({use: (access, isOther) => this.#use(access, isOther)});
    const titled = (rows: Rows): string => rows.map(({type, id}) => `${connectorsKnown().get(type)?.account?.title ?? type}: ${id}`).join('\n');
    const described = {parts: asWhole<Rows>(), label: () => this.#terms.accounts, text: (_: string, rows: unknown) => titled(rows as Rows)};
    this.#conflict = new ConflictNotice(() => this.#document, described, this.#changed);
  }

  get #terms(): AccountsTerms {
    return partTerms('accounts', enAccounts, this.#shell.words.language);
  }

  readonly #changed = (): void => this.#shell.host.requestUpdate();

  hostConnected(): void {
    globalThis.addEventListener('focus', this.#load);
  }

  hostUpdate(): void {
    const {host, call} = this.#shell;
    const configuration = call.controller?.configuration;
    if (!host.isConnected || !configuration) return;
    const user = host.userId || configuration.userId;
    if (user !== this.#user) {
      this.#user = user;
      this.#document.use(undefined);
      this.#document = this.#documentOf(user);
      if (this.#link.access) this.#use(this.#link.access);
    }
    this.#link.follow(configuration, configuration.server);
  }

  hostUpdated(): void {
    const place = this.#focus && this.#shell.host.renderRoot.querySelector<HTMLElement>(this.#focus);
    this.#focus = '';
    if (place) place.focus();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('focus', this.#load);
    this.#link.close();
  }

  render(): TemplateResult {
    const {words} = this.#shell;
    return html`<div class="view" dir=${words.dir} lang=${words.language}>${this.#inside()}</div>`;
  }

  #documentOf(user: string): ServerDocument<Rows> {
    const path = `im-accounts/${encodeURIComponent(user)}`;
    return new ServerDocument<Rows>({path, parts: asWhole<Rows>(), read: readAccounts, changed: this.#changed});
  }

  /** `another`: somebody else is signed in, to whom nothing is shown of what the last one typed. */
  #use(access: ServerAccess | undefined, another = false): void {
    if (another) this.#hasTried = false;
    this.#document.use(access, {another});
    if (access) void this.#document.load();
  }

  readonly #load = (): void => {
    if (this.#link.isThere) void this.#document.load();
  };

  #inside(): TemplateResult {
    const forms = formsTerms(this.#shell.words);
    const terms = this.#terms;
    if (!this.#link.isThere) return html`<p class="notice">${forms.noServer}</p>`;
    const {draft, trouble, isBusy, isDirty, isSaved} = this.#document;
    const rows = draft?.mine;
    const isFaulty = this.#hasTried && Boolean(rows?.some((row) => accountFault(row, rows, terms)));
    const retry = trouble?.trouble === 'invalid' ? undefined : (): void => void (draft ? this.#save() : this.#document.load());
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${terms.accounts}</h2>
        <p class="hint">${terms.hint}</p>
        ${this.#conflict.render(forms)}
        <form novalidate autocomplete="off" @submit=${this.#submit}>
          ${rows ? this.#fields(rows, terms) : trouble ? nothing : html`<p role="status">${forms.loading}</p>`}
          ${troubleNotice(forms, trouble, retry)}
          ${rows ? saveBar(forms, {isBusy, isDirty, isSaved, isFaulty, cancel: () => this.#cancel()}) : nothing}
        </form>
      </section>
    `;
  }

  #fields(rows: Rows, terms: AccountsTerms): TemplateResult {
    const known = typesKnown();
    this.#keys.follow(rows);
    return html`
      ${rows.length ? nothing : html`<p class="empty">${known.length ? terms.noAccounts : terms.noTypes}</p>`}
      <ul part="list" role="list">
        ${repeat(rows, (row) => this.#keys.of(row), (row, index) => this.#row(rows, row, index, known))}
      </ul>
      ${known.length
        ? html`<button part="add" type="button" class="plain add" id="add" aria-disabled=${rows.length >= MOST} @click=${this.#add}>
            ${icon(plus)} ${terms.add}
          </button>`
        : nothing}
    `;
  }

  #row(rows: Rows, row: ImAccount, index: number, known: readonly string[]): TemplateResult {
    const problem = this.#document.trouble?.problems.find(({path}) => new RegExp(`^${index}(\\.|$)`).test(path))?.message;
    return accountRow({
      row,
      key: this.#keys.of(row),
      // A type that no connector of this page has stays what it is.
      types: known.includes(row.type) ? known : [row.type, ...known],
      fault: (this.#hasTried ? accountFault(row, rows, this.#terms) : undefined) ?? problem,
      terms: this.#terms,
      change: (changes) => this.#document.edit(rows.map((one) => (one === row ? this.#keys.changed(row, {...row, ...changes}) : one))),
      remove: () => {
        const next = rows[index + 1] ?? rows[index - 1];
        this.#document.edit(rows.filter((one) => one !== row));
        this.#focus = next ? `#remove-${this.#keys.of(next)}` : '#add';
      },
    });
  }

  readonly #add = (): void => {
    const rows = this.#document.draft?.mine ?? [];
    const [type] = typesKnown();
    if (rows.length >= MOST || type === undefined) return;
    const row = {type, id: ''};
    this.#document.edit([...rows, row]);
    this.#focus = `#type-${this.#keys.of(row)}`;
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (this.#document.isDirty) this.#save();
  };

  #save(): void {
    const rows = this.#document.draft?.mine ?? [];
    const first = rows.find((row) => accountFault(row, rows, this.#terms));
    this.#hasTried = first !== undefined;
    if (first) this.#focus = `#id-${this.#keys.of(first)}`;
    else void this.#document.save();
    this.#changed();
  }

  #cancel(): void {
    this.#hasTried = false;
    this.#document.cancel();
  }
}
