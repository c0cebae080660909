import type {RequestHandler} from 'express';
import type {Metrics} from '../metrics.js';
import {isStream} from './open-answers.js';

/**
 * How long answers took, by the endpoint's pattern: a path itself may have a person in it. Streams are left out, since they
 * last until somebody leaves.
 */
export const measureRequests =
  (metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const start = performance.now();
    response.once('close', () => {
      if (isStream(response)) return;
      const route = (request.route as {path?: unknown} | undefined)?.path;
      const labels = {method: request.method, route: typeof route === 'string' ? route : 'none', status: String(response.statusCode)};
      metrics.time('http_request_seconds', (performance.now() - start) / 1000, labels);
    });
    next();
  };
