import type {Clock} from '../util/clock.js';
import {warnOnce} from '../util/warn-once.js';
import {within} from '../util/within.js';
import {askIceSource, NONE, reasonOf} from './ask-ice-source.js';
import type {IceSourceName, IceSources} from './ice-sources.js';
import {parseIceServers} from './parse-ice-servers.js';

/** A call that has an older list waits no longer than this for a newer one. */
const PATIENCE = 300;

/** After a source failed, the lesser answer is kept only this long: the better one may be back. */
const RETRY_AFTER = 30_000;

/** An answer younger than this serves a restart too: one lost path makes several restarts, often from both sides. */
const RECENT = 10_000;

/** Nothing to warn of: a server that was given none, and a line that is closed meanwhile. */
const QUIET = [NONE, 'AbortError'];

/** The order of fallback; a lower number is the better answer. */
const RANK: Readonly<Record<IceSourceName, number>> = {connector: 0, 'ice-url': 1, 'ice-servers': 2, none: 3};

export interface IceResult {
  readonly iceServers: RTCIceServer[];
  readonly source: IceSourceName;
}

/** ICE servers for the next connection. Nothing here throws or rejects: without servers a call tries host candidates. */
export interface IceChain {
  /** From the cache while it is fresh, else from the first source that answers. */
  servers(sources: IceSources): Promise<IceResult>;
  /** Asks again before an ICE restart, unless the answer is only seconds old. */
  refresh(sources: IceSources): Promise<IceResult>;
  /** What the servers in use came from; undefined before any were asked for. */
  report(): IceReport | undefined;
}

export interface IceReport {
  readonly source: IceSourceName;
  /** Those that were asked in vain, in the order in which they were asked. */
  readonly failures: readonly {readonly source: IceSourceName; readonly reason: string}[];
  readonly askedAt: number;
  /** When the credentials are over. */
  readonly validUntil: number;
}

interface Entry extends IceResult, IceReport {
  readonly key: string;
  /** When to ask again. */
  readonly freshUntil: number;
}

/** A wrong entry of the page's list is left out; whoever wrote it is told. */
const readList = (list: IceSources['list']): RTCIceServer[] => {
  const {servers, problems} = parseIceServers(list);
  for (const problem of problems) warnOnce(problem, problem);
  return servers;
};

/** Equal for sources that would give the same; the list is parsed first, since a page may hand in anything. */
const keyOf = ({owner, connector, iceUrl, list}: IceSources): string =>
  JSON.stringify([owner, Boolean(connector), iceUrl, readList(list)]);

const resultOf = ({iceServers, source}: IceResult): IceResult => ({iceServers, source});

/** The chain of fallback between the sources of ICE servers, with its cache. */
export const createIceChain = (seams: {readonly clock: Clock; readonly fetch: typeof fetch}): IceChain => {
  const {clock} = seams;
  let cached: Entry | undefined;
  let asking: {readonly key: string; readonly entry: Promise<Entry>} | undefined;

  const ask = async (sources: IceSources): Promise<Entry> => {
    const key = keyOf(sources);
    const failures: {source: IceSourceName; reason: string}[] = [];
    for (const source of ['connector', 'ice-url'] as const) {
      if (!(source === 'connector' ? sources.connector : sources.iceUrl)) continue;
      try {
        const {iceServers, ttl} = await askIceSource(source, sources, seams);
        const now = clock.now();
        const fresh = failures.length ? Math.min(ttl * 800, RETRY_AFTER) : ttl * 800;
        return {key, iceServers, source, failures, askedAt: now, freshUntil: now + fresh, validUntil: now + ttl * 1000};
      } catch (error) {
        const reason = reasonOf(error);
        failures.push({source, reason});
        if (!QUIET.includes(reason)) warnOnce(`${source} ${reason}`, `no ICE servers from the ${source}: ${reason}.`);
      }
    }
    const servers = readList(sources.list);
    const source = servers.length ? 'ice-servers' : 'none';
    const askedAt = clock.now();
    const freshUntil = failures.length ? askedAt + RETRY_AFTER : Infinity;
    return {key, iceServers: servers, source, failures, askedAt, freshUntil, validUntil: Infinity};
  };

  /** Keeps the better of two answers: a list that still holds is not given up for a lesser one. */
  const keep = (entry: Entry): Entry => {
    const worse = cached?.key === entry.key && RANK[cached.source] < RANK[entry.source];
    const {askedAt, freshUntil, failures} = entry;
    if (worse && cached && cached.validUntil > clock.now()) cached = {...cached, askedAt, freshUntil, failures};
    else cached = entry;
    return cached;
  };

  /** One question at a time, however many ask it. */
  const renew = (sources: IceSources): Promise<Entry> => {
    const key = keyOf(sources);
    if (asking?.key === key) return asking.entry;
    const mine = {
      key,
      entry: ask(sources).then((entry) => {
        // Asked for others meanwhile: the answer serves those who wait for it, and is not kept.
        if (asking !== mine) return entry;
        asking = undefined;
        return keep(entry);
      }),
    };
    asking = mine;
    return mine.entry;
  };

  const find = async (sources: IceSources, wanted: (old: Entry) => boolean): Promise<IceResult> => {
    const old = cached?.key === keyOf(sources) ? cached : undefined;
    // With credentials that are over, a call would fail for certain: then it is worth the wait.
    if (!old || clock.now() >= old.validUntil) return resultOf(await renew(sources));
    if (!wanted(old)) return resultOf(old);
    return resultOf(await within(renew(sources), PATIENCE, clock).catch(() => old));
  };

  return {
    servers: (sources) => find(sources, (old) => clock.now() >= old.freshUntil),
    refresh: (sources) => find(sources, ({askedAt, freshUntil}) => clock.now() >= Math.min(freshUntil, askedAt + RECENT)),
    report: () => cached,
  };
};
