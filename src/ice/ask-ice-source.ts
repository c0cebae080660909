import type {Clock} from '../util/clock.js';
import type {IceSources} from './ice-sources.js';
import {parseIceServers} from './parse-ice-servers.js';
import {within} from '../util/within.js';

/** What a source may take of a person's time. */
const BUDGET = 2000;

/** Credentials of unknown life are held for as long as those of the shortest-lived common servers. */
const DEFAULT_TTL = 600;

/** What a server says that was given no servers: nothing to warn of, and worth asking again. */
export const NONE = 'none';

export interface IceList {
  readonly iceServers: RTCIceServer[];
  /** Seconds. */
  readonly ttl: number;
}

/** What a source answered was of no use; only we throw it, so that its words may be told. */
class NoServers extends Error {}

const fail = (reason: string): never => {
  throw new NoServers(reason);
};

/** Why a source gave none, in our own words or by the name of an error: its other words may hold an address. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof NoServers) return error.message;
  const {name = ''} = (error ?? {}) as Partial<Error>;
  if (name === 'TimeoutError') return 'timeout';
  return /^\w{1,20}Error$/.test(name) ? name : 'failed';
};

const readAnswer = (answer: unknown): IceList => {
  const {iceServers, ttl, source} = Array.isArray(answer)
    ? {iceServers: answer as unknown, ttl: undefined, source: undefined}
    : ((answer ?? {}) as {iceServers?: unknown; ttl?: unknown; source?: unknown});
  if (source === NONE) fail(NONE);
  if (!Array.isArray(iceServers)) return fail('no list of servers');
  const {servers, problems} = parseIceServers(iceServers);
  if (servers.length === 0) fail(problems.length ? 'no usable server' : 'an empty list');
  const lasts = typeof ttl === 'number' && Number.isFinite(ttl) && ttl > 0;
  return {iceServers: servers, ttl: lasts ? ttl : DEFAULT_TTL};
};

const askUrl = async (url: string, fetch: typeof globalThis.fetch, signal: AbortSignal): Promise<unknown> => {
  // Credentials are personal and short-lived: no cache may keep them, no other origin gets our cookies.
  const response = await fetch(url, {
    headers: {accept: 'application/json'},
    credentials: 'same-origin',
    cache: 'no-store',
    signal,
  });
  if (!response.ok) fail(`status ${response.status}`);
  return response.json();
};

/** Asks one source, within its budget. Rejects when it gives nothing that can be used. */
export const askIceSource = async (
  source: 'connector' | 'ice-url',
  {connector, iceUrl = ''}: IceSources,
  {clock, fetch}: {readonly clock: Clock; readonly fetch: typeof globalThis.fetch},
): Promise<IceList> => {
  const stop = new AbortController();
  const ask = async () => (source === 'connector' ? connector?.() : askUrl(iceUrl, fetch, stop.signal));
  try {
    return readAnswer(await within(ask(), BUDGET, clock));
  } finally {
    stop.abort();
  }
};
