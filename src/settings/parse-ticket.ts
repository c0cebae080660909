import {countField, fieldsOf, listField, objectField, textField, wordField} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import {LIMITS} from '../protocol/parse-body.js';
import {checkAvatar} from '../util/check-avatar.js';
import type {CallPeer} from '../types/call-state.js';
import type {AnswerTicket, CallTicket, RejoinTicket, StartTicket} from '../types/call-ticket.js';

const MEDIA = ['audio', 'video'] as const;

/** A text that says something. */
const name = (fields: Fields, field: string): string | undefined => textField(fields, field, LIMITS.id) || undefined;

/** Only those that are there: an option that is undefined is one that was given. */
const present = <T extends object>(fields: T): {[K in keyof T]?: NonNullable<T[K]>} =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {[K in keyof T]?: NonNullable<T[K]>};

const parseStart = (fields: Fields): Omit<StartTicket, 'user' | 'at'> | undefined => {
  const options = objectField(fields, 'options');
  const callee = options && name(options, 'callee');
  if (!options || !callee) return undefined;
  const more = present({
    calleeName: textField(options, 'calleeName', LIMITS.name),
    calleeAvatar: textField(options, 'calleeAvatar', LIMITS.avatar),
    media: wordField(options, 'media', MEDIA),
    connector: name(options, 'connector'),
  });
  return {kind: 'start', options: {callee, ...more}};
};

const parseAnswer = (fields: Fields): Omit<AnswerTicket, 'user' | 'at'> | undefined => {
  const connector = name(fields, 'connector');
  const message = objectField(fields, 'message');
  const from = objectField(fields, 'sender');
  if (!connector || !message) return undefined;
  const sender = from && {user: name(from, 'user'), name: textField(from, 'name', LIMITS.name), avatar: textField(from, 'avatar', LIMITS.avatar)};
  return {kind: 'answer', connector, message, sender, media: wordField(fields, 'media', MEDIA)};
};

const parsePeer = (fields: Fields): CallPeer | undefined => {
  const id = name(fields, 'id');
  const title = textField(fields, 'name', LIMITS.name);
  const identity = wordField(fields, 'identity', ['verified', 'claimed']);
  if (!id || title === undefined || !identity) return undefined;
  return Object.freeze({id, name: title, avatar: checkAvatar(textField(fields, 'avatar', LIMITS.avatar)), identity});
};

const parseRejoin = (fields: Fields): Omit<RejoinTicket, 'user' | 'at'> | undefined => {
  const peer = parsePeer(objectField(fields, 'peer') ?? {});
  const callId = textField(fields, 'callId', 36);
  const connector = name(fields, 'connector');
  const direction = wordField(fields, 'direction', ['outgoing', 'incoming']);
  const media = wordField(fields, 'media', MEDIA);
  const was = listField(fields, 'was', LIMITS.was)?.filter((one) => typeof one === 'string' && one !== '' && one.length <= LIMITS.id) as string[] | undefined;
  const remoteEndpoint = name(fields, 'remoteEndpoint');
  const {isRinging, mic, camera} = fields;
  if (!peer || !callId || !connector || !direction || !media || !was?.length) return undefined;
  // Only who calls rings on; who talks knows with whom.
  if (isRinging === true ? direction === 'incoming' : !remoteEndpoint) return undefined;
  const devices = {mic: mic === true, camera: camera === true};
  const connectedAt = countField(fields, 'connectedAt');
  return {kind: 'rejoin', callId, connector, direction, isRinging: isRinging === true, peer, media, was, remoteEndpoint, connectedAt, ...devices};
};

/** A ticket out of anything: another script of the page may have written it. Copies what is known and well formed. */
export const parseTicket = (value: unknown): CallTicket | undefined => {
  const fields = fieldsOf(value);
  const user = fields && name(fields, 'user');
  const at = fields && countField(fields, 'at');
  const kind = fields && wordField(fields, 'kind', ['start', 'answer', 'rejoin']);
  if (!fields || !user || at === undefined || !kind) return undefined;
  const ticket = PARSERS[kind](fields);
  return ticket && {...ticket, user, at};
};

const PARSERS = {start: parseStart, answer: parseAnswer, rejoin: parseRejoin};
