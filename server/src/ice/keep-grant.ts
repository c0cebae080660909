import CircuitBreaker from 'opossum';
import {within} from '../within.js';
import {IceSourceError, timedOut} from './ice-source-error.js';
import {BUDGET} from './ice-source.js';
import type {IceGrant} from './ice-source.js';

/** What a person waits of these: browsers give the whole of our answer two seconds. The question goes on, for the next one. */
const PATIENCE = 1500;
/** How long a source is left alone that failed repeatedly. */
const PAUSE = 30_000;
/** A call has to be made with them yet. */
const LEAST_REST = 60_000;

interface Kept {
  readonly grant: IceGrant;
  readonly freshUntil: number;
  readonly validUntil: number;
}

export interface KeptGrant {
  /** With the ttl that remains. Rejects with an `IceSourceError`. */
  take(): Promise<IceGrant>;
  /** Why the last question failed; undefined after an answer. */
  readonly failure: IceSourceError | undefined;
  readonly isPaused: boolean;
  close(): void;
}

const restOf = ({grant, validUntil}: Kept): IceGrant => ({...grant, ttl: Math.floor((validUntil - Date.now()) / 1000)});

/**
 * Asks a source as seldom as it can be asked. An answer is fresh for 80 % of its time; after that it is still given, at
 * once, while a new one is fetched. One question at a time, however many wait for it, and none for a while after
 * repeated failures.
 */
export const keepGrant = (ask: () => Promise<IceGrant>, tell: (failure: IceSourceError | undefined) => void): KeptGrant => {
  let kept: Kept | undefined;
  let failure: IceSourceError | undefined;
  let asking: Promise<Kept> | undefined;
  const breaker = new CircuitBreaker(ask, {
    timeout: BUDGET,
    resetTimeout: PAUSE,
    // Three failures within five minutes: calls are rare, and each of them would wait.
    volumeThreshold: 3,
    rollingCountTimeout: 300_000,
    rollingPercentilesEnabled: false,
    enableSnapshots: false,
  });

  const conclude = (outcome: IceSourceError | undefined): void => {
    const isNews = outcome?.code !== failure?.code;
    failure = outcome;
    if (isNews) tell(outcome);
  };

  const question = async (): Promise<Kept> => {
    const askedAt = Date.now();
    try {
      const grant = await breaker.fire();
      conclude(undefined);
      kept = {grant, freshUntil: askedAt + grant.ttl * 800, validUntil: askedAt + grant.ttl * 1000};
      return kept;
    } catch (error) {
      conclude(error instanceof IceSourceError ? error : new IceSourceError('timeout'));
      throw failure;
    } finally {
      asking = undefined;
    }
  };

  const askOnce = (): Promise<Kept> => {
    if (breaker.opened && failure) return Promise.reject(failure);
    return (asking ??= question());
  };

  return {
    async take() {
      const old = kept;
      if (old && Date.now() < old.freshUntil) return restOf(old);
      const next = askOnce();
      if (!old || Date.now() > old.validUntil - LEAST_REST) return restOf(await within(next, PATIENCE, timedOut));
      next.catch(() => undefined);
      return restOf(old);
    },
    get failure() {
      return failure;
    },
    get isPaused() {
      return breaker.opened;
    },
    close: () => breaker.shutdown(),
  };
};
