import {createIceChain} from '../../src/ice/ice-chain.js';
import type {IceSources} from '../../src/ice/ice-sources.js';
import {createFakeClock} from './fake-clock.js';

export const server = (name: string) => ({urls: `stun:${name}.example`});
export const never = () => new Promise<never>(() => {});

/** A chain of sources, what `fetch` was asked, and a way to see a promise settled or not. */
export const iceChain = (reply: () => unknown = never) => {
  const clock = createFakeClock();
  const asked: {readonly url: string; readonly init: RequestInit}[] = [];
  const fetch = async (url: unknown, init: RequestInit = {}) => {
    asked.push({url: String(url), init});
    const body = await reply();
    return body instanceof Response ? body : Response.json(body);
  };
  const own = createIceChain({clock, fetch: fetch as typeof globalThis.fetch});
  const chain = {
    servers: (sources: Partial<IceSources>) => own.servers({owner: 'alice', ...sources}),
    refresh: (sources: Partial<IceSources>) => own.refresh({owner: 'alice', ...sources}),
  };
  const after = async <T>(promise: Promise<T>, ms: number): Promise<T | 'waiting'> => {
    let settled: T | 'waiting' = 'waiting';
    void promise.then((value) => (settled = value));
    await clock.advance(ms);
    return settled;
  };
  return {chain, clock, asked, after};
};
