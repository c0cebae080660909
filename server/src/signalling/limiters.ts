import {RateLimiterMemory} from 'rate-limiter-flexible';
import type {RateLimiterRes} from 'rate-limiter-flexible';
import type {Limits} from '../config/config.js';

/** Counted over ten seconds, since a call begins with a burst. */
const WINDOW = 10;
/** A large message counts as several. */
const BYTES_PER_POINT = 8192;
/** Who sends this many times what is allowed is no page of ours. */
const ABUSE = 4;
/** So often in a minute may each of a user's connections come back. */
const VISITS = 6;

export type Allowance = 'granted' | 'exceeded' | 'abused';

type SignallingLimits = Pick<Limits, 'messagesPerSecond' | 'ringsPerMinute' | 'connectionsPerUser'>;

const take = (limiter: RateLimiterMemory, user: string): Promise<boolean> =>
  limiter.consume(user).then(
    () => true,
    () => false,
  );

/** Each counts what one user does, over whichever of their connections: who comes back has no more than before. */
export const createLimiters = ({messagesPerSecond, ringsPerMinute, connectionsPerUser}: SignallingLimits) => {
  const messages = new RateLimiterMemory({points: messagesPerSecond * WINDOW, duration: WINDOW});
  const calls = new RateLimiterMemory({points: ringsPerMinute, duration: 60});
  const visits = new RateLimiterMemory({points: connectionsPerUser * VISITS, duration: 60});
  const granted = (): Allowance => 'granted';
  return {
    message: (user: string, bytes: number): Promise<Allowance> =>
      messages
        .consume(user, 1 + Math.floor(bytes / BYTES_PER_POINT))
        .then(granted, ({consumedPoints}: RateLimiterRes) =>
          consumedPoints > ABUSE * messages.points ? 'abused' : 'exceeded',
        ),
    call: (user: string): Promise<boolean> => take(calls, user),
    visit: (user: string): Promise<boolean> => take(visits, user),
  };
};

export type Limiters = ReturnType<typeof createLimiters>;
