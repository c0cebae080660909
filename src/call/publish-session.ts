import {isTalking} from '../types/is-talking.js';
import {IDLE_STATE} from '../types/call-state.js';
import type {CallState} from '../types/call-state.js';
import {NOTHING_SENT} from '../types/media.js';
import type {CallSession} from './call-session.js';
import {durationOf} from './duration-of.js';

/** A session as the elements see it. */
export const publishSession = (session: CallSession): Partial<CallState> => {
  const {record, id, peer, media, connector, connectedAt, localMedia, leg} = session;
  const {phase, direction, end} = record;
  const {path, weak} = (phase === 'connected' && leg?.health) || IDLE_STATE;
  return {
    phase,
    direction,
    callId: id,
    peer,
    media,
    connector,
    connectedAt,
    end: end && Object.freeze({...end, durationMs: durationOf(session)}),
    local: (phase !== 'ended' && localMedia?.states) || IDLE_STATE.local,
    remote: (isTalking(phase) && leg?.remoteMedia) || NOTHING_SENT,
    path,
    weak,
  };
};
