import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {fieldsOf, listField, textField, wordField} from '../../protocol/fields.js';
import type {AdminTerms} from '../../localize/parts/admin.js';
import type {AdminContext} from './admin-section.js';

const SOURCES = ['twilio', 'coturn', 'list', 'none'] as const;
const STATES = ['off', 'ready', 'failing', 'paused'] as const;

interface Source {
  readonly source: (typeof SOURCES)[number];
  readonly state: (typeof STATES)[number];
  readonly code: string;
}

interface Status {
  readonly source: (typeof SOURCES)[number];
  readonly sources: readonly Source[];
}

const readStatus = (value: unknown): Status | undefined => {
  const fields = fieldsOf(value);
  const source = fields && wordField(fields, 'source', SOURCES);
  const sources = fields && listField(fields, 'sources', 10);
  if (!source || !sources) return undefined;
  const read = (one: unknown): readonly Source[] => {
    const row = fieldsOf(one) ?? {};
    const [name, state] = [wordField(row, 'source', SOURCES), wordField(row, 'state', STATES)];
    return name && state ? [{source: name, state, code: textField(row, 'code', 100) ?? ''}] : [];
  };
  return {source, sources: sources.flatMap(read)};
};

/** Which source gives browsers their ICE servers now, and how each of them stands. */
export class IceSources {
  readonly #context: AdminContext;
  #status: Status | undefined;

  constructor(context: AdminContext) {
    this.#context = context;
  }

  /** Without an answer nothing is said: the forms themselves say that the server is away. */
  async load(): Promise<void> {
    const {access} = this.#context;
    const status = await access?.ask('ice/status').then(readStatus, () => undefined);
    if (access !== this.#context.access) return;
    this.#status = status;
    this.#context.changed();
  }

  render(terms: AdminTerms): TemplateResult | typeof nothing {
    const status = this.#status;
    if (!status) return nothing;
    const name = terms.sources[status.source];
    const isOther = status.source === 'twilio' || status.source === 'coturn';
    return html`
      <div class="notice source" id="source">
        <p><b>${status.source === 'none' ? terms.none : terms.inUse(name)}</b> ${isOther ? terms.notInUse(name) : nothing}</p>
        <details>
          <summary>${terms.details}</summary>
          <ol>
            ${status.sources.map(
              ({source, state, code}) => html`
                <li>${terms.sources[source]}: ${terms.sourceStates[state]}. ${code ? (terms.twilioFailures[code] ?? code) : nothing}</li>
              `,
            )}
          </ol>
        </details>
      </div>
    `;
  }
}
