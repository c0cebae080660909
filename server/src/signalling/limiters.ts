import {RateLimiterMemory} from 'rate-limiter-flexible';
import type {RateLimiterRes} from 'rate-limiter-flexible';
import type {Limits} from '../config/config.js';

/** Counted over ten seconds, since a call begins with a burst. */
const WINDOW = 10;
/** A large message counts as several. */
const BYTES_PER_POINT = 8192;
/** Who sends this many times what is allowed is no page of ours. */
const ABUSE = 4;

export type Allowance = 'granted' | 'exceeded' | 'abused';

export const createLimiters = ({messagesPerSecond, ringsPerMinute}: Pick<Limits, 'messagesPerSecond' | 'ringsPerMinute'>) => {
  const messages = new RateLimiterMemory({points: messagesPerSecond * WINDOW, duration: WINDOW});
  const rings = new RateLimiterMemory({points: ringsPerMinute, duration: 60});
  const granted = (): Allowance => 'granted';
  return {
    /** One more message of a connection. */
    message: (connection: string, bytes: number): Promise<Allowance> =>
      messages
        .consume(connection, 1 + Math.floor(bytes / BYTES_PER_POINT))
        .then(granted, ({consumedPoints}: RateLimiterRes) =>
          consumedPoints > ABUSE * messages.points ? 'abused' : 'exceeded',
        ),
    /** One more call of a user. */
    ring: (user: string): Promise<boolean> =>
      rings.consume(user).then(
        () => true,
        () => false,
      ),
    forget: (connection: string): void => void messages.delete(connection),
  };
};

export type Limiters = ReturnType<typeof createLimiters>;
