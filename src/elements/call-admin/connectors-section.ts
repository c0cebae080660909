import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {connectorsKnown} from '../../connectors/connector-registry.js';
import type {AdminTerms} from '../../localize/parts/admin.js';
import {byName} from '../../rest/draft.js';
import {ServerDocument} from '../../rest/server-document.js';
import {readConnectors} from '../../rest/values.js';
import type {ConnectorRow} from '../../rest/values.js';
import {icon} from '../icons.js';
import type {Described} from '../server-form/conflict-notice.js';
import {plus} from './admin-icons.js';
import {AdminSection} from './admin-section.js';
import type {AdminContext} from './admin-section.js';
import {connectorFault} from './connector-fault.js';
import {connectorRow} from './connector-row.js';
import {RowKeys, movedBy} from './row-keys.js';

type Rows = readonly ConnectorRow[];

const NEW: ConnectorRow = {name: '', title: '', active: true, order: 0, settings: {}};
const MOST = 50;

const numbered = (rows: Rows): Rows => rows.map((row, order) => ({...row, order}));

/** Those of the list and, after them, those that this page knows besides: what nobody has switched off is offered. */
const withKnown = (rows: Rows, own: readonly string[]): Rows => {
  const names = new Set([...own, ...connectorsKnown().keys()].filter(Boolean));
  const more = [...names].filter((name) => !rows.some((row) => row.name === name));
  return [...rows, ...more.map((name) => ({...NEW, name, title: connectorsKnown().get(name)?.title ?? '', order: rows.length}))];
};

/** Which connectors people are offered, in which order, and what each needs. */
export class ConnectorsSection extends AdminSection<Rows> {
  override readonly name = 'connectors';
  override readonly document: ServerDocument<Rows>;
  readonly #own: () => readonly string[];
  readonly #keys = new RowKeys<ConnectorRow>(({name}) => name);
  #open: number | undefined;
  #asking: number | undefined;
  #switching = '';

  constructor(context: AdminContext, own: () => readonly string[]) {
    super(context);
    this.#own = own;
    const read = (value: unknown): Rows | undefined => {
      const rows = readConnectors(value);
      return rows && numbered(withKnown(rows, this.#own()));
    };
    const options = {path: 'settings/connectors', parts: byName<ConnectorRow>(), read, send: numbered};
    this.document = new ServerDocument<Rows>({...options, changed: context.changed});
  }

  protected override readonly described: Described<Rows> = {
    parts: byName<ConnectorRow>(),
    label: (name) => name,
    text: (_, part) => {
      const row = part as ConnectorRow | undefined;
      if (!row) return '';
      const settings = Object.entries(row.settings).map(([key, value]) => `${key}: ${value}`);
      return [row.title, row.active ? this.forms.on : this.forms.off, `${row.order + 1}.`, ...settings].filter(Boolean).join('\n');
    },
  };

  protected override head({connectors, connectorsHint}: AdminTerms): readonly [string, string] {
    return [connectors, connectorsHint];
  }

  protected override faulty(rows: Rows): string | undefined {
    const row = rows.find((one) => connectorFault(one, rows));
    if (!row) return undefined;
    this.#open = this.#keys.of(row);
    return `#connector-${connectorFault(row, rows)?.field}-${this.#open}`;
  }

  protected override fields(rows: Rows): TemplateResult {
    const {terms} = this;
    this.#keys.follow(rows);
    return html`
      ${rows.length ? this.#table(rows) : html`<p class="empty">${terms.noConnectors}</p>`}
      <button type="button" class="plain add" id="add-connector" aria-disabled=${rows.length >= MOST} @click=${this.#add}>
        ${icon(plus)} ${terms.addConnector}
      </button>
    `;
  }

  #table(rows: Rows): TemplateResult {
    const {terms} = this;
    return html`
      <table part="connectors">
        <thead>
          <tr>
            <th scope="col">${terms.connector}</th>
            <th scope="col">${terms.active}</th>
            <th scope="col"><span class="quiet">${terms.settings}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(rows, (row) => this.#keys.of(row), (row, index) => this.#row(rows, row, index))}
        </tbody>
      </table>
    `;
  }

  #row(rows: Rows, row: ConnectorRow, index: number): TemplateResult {
    const id = this.#keys.of(row);
    const base = this.document.draft?.base.value ?? [];
    const fault = this.hasTried ? connectorFault(row, rows) : undefined;
    const problem = this.problemAt(new RegExp(`^${index}(\\.|$)`));
    const model = {
      row,
      id,
      index,
      count: rows.length,
      isKnown: row.name === '' ? false : this.#own().includes(row.name) || connectorsKnown().has(row.name),
      isNew: !base.some(({name}) => name === row.name),
      isOpen: this.#open === id,
      isAsking: this.#asking === id,
      isSwitching: this.#switching === row.name,
      fault: fault ? {field: fault.field, sentence: this.terms[fault.fault]} : problem ? {field: 'title', sentence: problem} : undefined,
      change: (changes: Partial<ConnectorRow>) =>
        this.document.edit(rows.map((one) => (one === row ? this.#keys.changed(row, {...row, ...changes}) : one))),
      toggle: () => void this.#toggle(rows, row),
      open: () => {
        this.#open = this.#open === id ? undefined : id;
        this.context.changed();
        if (this.#open !== undefined) this.context.focus(`#connector-title-${id}`);
      },
      move: (step: number) => {
        this.document.edit(movedBy(rows, index, step).map((one, order) => this.#keys.changed(one, {...one, order})));
        this.context.focus(`#connector-move${step}-${id}`);
      },
      ask: (isAsking: boolean) => {
        this.#asking = isAsking ? id : undefined;
        this.context.changed();
        this.context.focus(isAsking ? `#connector-confirm-${id}` : `#connector-remove-${id}`);
      },
      remove: () => {
        this.#asking = this.#open = undefined;
        this.document.edit(rows.filter((one) => one !== row));
        this.context.focus('#add-connector');
      },
    };
    return connectorRow(model, this.terms, this.forms);
  }

  /** At once, and shown when the server has said so; what else is being changed stays unsaved. */
  async #toggle(rows: Rows, row: ConnectorRow): Promise<void> {
    const {name, active} = row;
    // A new row has no name yet that the server could know.
    if (!this.document.draft?.base.value.some((one) => one.name === name)) {
      return this.document.edit(rows.map((one) => (one === row ? this.#keys.changed(row, {...row, active: !active}) : one)));
    }
    if (this.document.isBusy) return;
    this.#switching = name;
    await this.document.save((all) => all.map((one) => (one.name === name ? this.#keys.changed(one, {...one, active: !active}) : one)));
    this.#switching = '';
    this.context.changed();
  }

  readonly #add = (): void => {
    const rows = this.value ?? [];
    if (rows.length >= MOST) return;
    const row = {...NEW, order: rows.length};
    this.document.edit([...rows, row]);
    this.#open = this.#keys.of(row);
    this.context.focus(`#connector-name-${this.#open}`);
  };

  protected override cancel(): void {
    this.#open = undefined;
    super.cancel();
  }
}
