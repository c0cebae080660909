import {countField, fieldsOf, objectField, textField} from './fields.js';
import type {Fields} from './fields.js';
import type {AnyEnvelope} from './messages.js';
import {isMessageType, LIMITS, parseBody} from './parse-body.js';

/** Why a message was dropped; counted in the diagnostics. */
export type DropReason =
  | 'malformed'
  | 'oversized'
  | 'unknown-version'
  | 'unknown-type'
  | 'not-for-us'
  | 'forged'
  | 'replayed'
  | 'stranger'
  | 'unexpected';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** No endpoint says more than this in one call; beyond it the numbers are nonsense. */
const HIGHEST_SEQ = 1_000_000;

const address = (fields: Fields, name: 'from' | 'to') => {
  const party = objectField(fields, name);
  const user = party && textField(party, 'user', LIMITS.id);
  return party && user ? {user, endpoint: textField(party, 'endpoint', LIMITS.id)} : undefined;
};

/** Anything from a connector as an envelope made of nothing but known, checked fields; else why it is none. */
export const parseEnvelope = (message: unknown): AnyEnvelope | DropReason => {
  const fields = fieldsOf(message);
  if (!fields) return 'malformed';
  if (fields['v'] !== 1) return 'unknown-version';
  const {type} = fields;
  if (!isMessageType(type)) return 'unknown-type';
  const call = textField(fields, 'call', 36);
  const from = address(fields, 'from');
  const to = address(fields, 'to');
  const seq = countField(fields, 'seq');
  const ack = countField(fields, 'ack');
  const body = parseBody(type, objectField(fields, 'body') ?? {});
  if (!call || !UUID.test(call) || !from?.endpoint || !to) return 'malformed';
  if (seq === undefined || ack === undefined || seq > HIGHEST_SEQ || ack > HIGHEST_SEQ) return 'malformed';
  if (!body) return isTooLarge(fields) ? 'oversized' : 'malformed';
  return {v: 1, call, from: {user: from.user, endpoint: from.endpoint}, to, seq, ack, type, body} as AnyEnvelope;
};

const isTooLarge = (fields: Fields): boolean =>
  Object.values(objectField(fields, 'body') ?? {}).some(
    (value) =>
      (typeof value === 'string' && value.length > LIMITS.name) ||
      (Array.isArray(value) && value.length > LIMITS.candidates),
  );
