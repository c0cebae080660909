import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {partTerms} from '../../localize/part-terms.js';
import {enRinging} from '../../localize/parts/ringing.js';
import {enStatus} from '../../localize/parts/status.js';
import type {CallTerms} from '../../localize/terms.js';
import type {CallState} from '../../types/call-state.js';

interface Notes {
  readonly state: CallState;
  readonly terms: CallTerms;
  readonly language: string;
}

/** Why nothing is to be heard, where that is so. */
export const incomingNotes = ({state, terms, language}: Notes): TemplateResult | typeof nothing => {
  const {silent, sound, status} = state;
  if (silent) {
    const {names} = partTerms('status', enStatus, language);
    return html`<p class="sound">${partTerms('ringing', enRinging, language).silent(names[status])}</p>`;
  }
  return sound === 'blocked' ? html`<p class="sound">${terms.soundBlocked}</p>` : nothing;
};
