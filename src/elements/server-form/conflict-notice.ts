import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {FormsTerms} from '../../localize/parts/forms.js';
import type {ServerDocument} from '../../rest/server-document.js';
import type {Parts} from '../../rest/draft.js';

type Side = 'mine' | 'theirs';
type Values = Readonly<Record<Side, Readonly<Record<string, unknown>>>>;

/** How the parts of a value are called, and what is written of each. */
export interface Described<V> {
  readonly parts: Parts<V>;
  label(key: string): string;
  text(key: string, part: unknown): string;
}

const SIDES = ['mine', 'theirs'] as const;

/** Shows both values side by side where two people changed the same, and lets one choose, part by part or all at once. */
export class ConflictNotice<V> {
  readonly #document: () => ServerDocument<V>;
  readonly #described: Described<V>;
  readonly #changed: () => void;
  readonly #chosen = new Map<string, Side>();

  constructor(document: () => ServerDocument<V>, described: Described<V>, changed: () => void) {
    this.#document = document;
    this.#described = described;
    this.#changed = changed;
  }

  render(terms: FormsTerms): TemplateResult | typeof nothing {
    const {draft, conflicts} = this.#document();
    if (!draft) return nothing;
    if (draft.taken.length && !draft.theirs) return html`<p class="notice" role="status">${terms.taken}</p>`;
    if (!draft.theirs) return nothing;
    const {parts} = this.#described;
    const values = {mine: parts.split(draft.mine), theirs: parts.split(draft.theirs.value)};
    return html`
      <div class="notice conflict" role="alert">
        <p>${terms.conflict}</p>
        ${conflicts.map((key) => this.#choice(key, values, terms, conflicts.length > 1))}
        <p class="actions">
          ${conflicts.length > 1
            ? html`<button type="button" class="main" @click=${() => this.#decide((key) => this.#sideOf(key))}>${terms.decide}</button>`
            : nothing}
          <button type="button" class="plain" @click=${() => this.#decide(() => 'mine')}>${terms.keepMine}</button>
          <button type="button" class="plain" @click=${() => this.#decide(() => 'theirs')}>${terms.takeTheirs}</button>
        </p>
      </div>
    `;
  }

  #choice(key: string, values: Values, terms: FormsTerms, isOneOfMany: boolean): TemplateResult {
    const {label, text} = this.#described;
    const both = (side: Side): TemplateResult =>
      html`<span><b>${terms[side]}</b><span class="value">${text(key, values[side][key]) || terms.nothing}</span></span>`;
    const choice = (side: Side): TemplateResult => html`
      <label class="side">
        <input type="radio" name=${`conflict-${key}`} .checked=${this.#sideOf(key) === side} @change=${() => this.#pick(key, side)} />
        ${both(side)}
      </label>
    `;
    return html`
      <fieldset>
        <legend>${label(key)}</legend>
        ${SIDES.map(isOneOfMany ? choice : both)}
      </fieldset>
    `;
  }

  #sideOf(key: string): Side {
    return this.#chosen.get(key) ?? 'mine';
  }

  #pick(key: string, side: Side): void {
    this.#chosen.set(key, side);
    this.#changed();
  }

  #decide(choose: (key: string) => Side): void {
    this.#document().decide(choose);
    this.#chosen.clear();
  }
}
