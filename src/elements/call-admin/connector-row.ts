import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {AdminTerms} from '../../localize/parts/admin.js';
import type {FormsTerms} from '../../localize/parts/forms.js';
import type {ConnectorRow} from '../../rest/values.js';
import {icon} from '../icons.js';
import {settings as gear} from '../call-icons.js';
import {down, up} from './admin-icons.js';
import {moveButton} from './move-button.js';

export interface ConnectorModel {
  readonly row: ConnectorRow;
  readonly id: number;
  readonly index: number;
  readonly count: number;
  /** The server does not know it yet. */
  readonly isNew: boolean;
  /** This page has it, so that it would be in the table again. */
  readonly isKnown: boolean;
  readonly isOpen: boolean;
  readonly isAsking: boolean;
  readonly isSwitching: boolean;
  readonly fault: {readonly field: string; readonly sentence: string} | undefined;
  change(changes: Partial<ConnectorRow>): void;
  toggle(): void;
  open(): void;
  move(step: number): void;
  ask(isAsking: boolean): void;
  remove(): void;
}

/** These two carry calls themselves; all others may open a page. */
const BUILT_IN = ['peerjs', 'local'];

const field = (model: ConnectorModel, name: string, label: string, value: string, set: (text: string) => void, hint = ''): TemplateResult => {
  const {id, fault} = model;
  const isWrong = fault?.field === name;
  const described = [isWrong ? `connector-fault-${id}` : '', hint ? `connector-${name}-hint-${id}` : ''].filter(Boolean).join(' ');
  return html`
    <label>
      <span>${label}</span>
      <input
        id=${`connector-${name}-${id}`}
        type="text"
        dir=${name === 'title' ? 'auto' : 'ltr'}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${value}
        aria-invalid=${isWrong}
        aria-describedby=${described || nothing}
        @input=${({target}: Event) => set((target as HTMLInputElement).value)}
      />
      ${hint ? html`<small id=${`connector-${name}-hint-${id}`}>${hint}</small>` : nothing}
    </label>
    ${isWrong ? html`<p class="fault" id=${`connector-fault-${id}`}>${fault.sentence}</p>` : nothing}
  `;
};

const panel = (model: ConnectorModel, name: string, terms: AdminTerms, forms: FormsTerms): TemplateResult => {
  const {row, id, index, count, isAsking, isKnown, isNew} = model;
  const setUrl = (text: string): void => {
    const {url: _, ...rest} = row.settings;
    model.change({settings: text.trim() ? {...rest, url: text.trim()} : rest});
  };
  const move = (step: number, label: string, drawing: typeof up): TemplateResult =>
    moveButton({id: `connector-move${step}-${id}`, label, drawing, isAtEnd: index + step < 0 || index + step >= count, move: () => model.move(step)});
  return html`
    <tr class="panel">
      <td colspan="3">
        <div class="grid" id=${`connector-panel-${id}`} role="group" aria-label=${terms.settingsOf(name)}>
          ${isNew
            ? field(model, 'name', terms.connectorName, row.name, (text) => model.change({name: text.trim()}), terms.connectorNameHint)
            : nothing}
          ${field(model, 'title', terms.connectorTitle, row.title, (text) => model.change({title: text}))}
          ${BUILT_IN.includes(row.name)
            ? nothing
            : field(model, 'url', terms.connectorUrl, String(row.settings['url'] ?? ''), setUrl, terms.connectorUrlHint)}
        </div>
        ${isAsking
          ? html`
              <div class="question">
                <span>${terms.removeQuestion(name)}</span>
                <button type="button" id=${`connector-confirm-${id}`} class="danger" @click=${model.remove}>${forms.remove}</button>
                <button type="button" class="plain" @click=${() => model.ask(false)}>${forms.keep}</button>
              </div>
            `
          : html`
              <div class="actions">
                ${move(-1, terms.moveUp(name), up)} ${move(1, terms.moveDown(name), down)}
                ${isKnown
                  ? nothing
                  : html`<button
                      part="remove"
                      type="button"
                      id=${`connector-remove-${id}`}
                      class="plain"
                      aria-label=${terms.removeThis(name)}
                      @click=${() => model.ask(true)}
                    >
                      ${forms.remove}
                    </button>`}
              </div>
            `}
      </td>
    </tr>
  `;
};

/** One connector of the table and, where they are open, its settings below. */
export const connectorRow = (model: ConnectorModel, terms: AdminTerms, forms: FormsTerms): TemplateResult => {
  const {row, id, isOpen, isSwitching} = model;
  const name = row.title || (BUILT_IN.includes(row.name) ? terms.here : row.name) || terms.connector;
  return html`
    <tr part="connector-row" data-name=${row.name}>
      <th scope="row"><span class="name">${name}</span>${row.name && name !== row.name ? html` <code>${row.name}</code>` : nothing}</th>
      <td>
        <button
          part="active"
          type="button"
          role="switch"
          class="switch"
          aria-checked=${row.active}
          aria-busy=${isSwitching}
          aria-label=${terms.offer(name)}
          @click=${model.toggle}
        >
          <span class="track"><span class="thumb"></span></span>
        </button>
      </td>
      <td class="end">
        <button
          part="settings"
          type="button"
          class="round"
          aria-label=${terms.settingsOf(name)}
          title=${terms.settingsOf(name)}
          aria-expanded=${isOpen}
          aria-controls=${isOpen ? `connector-panel-${id}` : nothing}
          @click=${model.open}
        >
          ${icon(gear)}
        </button>
      </td>
    </tr>
    ${isOpen ? panel(model, name, terms, forms) : nothing}
  `;
};
