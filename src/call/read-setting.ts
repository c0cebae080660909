import {DEFAULT_CONFIGURATION, IP_PRIVACY, USER_STATUSES, WINDOW_MODES} from '../types/configuration.js';
import type {CallConfiguration} from '../types/configuration.js';
import {warnOnce} from '../util/warn-once.js';
import {oneOf} from '../util/one-of.js';

type Name = keyof CallConfiguration;

/** The names of all. */
export const SETTINGS = Object.keys(DEFAULT_CONFIGURATION) as readonly Name[];

/** Seconds. */
const LONGEST_RING = 600;

/** As the protocol has it. */
const LONGEST_ID = 256;

const toId = (value: unknown): string => {
  const id = String(value);
  if (id.length <= LONGEST_ID) return id;
  warnOnce('user-id', `user-id is longer than ${LONGEST_ID} characters: nobody is signed in.`);
  return '';
};

const toList = (value: unknown): readonly string[] =>
  typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : Array.isArray(value) ? value.map(String) : [];

const toSeconds = (value: unknown): number => {
  const seconds = Number(value);
  if (seconds >= 1 && seconds <= LONGEST_RING) return seconds;
  warnOnce(`ring-timeout ${String(value)}`, `ring-timeout="${String(value)}" is no number of seconds from 1 to 600; 45 is used.`);
  return DEFAULT_CONFIGURATION.ringTimeout;
};

const toServers = (value: unknown): readonly RTCIceServer[] => {
  // What is in the list is looked at where it is used, and by then warned of entry by entry.
  if (Array.isArray(value)) return value as readonly RTCIceServer[];
  // Says nothing of the value, which may hold a credential.
  warnOnce('ice-servers', 'ice-servers is no JSON list such as [{"urls": "stun:…"}]; none is used.');
  return DEFAULT_CONFIGURATION.iceServers;
};

/** What is not plain text. */
const READERS: {readonly [N in Name]?: (value: unknown) => CallConfiguration[N]} = {
  userId: toId,
  status: (value) => oneOf('status', value, USER_STATUSES),
  connectors: toList,
  iceServers: toServers,
  ipPrivacy: (value) => oneOf('ip-privacy', value, IP_PRIVACY),
  ringTimeout: toSeconds,
  ringWhile: (value) => toList(value).map((one) => oneOf('ring-while', one, USER_STATUSES)),
  windowMode: (value) => oneOf('window-mode', value, WINDOW_MODES),
};

/** A value of use out of an attribute, a property or a script; the usual one, with a warning, where there is none. */
export const readSetting = (name: Name, value: unknown): CallConfiguration[Name] => {
  if (value === undefined || value === null) return DEFAULT_CONFIGURATION[name];
  return READERS[name]?.(value) ?? String(value);
};
