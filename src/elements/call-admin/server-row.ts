import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {AdminTerms} from '../../localize/parts/admin.js';
import type {FormsTerms} from '../../localize/parts/forms.js';
import type {IceServerRow} from '../../rest/values.js';
import {down, up} from './admin-icons.js';
import {moveButton} from './move-button.js';

export interface RowModel {
  readonly row: IceServerRow;
  readonly id: number;
  readonly index: number;
  readonly count: number;
  readonly fault: {readonly field: string; readonly sentence: string} | undefined;
  readonly isAsking: boolean;
  readonly isTesting: boolean;
  readonly isShown: boolean;
  readonly result: TemplateResult;
  /** Stands in what may be left empty. */
  readonly optional: string;
  change(changes: Partial<IceServerRow>): void;
  leave(): void;
  move(step: number): void;
  ask(isAsking: boolean): void;
  remove(): void;
  test(): void;
  show(): void;
}

const valueOf = ({target}: Event): string => (target as HTMLInputElement).value;

const field = (model: RowModel, name: 'url' | 'username' | 'credential', label: string, value: string, set: (text: string) => void): TemplateResult => {
  const {id, fault, isShown} = model;
  const isWrong = fault?.field === name;
  return html`
    <label class=${name}>
      <span>${label}</span>
      <input
        part=${name}
        id=${`${name}-${id}`}
        type=${name === 'credential' && !isShown ? 'password' : 'text'}
        inputmode=${name === 'url' ? 'url' : 'text'}
        dir="ltr"
        autocomplete=${name === 'credential' ? 'new-password' : 'off'}
        autocapitalize="off"
        spellcheck="false"
        placeholder=${name === 'url' ? nothing : model.optional}
        .value=${value}
        aria-invalid=${isWrong}
        aria-describedby=${isWrong ? `fault-${id}` : name === 'url' ? 'url-hint' : nothing}
        @input=${(event: Event) => set(valueOf(event))}
        @change=${model.leave}
      />
    </label>
  `;
};

const question = (model: RowModel, name: string, terms: AdminTerms, forms: FormsTerms): TemplateResult => html`
  <div class="question" role="group" aria-labelledby=${`question-${model.id}`}>
    <span id=${`question-${model.id}`}>${terms.removeQuestion(name)}</span>
    <button type="button" id=${`confirm-${model.id}`} class="danger" @click=${model.remove}>${forms.remove}</button>
    <button type="button" class="plain" @click=${() => model.ask(false)}>${forms.keep}</button>
  </div>
`;

const buttons = (model: RowModel, name: string, terms: AdminTerms, forms: FormsTerms): TemplateResult => {
  const {index, count, id} = model;
  const move = (step: number, label: string, drawing: typeof up): TemplateResult =>
    moveButton({id: `move${step}-${id}`, label, drawing, isAtEnd: index + step < 0 || index + step >= count, move: () => model.move(step)});
  return html`
    <div class="actions">
      <button part="test" type="button" class="plain" aria-label=${terms.testOf(name)} aria-disabled=${model.isTesting} @click=${model.test}>
        ${terms.test}
      </button>
      <button part="remove" type="button" id=${`remove-${id}`} class="plain" aria-label=${terms.removeThis(name)} @click=${() => model.ask(true)}>
        ${forms.remove}
      </button>
      <span class="moves">${move(-1, terms.moveUp(name), up)} ${move(1, terms.moveDown(name), down)}</span>
    </div>
  `;
};

/** One ICE server in the form. */
export const serverRow = (model: RowModel, terms: AdminTerms, forms: FormsTerms): TemplateResult => {
  const {row, id, index, fault, isShown} = model;
  const name = terms.server(index + 1);
  const {urls, username, credential, enabled} = row;
  return html`
    <li part="server-row" aria-label=${name} class=${enabled ? 'card' : 'card resting'}>
      <div class="top">
        <b>${name}</b>
        <label class="check">
          <input type="checkbox" .checked=${enabled} @change=${() => model.change({enabled: !enabled})} /> ${terms.enabled}
        </label>
      </div>
      <div class="grid">
        ${field(model, 'url', terms.url, urls, (text) => model.change({urls: text}))}
        ${field(model, 'username', terms.username, username, (text) => model.change({username: text}))}
        <div class="secret">
          ${field(model, 'credential', terms.credential, credential, (text) => model.change({credential: text}))}
          <button type="button" class="plain" aria-pressed=${isShown} aria-label=${`${terms.show}: ${terms.credential}`} @click=${model.show}>
            ${isShown ? terms.hide : terms.show}
          </button>
        </div>
      </div>
      ${fault ? html`<p class="fault" id=${`fault-${id}`}>${fault.sentence}</p>` : nothing}
      ${model.isAsking ? question(model, name, terms, forms) : buttons(model, name, terms, forms)} ${model.result}
    </li>
  `;
};
