import {z} from 'zod';
import type {RelayedMessage} from '../signalling/relay-observer.js';
import {END_REASONS} from './end-reasons.js';
import type {EndReason} from './end-reasons.js';
import {safeParse} from '../safe-parse.js';

/** What the log keeps of a message: who said it to whom, about which call, and when it passed this node. */
interface Said {
  readonly call: string;
  readonly from: string;
  readonly to: string;
  /** Which of the sender's endpoints said it. */
  readonly endpoint: string;
  /** Milliseconds since the epoch, by this server's clock. */
  readonly at: number;
}

export type CallEvent =
  | (Said & {readonly type: 'ring'; readonly media: 'audio' | 'video'})
  | (Said & {readonly type: 'accept'})
  | (Said & {readonly type: 'end'; readonly reason: EndReason; readonly isToAll: boolean});

/** Nothing that PostgreSQL refuses to store: one such text would take the others of its batch with it. */
const id = z.string().min(1).max(256).regex(/^[^\0\p{Surrogate}]*$/u);
const TYPES = z.enum(['ring', 'accept', 'end']);

const Envelope = z.object({
  v: z.literal(1),
  call: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  type: TYPES,
  from: z.object({endpoint: id}),
  to: z.object({endpoint: z.string().optional()}),
  body: z.object({media: z.enum(['audio', 'video']).catch('video'), reason: z.enum(END_REASONS).catch('hung-up')}),
});

/** Reads a client's message as untrusted data. Most say nothing about when a call began or ended: then undefined. */
export const readCallEvent = ({sender, to, message}: RelayedMessage, at: number): CallEvent | undefined => {
  if (!TYPES.safeParse((message as {type?: unknown} | undefined)?.type).success) return undefined;
  const envelope = safeParse(Envelope, message)?.data;
  const areUsers = id.safeParse(sender.id).success && id.safeParse(to).success && sender.id !== to;
  if (!envelope || !areUsers) return undefined;
  const {call, type, body} = envelope;
  // Whom the message says it is from counts for nothing: the sender is whom the token says.
  const said = {call, from: sender.id, to, endpoint: envelope.from.endpoint, at};
  if (type === 'ring') return {...said, type, media: body.media};
  if (type === 'end') return {...said, type, reason: body.reason, isToAll: envelope.to.endpoint === undefined};
  return {...said, type};
};
