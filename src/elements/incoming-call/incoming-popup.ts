import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {CallAcceptRequestEvent} from '../../events/call-accept-request.js';
import {CallDeclineRequestEvent} from '../../events/call-decline-request.js';
import type {CallRequestEvent} from '../../events/call-request-event.js';
import type {CallTerms} from '../../localize/terms.js';
import {avatar} from '../avatar.js';
import {close} from '../call-icons.js';
import {hangUp, icon, phone, video} from '../icons.js';
import {ownPresses} from '../own-presses.js';
import {pictureOf} from '../picture-of.js';
import type {Ring} from './rings-of.js';

export interface IncomingPopup {
  readonly ring: Ring;
  /** Tells it from the others in the same stack. */
  readonly place: number;
  readonly terms: CallTerms;
  readonly ask: (request: CallRequestEvent) => void;
  /** What else is to be said, of all that rings. */
  readonly notes: unknown;
  /** It grows upwards. */
  readonly isLow: boolean;
}

const actions = ({ring: {callId, media}, place, terms, ask}: IncomingPopup): TemplateResult => {
  const accept = () => ask(new CallAcceptRequestEvent({callId, media: undefined}));
  const acceptAudio = () => ask(new CallAcceptRequestEvent({callId, media: 'audio'}));
  const decline = () => ask(new CallDeclineRequestEvent({callId, reason: 'declined'}));
  const whose = `message-${place}`;
  const audioButton = html`
    <button part="answer-audio" aria-describedby=${whose} @click=${acceptAudio}>${terms.answerAudio}</button>
  `;
  return html`
    <div class="actions">
      <button part="answer" aria-describedby=${whose} @click=${accept}>
        ${icon(media === 'video' ? video : phone)}${terms.answer}
      </button>
      <button part="decline" aria-describedby=${whose} @click=${decline}>${icon(hangUp)}${terms.decline}</button>
      ${media === 'video' ? audioButton : nothing}
    </div>
    <button part="close" title=${terms.close} aria-label=${terms.close} aria-describedby=${whose} @click=${decline}>
      ${icon(close)}
    </button>
  `;
};

/** Who is calling, and what can be done about it. What is said later moves nothing that somebody is about to press. */
export const incomingPopup = (model: IncomingPopup): TemplateResult => {
  const {ring, place, terms, notes, isLow} = model;
  const {peer, media} = ring;
  const kind = media === 'video' ? terms.incomingVideo : terms.incomingAudio;
  return html`
    <div
      part="popup"
      role="alertdialog"
      tabindex="-1"
      aria-label=${kind}
      aria-describedby="message-${place}"
      aria-keyshortcuts="F6"
      @click=${ownPresses}
    >
      ${avatar(peer.name, pictureOf({peer, direction: 'incoming'}))}
      <div class="words">
        <p class="kind">${kind}</p>
        <p part="message" id="message-${place}">${terms.isCalling(peer.name)}</p>
      </div>
      ${isLow ? notes : nothing} ${actions(model)} ${isLow ? nothing : notes}
    </div>
  `;
};
