import express, {Router} from 'express';
import type {Express} from 'express';
import type {Config} from '../config/config.js';
import {healthRoutes, onlyWhileRunning} from '../health.js';
import type {Health} from '../health.js';
import type {Log} from '../log.js';
import type {Metrics} from '../metrics.js';
import {answerErrors, answerNotFound} from './error-answers.js';
import {measureRequests} from './measure-requests.js';
import {metricsRoute} from './metrics-route.js';
import {OpenAnswers} from './open-answers.js';
import {allowOrigins} from './origins.js';
import {securityHeaders} from './security-headers.js';

export interface AppParts {
  readonly config: Pick<Config, 'basePath' | 'trustProxy' | 'origins' | 'metricsToken'>;
  readonly log: Log;
  readonly health: Health;
  readonly metrics: Metrics;
  /** Adds what else is served, for example a portal's pages, before the server's own endpoints. */
  readonly addPages?: ((app: Express) => void) | undefined;
}

export interface App {
  readonly app: Express;
  /** Below the base path and behind everything that each request passes; it may be filled later. */
  readonly endpoints: Router;
  readonly answers: OpenAnswers;
}

/** What every request passes on its way to an endpoint, and what becomes of those that find none. */
export const createApp = ({config, log, health, metrics, addPages}: AppParts): App => {
  const app = express().disable('x-powered-by').set('trust proxy', config.trustProxy);
  const answers = new OpenAnswers();
  const endpoints = Router();
  app.use(answers.observe);
  addPages?.(app);
  app.use(config.basePath, [
    measureRequests(metrics),
    securityHeaders,
    healthRoutes(health),
    metricsRoute(metrics, config.metricsToken),
    allowOrigins(config.origins),
    onlyWhileRunning(health),
    express.json({limit: '64kb'}),
    endpoints,
  ]);
  app.use(answerNotFound, answerErrors(log));
  return {app, endpoints, answers};
};
