import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {FormsTerms} from '../../localize/parts/forms.js';
import type {ServerError} from '../../rest/server-error.js';

/** What went wrong with the server, and a way out. */
export const troubleNotice = (terms: FormsTerms, trouble: ServerError | undefined, retry?: () => void): TemplateResult | typeof nothing => {
  if (!trouble) return nothing;
  const {reference} = trouble;
  return html`
    <div class="notice wrong" role="alert">
      <p>${terms.troubles[trouble.trouble]}</p>
      ${reference ? html`<p class="hint">${terms.reference(reference)}</p>` : nothing}
      ${retry ? html`<button type="button" class="plain" @click=${retry}>${terms.retry}</button>` : nothing}
    </div>
  `;
};
