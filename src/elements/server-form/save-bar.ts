import {html} from 'lit';
import type {TemplateResult} from 'lit';
import type {FormsTerms} from '../../localize/parts/forms.js';

interface Saving {
  readonly isBusy: boolean;
  readonly isDirty: boolean;
  readonly isSaved: boolean;
  readonly isFaulty: boolean;
  cancel(): void;
}

/** Not `disabled`: whoever has just pressed it keeps the focus. The form's submission says whether there is anything to do. */
export const saveBar = (terms: FormsTerms, {isBusy, isDirty, isSaved, isFaulty, cancel}: Saving): TemplateResult => {
  const rests = !isDirty || isBusy;
  const said = isBusy && isDirty ? terms.saving : isFaulty ? terms.faulty : isDirty ? terms.unsaved : isSaved ? terms.saved : '';
  const take = (): void => {
    if (!rests) cancel();
  };
  return html`
    <div class="bar">
      <button type="submit" part="save" class="main" aria-disabled=${rests}>${terms.save}</button>
      <button type="button" part="cancel" class="plain" aria-disabled=${rests} @click=${take}>${terms.cancel}</button>
      <span role="status" class=${isFaulty ? 'said wrong' : isSaved && !isDirty ? 'said good' : 'said'}>${said}</span>
    </div>
  `;
};
