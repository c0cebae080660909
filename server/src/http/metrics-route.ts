import {createHash, timingSafeEqual} from 'node:crypto';
import {Router} from 'express';
import type {Request} from 'express';
import type {Metrics} from '../metrics.js';
import {ApiError} from './api-error.js';

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

const hasToken = (request: Request, token: string | undefined): boolean =>
  token !== undefined && timingSafeEqual(hash(request.get('Authorization') ?? ''), hash(`Bearer ${token}`));

/** A proxy on the same machine speaks from there for everybody; it says so in a header. */
const isLocal = (request: Request): boolean => {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => request.headers[name] !== undefined);
  return !isForwarded && /^(::1|(::ffff:)?127\.[\d.]+)$/.test(request.socket.remoteAddress ?? '');
};

/** For Prometheus, on this machine or with the token. */
export const metricsRoute = (metrics: Metrics, token: string | undefined): Router =>
  Router().get('/metrics', async (request, response, next) => {
    try {
      if (!hasToken(request, token) && !isLocal(request)) {
        throw new ApiError(403, 'metrics-forbidden', 'Metrics are for this machine only: set METRICS_TOKEN, and send it as Authorization: Bearer.');
      }
      response.type(metrics.contentType).send(await metrics.text());
    } catch (error) {
      next(error);
    }
  });
