import type {DropReason} from './drop-reason.js';
import {countField, fieldsOf, objectField, textField} from './fields.js';
import type {Fields} from './fields.js';
import type {AnyEnvelope} from './messages.js';
import {isMessageType, LIMITS, parseBody} from './parse-body.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** No endpoint says more than this in one call; beyond it the numbers are nonsense. */
const HIGHEST_SEQ = 1_000_000;

const address = (fields: Fields, name: 'from' | 'to') => {
  const party = objectField(fields, name);
  const user = party && textField(party, 'user', LIMITS.id);
  return party && user ? {user, endpoint: textField(party, 'endpoint', LIMITS.id)} : undefined;
};

/** A message's type and body, or why they cannot be read. */
const content = (fields: Fields) => {
  const {type} = fields;
  if (!isMessageType(type)) return 'unknown-type';
  const body = parseBody(type, objectField(fields, 'body') ?? {});
  if (!body) return isTooLarge(fields) ? 'oversized' : 'malformed';
  return {type, body};
};

/** Anything from a connector as an envelope made of nothing but known, checked fields; else why it is none. */
export const parseEnvelope = (message: unknown): AnyEnvelope | DropReason => {
  const fields = fieldsOf(message);
  if (!fields) return 'malformed';
  if (fields['v'] !== 1) return 'unknown-version';
  const call = textField(fields, 'call', 36);
  const from = address(fields, 'from');
  const to = address(fields, 'to');
  const seq = countField(fields, 'seq');
  const ack = countField(fields, 'ack');
  if (!call || !UUID.test(call) || !from?.endpoint || !to) return 'malformed';
  if (seq === undefined || ack === undefined || seq > HIGHEST_SEQ || ack > HIGHEST_SEQ) return 'malformed';
  const read = content(fields);
  if (typeof read === 'string' && seq === 0) return read;
  const said = typeof read === 'string' ? {type: 'skip', body: {why: read}} : read;
  return {v: 1, call, from: {user: from.user, endpoint: from.endpoint}, to, seq, ack, ...said} as AnyEnvelope;
};

const isTooLarge = (fields: Fields): boolean =>
  Object.values(objectField(fields, 'body') ?? {}).some(
    (value) =>
      (typeof value === 'string' && value.length > LIMITS.name) ||
      (Array.isArray(value) && value.length > LIMITS.candidates),
  );
