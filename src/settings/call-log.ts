import type {CallHistory, CallLog, LoggedCall} from '../types/logged-call.js';
import {systemClock} from '../util/clock.js';
import type {Clock} from '../util/clock.js';
import {openChannel, sayOnce} from '../util/open-channel.js';
import {createDisk} from './disk.js';
import {EMPTY_HISTORY, inOrder, parseCallHistory} from './parse-call-history.js';

/** On it each page says whose calls it changed. */
const CHANNEL = 'call-elements/log';

/** What is known of each person as long as the page lasts: all there is, where nothing can be kept. */
const remembered = new Map<string, CallHistory>();

/** One person's calls, in IndexedDB where it works and in memory where it does not. */
export const createCallLog = (user: string, clock: Clock = systemClock): CallLog => {
  const disk = createDisk('call-elements-log', 'calls', clock);
  const now = (): CallHistory => remembered.get(user) ?? EMPTY_HISTORY;

  const change = async (fn: (before: CallHistory) => CallHistory): Promise<void> => {
    remembered.set(user, fn(now()));
    const written = await disk.update(user, (found) => fn(parseCallHistory(found)));
    if (written) remembered.set(user, written.value);
    // This page's own lists hear it, too.
    sayOnce(CHANNEL, user);
  };

  return {
    read: async () => {
      const found = await disk.read(user);
      if (found) remembered.set(user, parseCallHistory(found.value));
      return now();
    },
    add: (call) => change(({calls, seenAt}) => parseCallHistory({calls: inOrder(merge(calls, call)), seenAt: unseen(calls, call, seenAt)})),
    see: (at) => change(({calls, seenAt}) => Object.freeze({calls, seenAt: Math.max(seenAt, at)})),
    clear: () => change(({seenAt}) => Object.freeze({...EMPTY_HISTORY, seenAt})),
    watch: (fn) => {
      const channel = openChannel(CHANNEL);
      channel?.addEventListener('message', ({data}: MessageEvent<unknown>) => data === user && fn());
      return () => channel?.close();
    },
  };
};

/**
 * What was missed is news, also when something that began after it was seen before it was over, or by a clock that was wrong:
 * then some are news once more.
 */
const unseen = (calls: readonly LoggedCall[], {callId, missed, at}: LoggedCall, seenAt: number): number =>
  missed && !calls.some((one) => one.callId === callId) ? Math.max(0, Math.min(seenAt, at - 1)) : seenAt;

const isElsewhere = ({reason}: LoggedCall): boolean => reason === 'answered-elsewhere' || reason === 'declined-elsewhere';

/** Several tabs tell of one call. Where it was answered or declined is known best there; where it began, by who saw it first. */
const merge = (calls: readonly LoggedCall[], call: LoggedCall): readonly LoggedCall[] => {
  const known = calls.find(({callId}) => callId === call.callId);
  if (!known) return [...calls, call];
  const better = isElsewhere(call) || call.durationMs < known.durationMs ? known : call;
  const at = Math.min(known.at, call.at);
  // A ring that a page left behind may have come back on the next one, and was not missed then.
  const missed = better.missed || (better.reason === known.reason && known.missed);
  return calls.map((one) => (one === known ? {...better, at, missed} : one));
};
