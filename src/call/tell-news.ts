import type {CallPhase} from '../types/call-phase.js';
import type {EndReason} from '../types/end-reason.js';
import type {CallSession} from './call-session.js';
import type {CallStore} from './call-store.js';
import {durationOf} from './duration-of.js';

/** A ring that ended like this was seen, here or elsewhere. */
const NOT_MISSED: readonly EndReason[] = ['declined', 'answered-elsewhere', 'declined-elsewhere', 'vetoed', 'media-denied'];

/** Tells what a new phase means, after the state has it. */
export const tellNews = (store: CallStore, session: CallSession, from: CallPhase, isFirst: boolean): void => {
  const {id: callId, peer, record} = session;
  if (record.phase === 'connected' && isFirst) store.notice('call-connected', {callId, peer});
  if (record.phase !== 'ended' || !record.end) return;
  const {reason, by} = record.end;
  store.notice('call-ended', {callId, peer, reason, by, durationMs: durationOf(session)});
  if (from === 'incoming' && !NOT_MISSED.includes(reason)) store.notice('call-missed', {callId, peer, reason});
};
