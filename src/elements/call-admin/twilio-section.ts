import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {AdminTerms} from '../../localize/parts/admin.js';
import {countField, fieldsOf, textField} from '../../protocol/fields.js';
import {byField} from '../../rest/draft.js';
import {ServerDocument} from '../../rest/server-document.js';
import {asServerError} from '../../rest/server-error.js';
import {readTwilio, sendTwilio} from '../../rest/values.js';
import type {TwilioValue} from '../../rest/values.js';
import type {Described} from '../server-form/conflict-notice.js';
import {AdminSection} from './admin-section.js';
import type {AdminContext} from './admin-section.js';

const SID = /^AC[0-9a-f]{32}$/i;

type Outcome = {readonly mood: '' | 'good' | 'wrong'; readonly sentence: string};

/** Twilio's account. Its token goes one way only: from here to the server. */
export class TwilioSection extends AdminSection<TwilioValue> {
  override readonly name = 'twilio';
  override readonly document: ServerDocument<TwilioValue>;
  #isTesting = false;
  #outcome: ((terms: AdminTerms) => Outcome) | undefined;

  constructor(context: AdminContext) {
    super(context);
    const options = {path: 'settings/twilio', parts: byField<TwilioValue>(), read: readTwilio, send: sendTwilio};
    this.document = new ServerDocument({...options, changed: context.changed});
  }

  protected override readonly described: Described<TwilioValue> = {
    parts: byField<TwilioValue>(),
    label: (key) => ({accountSid: this.terms.accountSid, enabled: this.terms.twilioEnabled})[key] ?? this.terms.authToken,
    text: (key, part) => (typeof part === 'boolean' ? (part ? this.forms.on : this.forms.off) : key === 'authToken' && part ? '••••' : String(part ?? '')),
  };

  protected override forget(): void {
    this.#outcome = undefined;
    this.#isTesting = false;
  }

  protected override head({twilio, twilioHint}: AdminTerms): readonly [string, string] {
    return [twilio, twilioHint];
  }

  protected override faulty({accountSid}: TwilioValue): string | undefined {
    return accountSid && !SID.test(accountSid) ? '#twilio-sid' : undefined;
  }

  protected override fields(value: TwilioValue): TemplateResult {
    const {terms} = this;
    const {accountSid, enabled, hasAuthToken, authToken} = value;
    const change = (changes: Partial<TwilioValue>): void => {
      this.#outcome = undefined;
      this.document.edit({...value, ...changes});
    };
    const fault = this.hasTried && this.faulty(value) ? terms.accountSidFault : this.problemAt(/^accountSid/);
    const isForgotten = authToken === '' && hasAuthToken;
    return html`
      <label class="check">
        <input type="checkbox" id="twilio-enabled" .checked=${enabled} @change=${() => change({enabled: !enabled})} /> ${terms.twilioEnabled}
      </label>
      <div class="grid">
        <label>
          <span>${terms.accountSid}</span>
          <input
            id="twilio-sid"
            type="text"
            dir="ltr"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            .value=${accountSid}
            aria-invalid=${fault !== undefined}
            aria-describedby=${fault ? 'twilio-fault' : nothing}
            @input=${({target}: Event) => change({accountSid: (target as HTMLInputElement).value.trim()})}
          />
          ${fault ? html`<span class="fault" id="twilio-fault">${fault}</span>` : nothing}
        </label>
        <label>
          <span>${terms.authToken}</span>
          <input
            id="twilio-token"
            type="password"
            dir="ltr"
            autocomplete="new-password"
            .value=${authToken ?? ''}
            aria-describedby=${hasAuthToken ? 'twilio-kept' : nothing}
            @input=${({target}: Event) => change({authToken: (target as HTMLInputElement).value || undefined})}
          />
          ${hasAuthToken ? html`<small id="twilio-kept">${isForgotten ? terms.authTokenForgotten : terms.authTokenKept}</small>` : nothing}
        </label>
      </div>
      <div class="actions">
        <button part="test" type="button" class="plain" id="twilio-test" aria-labelledby="twilio-test twilio-title" aria-disabled=${this.#isTesting} @click=${this.#test}>
          ${terms.test}
        </button>
        ${hasAuthToken
          ? html`<button type="button" class="plain" aria-pressed=${isForgotten} @click=${() => change({authToken: isForgotten ? undefined : ''})}>
              ${terms.authTokenForget}
            </button>`
          : nothing}
      </div>
      <div part="result" role="status">${this.#result()}</div>
    `;
  }

  #result(): TemplateResult | typeof nothing {
    if (this.#isTesting) return html`<p>${this.terms.testing}</p>`;
    const outcome = this.#outcome?.(this.terms);
    return outcome ? html`<p class=${outcome.mood}>${outcome.sentence}</p>` : nothing;
  }

  /** With what is typed, before it is saved; what is not typed is taken from what is stored. */
  readonly #test = async (): Promise<void> => {
    const {access} = this.context;
    if (this.#isTesting || !access || !this.value) return;
    this.#isTesting = true;
    this.context.changed();
    const {accountSid, authToken} = this.value;
    const body = {...(accountSid && {accountSid}), ...(authToken && {authToken})};
    const isStill = (): boolean => access === this.context.access;
    try {
      const answer = fieldsOf(await access.ask('settings/twilio/test', {method: 'POST', body})) ?? {};
      if (!isStill()) return;
      const ms = countField(answer, 'ms') ?? 0;
      const [code, message] = [textField(answer, 'code', 100) ?? '', textField(answer, 'message', 1000) ?? ''];
      this.#outcome = (terms) =>
        answer['ok'] === true ? {mood: 'good', sentence: terms.twilioGood(ms)} : {mood: 'wrong', sentence: terms.twilioFailures[code] ?? message};
    } catch (error) {
      if (!isStill()) return;
      const {trouble} = asServerError(error);
      this.#outcome = () => ({mood: 'wrong', sentence: this.forms.troubles[trouble]});
    }
    this.#isTesting = false;
    this.context.changed();
    this.context.sourcesChanged();
  };
}
