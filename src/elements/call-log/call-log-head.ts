import {html} from 'lit';
import type {TemplateResult} from 'lit';
import type {LogTerms} from '../../localize/parts/log.js';

export interface HeadModel {
  readonly terms: LogTerms;
  readonly only: 'all' | 'missed';
  readonly isEmpty: boolean;
  /** The question whether to clear the list is there. */
  readonly asking: boolean;
  readonly choose: (only: 'all' | 'missed') => void;
  readonly ask: () => void;
  readonly keep: () => void;
  readonly clear: () => void;
}

/** What is shown, and the way to clear it, which asks first. */
export const callLogHead = (model: HeadModel): TemplateResult => html`<header>${model.asking ? question(model) : tools(model)}</header>`;

const tools = ({terms, only, isEmpty, choose, ask}: HeadModel): TemplateResult => {
  const choice = (which: 'all' | 'missed', label: string) =>
    html`<button aria-pressed=${which === only ? 'true' : 'false'} @click=${() => choose(which)}>${label}</button>`;
  return html`
    <div class="choice" role="group" aria-label=${terms.calls}>${choice('all', terms.all)} ${choice('missed', terms.onlyMissed)}</div>
    <button part="clear" ?disabled=${isEmpty} ?hidden=${isEmpty} @click=${ask}>${terms.clearAll}</button>
  `;
};

const question = ({terms, keep, clear}: HeadModel): TemplateResult => {
  const key = ({key: pressed}: KeyboardEvent): void => {
    if (pressed === 'Escape') keep();
  };
  return html`
    <div class="question" role="group" aria-labelledby="question" @keydown=${key}>
      <p id="question">${terms.clearQuestion}</p>
      <button class="danger" @click=${clear}>${terms.clear}</button>
      <button class="keep" @click=${keep}>${terms.keep}</button>
    </div>
  `;
};
