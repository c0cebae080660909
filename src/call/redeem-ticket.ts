import {isLive} from '../types/call-phase.js';
import {isTalking} from '../types/is-talking.js';
import type {AnswerTicket, CallTicket, RejoinTicket, StartTicket} from '../types/call-ticket.js';
import type {CallBoard} from './call-board.js';
import type {CallEngine} from './call-engine.js';
import type {CallSession} from './call-session.js';
import type {EngineHost} from './engine-host.js';
import {IncomingSession} from './incoming-session.js';
import {OutgoingSession} from './outgoing-session.js';

/** Milliseconds between two looks whether the page before has let go of the right to talk, and how many there are. */
const LOOK_AGAIN = 100;
const LOOKS = 10;

export interface TicketParts {
  readonly engine: CallEngine;
  readonly board: CallBoard;
  readonly host: EngineHost;
}

/** Does what the page before this one, or the one that opened this window, left to be done here. */
export const redeemTicket = async (ticket: CallTicket, parts: TicketParts): Promise<void> => {
  if (ticket.kind === 'start') return start(ticket, parts);
  if (ticket.kind === 'answer') return answer(ticket, parts);
  return rejoin(ticket, parts);
};

const start = ({options}: StartTicket, {engine}: TicketParts): void => engine.start(options);

const answer = async ({connector, message, sender, media}: AnswerTicket, {engine, board, host}: TicketParts): Promise<void> => {
  const call = board.switchboard.admit(connector, message, sender);
  if (call === undefined) return;
  const line = host.line.ready(connector);
  await Promise.allSettled([engine.accept(media, call), line]);
  // What was said before the line was there need not wait for its repeat.
  board.calls.find(call)?.nudge();
};

const rejoin = async (ticket: RejoinTicket, parts: TicketParts): Promise<void> => {
  const {board, host} = parts;
  const {callId: id, peer, media, connector, was, remoteEndpoint, connectedAt, isRinging, direction, mic, camera} = ticket;
  // The very page that left is back, from the browser's cache: whom it rang knows nobody else by its name.
  if (isRinging && was.includes(host.endpoint)) return giveUp(ticket, parts);
  board.switchboard.takeUp(id);
  const resumed = {was, endpoint: isRinging ? undefined : remoteEndpoint, connectedAt, devices: {mic, camera}};
  const options = {id, peer, media, connector, resumed};
  const sessionHost = board.hostOf(connector);
  const line = host.line.ready(connector);
  if (isRinging) {
    const session = new OutgoingSession(sessionHost, options);
    const floor = takeFloor(session, parts);
    board.lead(session);
    return session.start(line, floor);
  }
  line.catch(() => undefined);
  if (remoteEndpoint === undefined) return;
  const session =
    direction === 'outgoing' ? new OutgoingSession(sessionHost, options) : new IncomingSession(sessionHost, {...options, endpoint: remoteEndpoint});
  const floor = takeFloor(session, parts);
  board.lead(session);
  const isOurs = await floor;
  // In the meantime the person may have hung up.
  if (!isTalking(session.record.phase)) return;
  if (isOurs) session.resume(line);
  else session.end('page-closed', 'local');
};

/** The page before this one may still be letting go. For a call that is over by then, nothing is taken: nobody would give it back. */
const takeFloor = async (session: CallSession, {board, host}: TicketParts): Promise<boolean> => {
  for (let look = 1; isLive(session.record.phase); look += 1) {
    if (await board.floor.take(session.id)) return true;
    if (look === LOOKS) return false;
    await new Promise<void>((resolve) => host.clock.after(LOOK_AGAIN, resolve));
  }
  return false;
};

const giveUp = async ({connector, callId, peer}: RejoinTicket, {board, host}: TicketParts): Promise<void> => {
  await host.line.ready(connector).catch(() => undefined);
  board.switchboard.send(connector, callId, {user: peer.id}, 'end', {reason: 'page-closed'});
};
