import {countField, textField, wordField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import {LIMITS} from '../../protocol/parse-body.js';
import {END_REASONS} from '../../types/end-reason.js';
import type {EndReason} from '../../types/end-reason.js';
import type {CallMedia} from '../../types/media.js';

/** A call as the server tells of it. */
export interface Invitation {
  readonly call: string;
  /** `partner:7`, `guest:5`. */
  readonly caller: string;
  readonly name: string;
  readonly avatar: string;
  /** The caller's device; undefined where an app calls that knows of none. */
  readonly client: string | undefined;
  /** `partner:8`, `guest:5`, `channel:3`. */
  readonly callee: string;
  readonly media: CallMedia;
  readonly status: string;
  /** Milliseconds since the epoch, on the server's clock. */
  readonly createdAt: number;
  /** Milliseconds. */
  readonly ringTimeout: number;
}

/** Odoo says `false` for what there is none of. */
const idField = (fields: Fields, name: string): string | undefined => textField(fields, name, LIMITS.id) || undefined;

/** `webrtc_call_invitation`, an entry of `hello`'s calls, or the answer to `start`. */
export const readInvitation = (fields: Fields): Invitation | undefined => {
  const [call, caller, callee] = [idField(fields, 'call_id'), idField(fields, 'caller'), idField(fields, 'callee')];
  if (!call || !caller || !callee) return undefined;
  return {
    call,
    caller,
    callee,
    name: (textField(fields, 'caller_name', 10_000) ?? '').slice(0, LIMITS.name),
    avatar: textField(fields, 'caller_avatar_url', LIMITS.avatar) ?? '',
    client: idField(fields, 'client_id'),
    media: wordField(fields, 'call_type', ['audio', 'video']) ?? 'video',
    status: idField(fields, 'status') ?? 'initiating',
    createdAt: countField(fields, 'created_ms') ?? 0,
    ringTimeout: (countField(fields, 'ring_timeout_s') ?? 45) * 1000,
  };
};

/** One `webrtc_signaling`. */
export interface Heard {
  readonly call: string;
  readonly type: string;
  readonly data: unknown;
  readonly from: string;
  /** Undefined for an app. */
  readonly client: string | undefined;
}

export const readSignal = (fields: Fields): Heard | undefined => {
  const [call, type, from] = [idField(fields, 'call_id'), idField(fields, 'signal_type'), idField(fields, 'from')];
  return call && type && from ? {call, type, from, data: fields['signal_data'], client: idField(fields, 'from_client_id')} : undefined;
};

/** `webrtc_call_ended`; or `webrtc_call_answered`, which is an end for the other devices of who answered. */
export interface Ended {
  readonly call: string;
  readonly reason: EndReason;
  /** Undefined: the server itself. */
  readonly by: string | undefined;
  readonly client: string | undefined;
}

export const readReason = (fields: Fields, name: string): EndReason => wordField(fields, name, END_REASONS) ?? 'hung-up';

export const readEnded = (fields: Fields): Ended | undefined => {
  const call = idField(fields, 'call_id');
  const client = idField(fields, 'accepted_client_id') ?? idField(fields, 'from_client_id');
  return call ? {call, reason: readReason(fields, 'reason'), by: idField(fields, 'by'), client} : undefined;
};
