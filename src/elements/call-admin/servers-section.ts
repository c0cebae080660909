import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {iceWarnings} from '../../ice/ice-warnings.js';
import type {AdminTerms} from '../../localize/parts/admin.js';
import {asWhole} from '../../rest/draft.js';
import {ServerDocument} from '../../rest/server-document.js';
import {readIceServers, sendIceServers, urlsOf} from '../../rest/values.js';
import type {IceServerRow} from '../../rest/values.js';
import type {Described} from '../server-form/conflict-notice.js';
import {icon} from '../icons.js';
import {plus} from './admin-icons.js';
import {AdminSection} from './admin-section.js';
import type {AdminContext} from './admin-section.js';
import type {IceSources} from './ice-sources.js';
import {RowKeys, movedBy} from './row-keys.js';
import {serverFault} from './server-fault.js';
import {serverRow} from './server-row.js';
import {ServerTests} from './server-tests.js';

type Rows = readonly IceServerRow[];

const NEW: IceServerRow = {urls: '', username: '', credential: '', enabled: true};
const MOST = 16;

/** The list of ICE servers, in the order of use. */
export class ServersSection extends AdminSection<Rows> {
  override readonly name = 'servers';
  override readonly document: ServerDocument<Rows>;
  readonly tests: ServerTests;
  readonly #sources: IceSources;
  readonly #keys = new RowKeys<IceServerRow>(({urls}) => urls);
  /** Rows whose fields somebody has left: what is wrong there is said. */
  readonly #left = new Set<number>();
  readonly #shown = new Set<number>();
  #asking: number | undefined;

  constructor(context: AdminContext, sources: IceSources) {
    super(context);
    this.#sources = sources;
    this.tests = new ServerTests(context.changed);
    const options = {path: 'settings/ice-servers', parts: asWhole<Rows>(), read: readIceServers, send: sendIceServers};
    this.document = new ServerDocument({...options, changed: context.changed});
  }

  protected override readonly described: Described<Rows> = {
    parts: asWhole<Rows>(),
    label: () => this.terms.servers,
    text: (_, rows) =>
      (rows as Rows)
        .map(({urls, username, credential, enabled}) => [urls, username, credential && '••••', enabled ? '' : `(${this.forms.off})`].filter(Boolean).join(' · '))
        .join('\n'),
  };

  protected override forget(): void {
    this.tests.stop();
    this.#left.clear();
    this.#shown.clear();
    this.#asking = undefined;
  }

  protected override head({servers, serversHint}: AdminTerms): readonly [string, string] {
    return [servers, serversHint];
  }

  protected override faulty(rows: Rows): string | undefined {
    const row = rows.find(serverFault);
    return row && `#${serverFault(row)?.field ?? 'url'}-${this.#keys.of(row)}`;
  }

  protected override fields(rows: Rows): TemplateResult {
    const {terms} = this;
    this.#keys.follow(rows);
    const warnings = iceWarnings(rows.filter(({enabled}) => enabled).map((row) => ({urls: urlsOf(row)})));
    return html`<div part="servers">
      ${this.#sources.render(terms)}
      ${rows.length ? html`<p class="hint" id="url-hint">${terms.urlHint}</p>` : html`<p class="empty">${terms.noServers}</p>`}
      <ol class=${rows.length ? 'cards' : 'none'} role="list">
        ${repeat(rows, (row) => this.#keys.of(row), (row, index) => this.#row(rows, row, index))}
      </ol>
      <button part="add" type="button" class="plain add" id="add-server" aria-disabled=${rows.length >= MOST} @click=${this.#add}>
        ${icon(plus)} ${terms.addServer}
      </button>
      ${warnings.length ? html`<ul class="notice warning">${warnings.map((name) => html`<li>${terms.warnings[name]}</li>`)}</ul>` : nothing}
    </div>`;
  }

  #row(rows: Rows, row: IceServerRow, index: number): TemplateResult {
    const id = this.#keys.of(row);
    return serverRow(
      {
        row,
        id,
        index,
        count: rows.length,
        fault: this.#faultOf(row, id, index),
        isAsking: this.#asking === id,
        isTesting: this.tests.isOn(id),
        isShown: this.#shown.has(id),
        result: this.tests.render(id, this.terms),
        optional: this.terms.optional,
        change: (changes) => {
          this.tests.forget(id);
          this.document.edit(rows.map((one) => (one === row ? this.#keys.changed(row, {...row, ...changes}) : one)));
        },
        leave: () => {
          this.#left.add(id);
          this.context.changed();
        },
        move: (step) => {
          this.document.edit(movedBy(rows, index, step));
          this.context.focus(`#move${step}-${id}`);
        },
        ask: (isAsking) => this.#ask(id, isAsking),
        remove: () => this.#remove(rows, index),
        test: () => this.#test(id, row),
        show: () => {
          if (!this.#shown.delete(id)) this.#shown.add(id);
          this.context.changed();
        },
      },
      this.terms,
      this.forms,
    );
  }

  #faultOf(row: IceServerRow, id: number, index: number): {field: string; sentence: string} | undefined {
    const found = serverFault(row);
    // Whoever is still filling in a row is not told what is missing yet.
    const isSaid = this.hasTried || (this.#left.has(id) && found?.fault !== 'credentials' && found?.fault !== 'empty');
    if (found && isSaid) return {field: found.field, sentence: this.terms.faults[found.fault]};
    const problem = this.problemAt(new RegExp(`^${index}(\\.|$)`));
    return problem === undefined ? undefined : {field: 'url', sentence: problem};
  }

  #test(id: number, row: IceServerRow): void {
    this.#left.add(id);
    const found = serverFault(row);
    if (!found) return this.tests.start(id, row);
    this.hasTried = true;
    this.context.changed();
    this.context.focus(`#${found.field}-${id}`);
  }

  #ask(id: number, isAsking: boolean): void {
    this.#asking = isAsking ? id : undefined;
    this.context.changed();
    this.context.focus(isAsking ? `#confirm-${id}` : `#remove-${id}`);
  }

  #remove(rows: Rows, index: number): void {
    const next = rows[index + 1] ?? rows[index - 1];
    this.#asking = undefined;
    this.document.edit(rows.filter((_, place) => place !== index));
    this.context.focus(next ? `#remove-${this.#keys.of(next)}` : '#add-server');
  }

  readonly #add = (): void => {
    const rows = this.value ?? [];
    if (rows.length >= MOST) return;
    const row = {...NEW};
    this.document.edit([...rows, row]);
    this.context.focus(`#url-${this.#keys.of(row)}`);
  };
}
