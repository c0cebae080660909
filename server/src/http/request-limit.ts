import type {Response} from 'express';
import {RateLimiterMemory, RateLimiterRes} from 'rate-limiter-flexible';
import {ApiError} from './api-error.js';

const SECONDS = 60;

/** How many requests one key may make in a minute, on this process. */
export const createRequestLimit = (perMinute: number) => {
  const limiter = new RateLimiterMemory({points: perMinute, duration: SECONDS});
  return {
    /** Counts one; throws 429 when it is too many. */
    async count(key: string, response: Response): Promise<void> {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        response.set('Retry-After', String(retryAfter));
        throw new ApiError(429, 'too-many-requests', `These are too many requests: try again in ${retryAfter} s.`, {retryAfter});
      }
    },
  };
};
