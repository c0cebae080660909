import {END_REASONS} from '../types/end-reason.js';
import type {CallPeer} from '../types/call-state.js';
import type {CallHistory, LoggedCall} from '../types/logged-call.js';
import {countField, fieldsOf, listField, objectField, textField, wordField} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import {checkAvatar} from '../util/check-avatar.js';

/** How many calls are kept of one person. */
export const MOST_CALLS = 200;

const LONGEST_NAME = 512;
/** Embedded pictures beyond it are not worth their place. */
const LONGEST_AVATAR = 8192;

const LATEST = 8.64e15;

export const EMPTY_HISTORY: CallHistory = Object.freeze({calls: Object.freeze([]), seenAt: 0});

/**
 * A history out of anything: what an older version, another script or a curious person left on the disk. Calls that are not
 * whole are left out, each on its own.
 */
export const parseCallHistory = (value: unknown): CallHistory => {
  const fields = fieldsOf(value);
  if (!fields) return EMPTY_HISTORY;
  const calls = (listField(fields, 'calls', Infinity) ?? []).flatMap((call) => parseCall(call) ?? []);
  return Object.freeze({calls: Object.freeze(inOrder(calls)), seenAt: countField(fields, 'seenAt') ?? 0});
};

/** The newest first, each call once, and no more than are kept. */
export const inOrder = (calls: readonly LoggedCall[]): LoggedCall[] => {
  const known = new Map(calls.map((call) => [call.callId, call]));
  return [...known.values()].sort((one, other) => other.at - one.at).slice(0, MOST_CALLS);
};

/** A picture that is kept with a call. */
export const keptAvatar = (avatar: unknown): string | undefined => {
  const checked = checkAvatar(avatar);
  return checked && checked.length <= LONGEST_AVATAR ? checked : undefined;
};

const parseCall = (value: unknown): LoggedCall | undefined => {
  const fields = fieldsOf(value);
  const peer = fields && parsePeer(objectField(fields, 'peer'));
  if (!fields || !peer) return undefined;
  const callId = textField(fields, 'callId', LONGEST_NAME);
  const direction = wordField(fields, 'direction', ['outgoing', 'incoming'] as const);
  const reason = wordField(fields, 'reason', END_REASONS);
  const at = countField(fields, 'at');
  if (!callId || !direction || !reason || at === undefined || at > LATEST) return undefined;
  return Object.freeze({
    callId,
    peer,
    direction,
    reason,
    at,
    media: wordField(fields, 'media', ['video', 'audio'] as const) ?? 'video',
    connector: textField(fields, 'connector', LONGEST_NAME),
    durationMs: countField(fields, 'durationMs') ?? 0,
    by: wordField(fields, 'by', ['local', 'remote', 'system'] as const) ?? 'system',
    missed: fields['missed'] === true && direction === 'incoming',
  });
};

const parsePeer = (fields: Fields | undefined): CallPeer | undefined => {
  const id = fields && textField(fields, 'id', LONGEST_NAME);
  if (!fields || !id) return undefined;
  return Object.freeze({
    id,
    name: textField(fields, 'name', LONGEST_NAME) || id,
    avatar: keptAvatar(textField(fields, 'avatar', LONGEST_AVATAR)),
    identity: wordField(fields, 'identity', ['verified', 'claimed'] as const) ?? 'claimed',
  });
};
