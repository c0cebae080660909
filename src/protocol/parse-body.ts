import {END_REASONS} from '../types/end-reason.js';
import {countField, fieldsOf, listField, textField, wordField} from './fields.js';
import type {Fields} from './fields.js';
import type {Candidate, MessageBodies, MessageType, Nothing} from './messages.js';

/**
 * Largest texts, in UTF-16 units (a three-line Chromium SDP is some 8,000), and most candidates: in one message, and
 * kept until they can be used.
 */
export const LIMITS = {
  sdp: 32_768,
  candidate: 1024,
  candidates: 64,
  earlyCandidates: 256,
  name: 200,
  avatar: 16_384,
  id: 256,
  was: 8,
} as const;

const MEDIA = ['audio', 'video'] as const;
const NOTHING: Nothing = Object.freeze({});

const parseCandidate = (value: unknown): Candidate | undefined => {
  const fields = fieldsOf(value);
  const candidate = fields && textField(fields, 'candidate', LIMITS.candidate);
  if (!fields || candidate === undefined) return undefined;
  return {
    candidate,
    sdpMid: textField(fields, 'sdpMid', LIMITS.id) ?? null,
    sdpMLineIndex: countField(fields, 'sdpMLineIndex') ?? null,
    usernameFragment: textField(fields, 'usernameFragment', LIMITS.id) ?? null,
  };
};

const parseDescription = (fields: Fields) => {
  const generation = countField(fields, 'generation');
  const sdp = textField(fields, 'sdp', LIMITS.sdp);
  return generation === undefined || !sdp ? undefined : {generation, sdp};
};

/** Endpoints that a page before this one had; undefined when they are none, or not such. */
const parseWas = (fields: Fields): readonly string[] | undefined => {
  const was = listField(fields, 'was', LIMITS.was)?.filter((one) => typeof one === 'string' && one !== '' && one.length <= LIMITS.id);
  return was?.length ? (was as string[]) : undefined;
};

type BodyParsers = {readonly [T in MessageType]: (fields: Fields) => MessageBodies[T] | undefined};

/** Copies what is known and well formed; anything else is left behind. */
const BODY_PARSERS: BodyParsers = {
  ring: (fields) => {
    const media = wordField(fields, 'media', MEDIA);
    const name = textField(fields, 'name', LIMITS.name);
    const avatar = textField(fields, 'avatar', LIMITS.avatar) ?? '';
    const sentAt = countField(fields, 'sentAt');
    const was = parseWas(fields);
    return media && name !== undefined && sentAt !== undefined ? {media, name, avatar, sentAt, ...(was && {was})} : undefined;
  },
  ack: () => NOTHING,
  ringing: () => NOTHING,
  accept: (fields) => {
    const media = wordField(fields, 'media', MEDIA);
    return media && {media};
  },
  confirm: () => NOTHING,
  leave: () => NOTHING,
  rejoin: (fields) => {
    const was = parseWas(fields);
    return was && {was};
  },
  welcome: () => NOTHING,
  end: (fields) => ({reason: wordField(fields, 'reason', END_REASONS) ?? 'hung-up'}),
  offer: parseDescription,
  answer: parseDescription,
  candidates: (fields) => {
    const generation = countField(fields, 'generation');
    const candidates = listField(fields, 'candidates', LIMITS.candidates)?.map(parseCandidate);
    if (generation === undefined || !candidates) return undefined;
    return {generation, candidates: candidates.filter((candidate) => candidate !== undefined)};
  },
  renew: (fields) => {
    const generation = countField(fields, 'generation');
    return generation === undefined ? undefined : {generation};
  },
};

export const isMessageType = (value: unknown): value is MessageType =>
  typeof value === 'string' && Object.hasOwn(BODY_PARSERS, value);

export const parseBody = <T extends MessageType>(type: T, fields: Fields): MessageBodies[T] | undefined =>
  BODY_PARSERS[type](fields);
