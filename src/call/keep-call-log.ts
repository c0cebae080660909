import {createCallLog} from '../settings/call-log.js';
import {keptAvatar} from '../settings/parse-call-history.js';
import type {CallPeer, CallState} from '../types/call-state.js';
import type {CallLog, LoggedCall} from '../types/logged-call.js';
import type {CallNotices} from '../types/notice.js';
import type {Clock} from '../util/clock.js';
import type {CallStore} from './call-store.js';

/** Of how many calls it is known when they began: more than can be on or ringing at once. */
const MOST_KNOWN = 50;

type Begun = Pick<LoggedCall, 'direction' | 'media' | 'connector' | 'at'>;

/** Writes down each call of `store` when it is over, for whoever is signed in then; returns a function that stops it. */
export const keepCallLog = (
  store: Pick<CallStore, 'state' | 'subscribe' | 'onNotice'>,
  clock: Pick<Clock, 'now'>,
  open: (user: string) => Pick<CallLog, 'add'> = createCallLog,
): (() => void) => {
  const begun = new Map<string, Begun>();

  const begin = (callId: string | undefined, seen: Omit<Begun, 'at'>): void => {
    if (!callId || begun.has(callId)) return;
    begun.set(callId, {...seen, at: clock.now()});
    const [oldest] = begun.keys();
    if (oldest && begun.size > MOST_KNOWN) begun.delete(oldest);
  };
  const look = ({callId, direction, media, connector, waiting}: CallState): void => {
    if (direction) begin(callId, {direction, media, connector});
    for (const call of waiting) begin(call.callId, {direction: 'incoming', media: call.media, connector: call.connector});
  };
  const write = (callId: string, peer: CallPeer, how: Pick<LoggedCall, 'reason' | 'by' | 'durationMs' | 'missed'>): void => {
    const {userId, elsewhere} = store.state;
    // The tab that has it writes it when it is over.
    if (!userId || elsewhere?.callId === callId) return;
    const start = begun.get(callId) ?? {direction: 'incoming', media: 'video', connector: undefined, at: clock.now()};
    const avatar = keptAvatar(peer.avatar);
    void open(userId).add({...start, ...how, callId, peer: {...peer, avatar}});
  };
  const ended = ({callId, peer, reason, by, durationMs}: CallNotices['call-ended']): void => {
    write(callId, peer, {reason, by, durationMs, missed: false});
  };
  const missed = ({callId, peer, reason}: CallNotices['call-missed']): void => {
    const by = reason === 'busy' ? 'local' : reason === 'cancelled' ? 'remote' : 'system';
    write(callId, peer, {reason, by, durationMs: 0, missed: true});
  };

  const stops = [
    store.subscribe(look),
    store.onNotice(({type, detail}) => {
      if (type === 'call-ended') ended(detail);
      if (type === 'call-missed') missed(detail);
    }),
  ];
  const {state} = store;
  look(state);
  // It was over before this was fetched.
  if (state.callId && state.peer && state.end) ended({callId: state.callId, peer: state.peer, ...state.end});
  return () => stops.forEach((stop) => stop());
};
