import {isLive} from '../types/call-phase.js';
import type {RejoinTicket} from '../types/call-ticket.js';
import type {CallBoard} from './call-board.js';
import type {EngineHost} from './engine-host.js';
import type {CallPlatform} from './platform.js';
import {ReturningSession} from './returning-session.js';

/** So many pages before this one may be known to the other side. */
const MOST_FORMER = 7;

/** What the next page of this tab needs to go on with the call. */
const ticketOf = (session: ReturningSession, {configuration, endpoint, clock}: EngineHost): RejoinTicket => {
  const {id, connector, peer, media, record, connectedAt, devices, was} = session;
  const {phase, direction, endpoint: remoteEndpoint} = record;
  return {
    kind: 'rejoin',
    user: configuration.userId,
    at: clock.now(),
    callId: id,
    connector,
    direction,
    isRinging: phase === 'initiating' || phase === 'ringing',
    peer,
    media,
    was: [...was.slice(-MOST_FORMER), endpoint],
    remoteEndpoint,
    connectedAt,
    ...devices,
  };
};

/**
 * The page goes away: what rings is over here, and whoever calls waits a moment for the next page; a call that is on is
 * left to that page. False when it cannot be: then it ends.
 */
export const leaveCall = (board: CallBoard, host: EngineHost, {tickets, windowName}: CallPlatform): boolean => {
  const {first} = board.calls;
  if (!(first instanceof ReturningSession) || !isLive(first.record.phase) || first.record.phase === 'incoming') return false;
  // A call's own window is the call: who closes it, hangs up.
  if (windowName || !tickets.put(ticketOf(first, host))) return false;
  first.leave();
  board.forsake(first);
  return true;
};
