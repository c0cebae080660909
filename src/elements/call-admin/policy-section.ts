import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {AdminTerms} from '../../localize/parts/admin.js';
import {byField} from '../../rest/draft.js';
import {ServerDocument} from '../../rest/server-document.js';
import {readPolicy} from '../../rest/values.js';
import type {PolicyValue} from '../../rest/values.js';
import {IP_PRIVACY} from '../../types/configuration.js';
import type {Described} from '../server-form/conflict-notice.js';
import {AdminSection} from './admin-section.js';
import type {AdminContext} from './admin-section.js';

type Amount = 'ringTimeout' | 'callLogDays';

/** As the server has them. */
const RANGES: Readonly<Record<Amount, readonly [least: number, most: number]>> = {ringTimeout: [5, 600], callLogDays: [0, 3650]};
const AMOUNTS = ['ringTimeout', 'callLogDays'] as const;

const isWrong = (name: Amount, amount: number): boolean => {
  const [least, most] = RANGES[name];
  return !Number.isSafeInteger(amount) || amount < least || amount > most;
};

/** How calls are treated, over the whole portal. */
export class PolicySection extends AdminSection<PolicyValue> {
  override readonly name = 'policy';
  override readonly document: ServerDocument<PolicyValue>;

  constructor(context: AdminContext) {
    super(context);
    const options = {path: 'settings/policy', parts: byField<PolicyValue>(), read: readPolicy};
    this.document = new ServerDocument({...options, changed: context.changed});
  }

  protected override readonly described: Described<PolicyValue> = {
    parts: byField<PolicyValue>(),
    label: (key) => String(this.terms[key as keyof PolicyValue] ?? key),
    text: (key, part) => {
      const {terms, forms} = this;
      if (typeof part === 'boolean') return part ? forms.on : forms.off;
      if (key === 'ipPrivacy') return terms.ipPrivacies[part as PolicyValue['ipPrivacy']];
      return key === 'mayCall' ? terms[part as PolicyValue['mayCall']] : String(part);
    },
  };

  protected override head({policy, policyHint}: AdminTerms): readonly [string, string] {
    return [policy, policyHint];
  }

  protected override faulty(value: PolicyValue): string | undefined {
    const name = AMOUNTS.find((one) => isWrong(one, value[one]));
    return name && `#policy-${name}`;
  }

  protected override fields(value: PolicyValue): TemplateResult {
    const {terms} = this;
    const change = (changes: Partial<PolicyValue>): void => this.document.edit({...value, ...changes});
    return html`
      <div class="grid">
        ${this.#choice('mayCall', value.mayCall, {everyone: terms.everyone, nobody: terms.nobody}, (mayCall) => change({mayCall}))}
        ${this.#choice('ipPrivacy', value.ipPrivacy, terms.ipPrivacies, (ipPrivacy) => change({ipPrivacy}))}
        ${this.#amount('ringTimeout', value, change)} ${this.#amount('callLogDays', value, change)}
      </div>
      <label class="check">
        <input
          type="checkbox"
          id="policy-ringWhileDoNotDisturb"
          .checked=${value.ringWhileDoNotDisturb}
          @change=${() => change({ringWhileDoNotDisturb: !value.ringWhileDoNotDisturb})}
        />
        ${terms.ringWhileDoNotDisturb}
      </label>
    `;
  }

  #choice<T extends string>(
    name: 'mayCall' | 'ipPrivacy',
    value: T,
    choices: Readonly<Record<T, string>>,
    set: (value: T) => void,
  ): TemplateResult {
    const words = name === 'ipPrivacy' ? IP_PRIVACY : (['everyone', 'nobody'] as const);
    return html`
      <label>
        <span>${this.terms[name]}</span>
        <select id=${`policy-${name}`} .value=${value} @change=${({target}: Event) => set((target as HTMLSelectElement).value as T)}>
          ${words.map((word) => html`<option value=${word} ?selected=${word === value}>${choices[word as T]}</option>`)}
        </select>
      </label>
    `;
  }

  #amount(name: Amount, value: PolicyValue, change: (changes: Partial<PolicyValue>) => void): TemplateResult {
    const [least, most] = RANGES[name];
    const amount = value[name];
    const problem = isWrong(name, amount) ? this.terms.range(least, most) : this.problemAt(new RegExp(`^${name}$`));
    const set = ({target}: Event): void => {
      const {value: text} = target as HTMLInputElement;
      change({[name]: text.trim() ? Number(text) : Number.NaN});
    };
    return html`
      <label>
        <span>${this.terms[name]}</span>
        <input
          id=${`policy-${name}`}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          .value=${Number.isNaN(amount) ? '' : String(amount)}
          aria-invalid=${problem !== undefined}
          aria-describedby=${problem ? `fault-${name}` : nothing}
          @change=${set}
          @input=${set}
        />
        ${problem ? html`<span class="fault" id=${`fault-${name}`}>${problem}</span>` : nothing}
      </label>
    `;
  }
}
