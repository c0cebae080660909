import {DEFAULT_CONFIGURATION, IP_PRIVACY, USER_STATUSES, WINDOW_MODES} from '../../types/configuration.js';
import type {CallConfiguration} from '../../types/configuration.js';
import {warnOnce} from '../../util/warn-once.js';
import {oneOf} from '../one-of.js';

type Name = keyof CallConfiguration;

const toList = (value: unknown): readonly string[] =>
  typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : Array.isArray(value) ? value.map(String) : [];

const toSeconds = (value: unknown): number => {
  const seconds = Number(value);
  if (seconds > 0 && Number.isFinite(seconds)) return seconds;
  warnOnce(`ring-timeout ${String(value)}`, `ring-timeout="${String(value)}" is no number of seconds; 45 is used.`);
  return DEFAULT_CONFIGURATION.ringTimeout;
};

const toServers = (value: unknown): readonly RTCIceServer[] => {
  const servers = Array.isArray(value) ? (value as readonly (Partial<RTCIceServer> | null)[]) : [null];
  if (servers.every((server) => server?.urls)) return servers as readonly RTCIceServer[];
  // Says nothing of the value, which may hold a credential.
  warnOnce('ice-servers', 'ice-servers is no JSON list such as [{"urls": "stun:stun.example.org"}]; none is used.');
  return DEFAULT_CONFIGURATION.iceServers;
};

/** What is not plain text. */
const READERS: {readonly [N in Name]?: (value: unknown) => CallConfiguration[N]} = {
  status: (value) => oneOf('status', value, USER_STATUSES),
  connectors: toList,
  iceServers: toServers,
  ipPrivacy: (value) => oneOf('ip-privacy', value, IP_PRIVACY),
  ringTimeout: toSeconds,
  windowMode: (value) => oneOf('window-mode', value, WINDOW_MODES),
};

/** A value fit for the controller out of an attribute or a property; the usual one where there is none. */
export const readSetting = (name: Name, value: unknown): CallConfiguration[Name] => {
  if (value === undefined || value === null) return DEFAULT_CONFIGURATION[name];
  return READERS[name]?.(value) ?? String(value);
};
