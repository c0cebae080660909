import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {sendRequest} from '../../context/send-request.js';
import {CallHangupRequestEvent} from '../../events/call-hangup-request.js';
import {isLive} from '../../types/call-phase.js';
import {MEDIA_KINDS} from '../../types/media.js';
import type {MediaKind} from '../../types/media.js';
import {sendToggle} from '../call-toggle/send-toggle.js';
import {toggleButton} from '../call-toggle/toggle-button.js';
import {hangUp as hangUpIcon, icon} from '../icons.js';
import type {WindowModel} from './window-frame.js';
import {windowSettings} from './window-settings.js';

/** The switches and the hang-up button, while there is a call. */
export const windowControls = (model: WindowModel): TemplateResult | typeof nothing => {
  const {host, state, terms, dir} = model;
  if (!isLive(state.phase)) return nothing;
  const toggle = (kind: MediaKind) => {
    const label = html`<span class="quiet">${terms.devices[kind]}</span>`;
    const press = () => sendToggle(host, kind, state);
    return toggleButton({kind, state, terms, dir, part: kind, label, press});
  };
  const words = terms[state.phase === 'initiating' || state.phase === 'ringing' ? 'cancel' : 'hangUp'];
  const hangUp = () => sendRequest(host, new CallHangupRequestEvent({callId: state.callId}));
  return html`
    <div part="controls" role="group" aria-label=${terms.callWith(state.peer?.name ?? '')}>
      ${MEDIA_KINDS.map(toggle)} ${model.frame === 'pip' ? nothing : [windowSettings(model), model.textToggle]} ${model.extras}
      <slot name="controls"></slot>
      <button part="hangup" title=${words} aria-label=${words} @click=${hangUp}>${icon(hangUpIcon)}</button>
    </div>
  `;
};
