import {fieldsOf, objectField, textField, wordField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import {LIMITS} from '../../protocol/parse-body.js';
import {END_REASONS} from '../../types/end-reason.js';
import type {EndReason} from '../../types/end-reason.js';
import type {Invitation} from './read-payloads.js';

/** As much of a message of the core's as decides where it goes. */
export interface Letter {
  readonly message: Fields;
  readonly call: string;
  readonly type: string;
  /** Of this page, or of another tab that shares the line. */
  readonly from: string;
  readonly toUser: string;
  readonly to: string | undefined;
  readonly reason: EndReason | undefined;
}

export const readLetter = (message: object, {user, endpoint}: {readonly user: string; readonly endpoint?: string | undefined}, self: string): Letter => {
  const fields = fieldsOf(message) ?? {};
  return {
    message: fields,
    call: textField(fields, 'call', 64) ?? '',
    type: textField(fields, 'type', 64) ?? '',
    from: textField(objectField(fields, 'from') ?? {}, 'endpoint', LIMITS.id) ?? self,
    toUser: user,
    to: endpoint,
    reason: wordField(objectField(fields, 'body') ?? {}, 'reason', END_REASONS),
  };
};

/** Of a call that the server did not tell of, as much as the core's words show. */
export const guessOf = ({call, type, from, toUser, message}: Letter, user: string): Invitation => {
  const isCaller = type === 'ring';
  const media = wordField(objectField(message, 'body') ?? {}, 'media', ['audio', 'video']) ?? 'video';
  const [caller, callee] = isCaller ? [user, toUser] : [toUser, user];
  // What the core speaks of unasked, it was in before this page was there.
  const [client, status] = isCaller ? [from, 'initiating'] : ['unknown', 'connected'];
  return {call, caller, callee, media, client, status, name: '', avatar: '', createdAt: 0, ringTimeout: 0};
};

/** The word that the server goes by. Of those that end a call, only some do: others are one device's. */
export const signalTypeOf = ({type, to, reason}: Letter, role: 'caller' | 'callee', hasAccepted: boolean): string => {
  if (role === 'callee' && (type === 'ringing' || type === 'accept')) return type;
  if (type !== 'end') return 'message';
  const isOver = role === 'caller' ? to === undefined || reason !== 'answered-elsewhere' : reason === 'declined' || hasAccepted;
  return isOver ? 'end' : 'message';
};
