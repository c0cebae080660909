import type {AnswerTicket} from '../types/call-ticket.js';
import type {CallMedia} from '../types/media.js';
import type {EngineHost} from './engine-host.js';
import type {Ring} from './switchboard.js';

/** A ring for another window of this browser to answer. It rings now, however long ago it began. */
export const createAnswerTicket = ({clock, configuration}: EngineHost, ring: Ring, media: CallMedia | undefined): AnswerTicket => {
  const {connector, envelope, sender} = ring;
  const {userId: user} = configuration;
  const at = clock.now();
  const message = {...envelope, body: {...envelope.body, sentAt: at}};
  return {kind: 'answer', user, at, connector, message, sender, media};
};
