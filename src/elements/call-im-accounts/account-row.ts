import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {connectorsKnown} from '../../connectors/connector-registry.js';
import type {AccountsTerms} from '../../localize/parts/accounts.js';
import type {ImAccount} from '../../rest/values.js';
import {close} from '../call-icons.js';
import {icon} from '../icons.js';

export interface AccountModel {
  readonly row: ImAccount;
  readonly key: number;
  readonly types: readonly string[];
  readonly fault: string | undefined;
  readonly terms: AccountsTerms;
  change(changes: Partial<ImAccount>): void;
  remove(): void;
}

const aboutOf = (type: string) => connectorsKnown().get(type)?.account;

/** Why an account cannot be saved; its connector knows best. */
export const accountFault = (row: ImAccount, rows: readonly ImAccount[], terms: AccountsTerms): string | undefined => {
  const id = row.id.trim();
  if (!id) return terms.empty;
  if (rows.some((one) => one !== row && one.type === row.type && one.id.trim() === id)) return terms.twice;
  try {
    return aboutOf(row.type)?.check?.(id) || undefined;
  } catch {
    // A connector that fails here must not keep anybody from saving; the server looks at it besides.
    return undefined;
  }
};

const wordOf = ({target}: Event): string => (target as HTMLInputElement | HTMLSelectElement).value;

/** One account: what it is of, its name there, and a way to be rid of it. */
export const accountRow = ({row, key, types, fault, terms, change, remove}: AccountModel): TemplateResult => {
  const title = aboutOf(row.type)?.title ?? row.type;
  return html`
    <li part="row" aria-label=${`${title} ${row.id}`}>
      <label>
        <span>${terms.type}</span>
        <select part="type" id=${`type-${key}`} .value=${row.type} @change=${(event: Event) => change({type: wordOf(event)})}>
          ${types.map((type) => html`<option value=${type} ?selected=${type === row.type}>${aboutOf(type)?.title ?? type}</option>`)}
        </select>
      </label>
      <label>
        <span>${terms.id}</span>
        <input
          part="id"
          id=${`id-${key}`}
          type="text"
          dir="auto"
          maxlength="200"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          placeholder=${aboutOf(row.type)?.placeholder ?? nothing}
          .value=${row.id}
          aria-invalid=${fault !== undefined}
          aria-describedby=${fault ? `fault-${key}` : nothing}
          @input=${(event: Event) => change({id: wordOf(event)})}
        />
      </label>
      <button part="remove" type="button" class="round" id=${`remove-${key}`} aria-label=${terms.removeThis(`${title} ${row.id}`)} title=${terms.removeThis(title)} @click=${remove}>
        ${icon(close)}
      </button>
      ${fault ? html`<p class="fault" id=${`fault-${key}`}>${fault}</p>` : nothing}
    </li>
  `;
};
