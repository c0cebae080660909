import {countField, fieldsOf, objectField, textField, wordField} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import type {AnswerTicket, CallTicket, StartTicket} from '../types/call-ticket.js';

const CALL_MEDIA = ['audio', 'video'] as const;

/** Longer than any id, name or address of ours. */
const LONGEST = 16_384;

const text = (fields: Fields, name: string): string | undefined => textField(fields, name, LONGEST);

/** Only the fields that are there. */
const texts = <N extends string>(fields: Fields, names: readonly N[]): {readonly [K in N]?: string} =>
  Object.fromEntries(names.map((name) => [name, text(fields, name)]).filter(([, value]) => value !== undefined));

type Parsed<T> = Omit<T, 'user' | 'at'> | undefined;

const start = (fields: Fields): Parsed<StartTicket> => {
  const options = objectField(fields, 'options');
  const callee = options && text(options, 'callee');
  if (!options || !callee) return undefined;
  const media = wordField(options, 'media', CALL_MEDIA);
  return {kind: 'start', options: {...texts(options, ['calleeName', 'calleeAvatar', 'connector']), ...(media && {media}), callee}};
};

/** The message is looked at as any that comes in; here it only has to be one. */
const answer = (fields: Fields): Parsed<AnswerTicket> => {
  const connector = text(fields, 'connector');
  const message = objectField(fields, 'message');
  if (!connector || !message) return undefined;
  const sender = objectField(fields, 'sender');
  return {
    kind: 'answer',
    connector,
    message,
    sender: sender && texts(sender, ['user', 'name', 'avatar']),
    media: wordField(fields, 'media', CALL_MEDIA),
  };
};

const KINDS: Readonly<Record<string, (fields: Fields) => Parsed<CallTicket>>> = {start, answer};

/** A ticket out of anything: another script of this page's origin may have written it. */
export const parseTicket = (value: unknown): CallTicket | undefined => {
  const fields = fieldsOf(value);
  const kind = fields && text(fields, 'kind');
  const user = fields && text(fields, 'user');
  const at = fields && countField(fields, 'at');
  if (!fields || !kind || !user || at === undefined || !Object.hasOwn(KINDS, kind)) return undefined;
  const parsed = KINDS[kind]?.(fields);
  return parsed && ({...parsed, user, at} as CallTicket);
};
