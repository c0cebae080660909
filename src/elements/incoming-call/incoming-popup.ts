import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {CallAcceptRequestEvent} from '../../events/call-accept-request.js';
import {CallDeclineRequestEvent} from '../../events/call-decline-request.js';
import type {CallRequestEvent} from '../../events/call-request-event.js';
import type {CallTerms} from '../../localize/terms.js';
import type {CallState} from '../../types/call-state.js';
import {avatar} from '../avatar.js';
import {close} from '../call-icons.js';
import {hangUp, icon, phone, video} from '../icons.js';
import {ownPresses} from '../own-presses.js';
import {pictureOf} from '../picture-of.js';

export interface IncomingPopup {
  readonly state: CallState;
  readonly terms: CallTerms;
  readonly dir: 'ltr' | 'rtl';
  readonly position: string;
  readonly ask: (request: CallRequestEvent) => void;
  readonly focusCame: (event: FocusEvent) => void;
}

const actions = ({state, terms, ask}: IncomingPopup): TemplateResult => {
  const {callId, media} = state;
  const accept = () => ask(new CallAcceptRequestEvent({callId, media: undefined}));
  const acceptAudio = () => ask(new CallAcceptRequestEvent({callId, media: 'audio'}));
  const decline = () => ask(new CallDeclineRequestEvent({callId, reason: 'declined'}));
  const audioButton = html`<button part="answer-audio" @click=${acceptAudio}>${terms.answerAudio}</button>`;
  return html`
    <div class="actions">
      <button part="answer" @click=${accept}>${icon(media === 'video' ? video : phone)}${terms.answer}</button>
      <button part="decline" @click=${decline}>${icon(hangUp)}${terms.decline}</button>
      ${media === 'video' ? audioButton : nothing}
    </div>
    <button part="close" title=${terms.close} aria-label=${terms.close} @click=${decline}>${icon(close)}</button>
  `;
};

/** Who is calling, and what can be done about it. */
export const incomingPopup = (model: IncomingPopup): TemplateResult | typeof nothing => {
  const {state, terms, dir, position, focusCame} = model;
  const {peer, media, sound} = state;
  if (!peer) return nothing;
  const kind = media === 'video' ? terms.incomingVideo : terms.incomingAudio;
  return html`
    <div
      part="popup"
      class=${position}
      popover="manual"
      role="alertdialog"
      aria-label=${kind}
      aria-keyshortcuts="F6"
      dir=${dir}
      @click=${ownPresses}
      @focusin=${focusCame}
    >
      ${avatar(peer.name, pictureOf(state))}
      <div class="words">
        <p class="kind">${kind}</p>
        <p part="message">${terms.isCalling(peer.name)}</p>
      </div>
      ${actions(model)}
      ${sound === 'blocked' ? html`<p class="sound">${terms.soundBlocked}</p>` : nothing}
    </div>
  `;
};
