import {Router} from 'express';
import type {RequestHandler} from 'express';
import {ApiError} from './http/api-error.js';
import {within} from './within.js';

/** Rejects, throws or says false when what it looks at cannot be used. */
export type Check = () => unknown;

const BUDGET_MS = 2000;
/** However many ask, what is looked at is asked once in this time. */
const KEPT_MS = 1000;

const PHASES = {
  starting: new ApiError(503, 'starting', 'The server is starting: try again in a moment.'),
  'shutting-down': new ApiError(503, 'shutting-down', 'The server is shutting down: try again in a moment, another one will answer.'),
};

const withinBudget = async (check: Check): Promise<boolean> => {
  try {
    return (await within((async () => check())(), BUDGET_MS, () => false)) !== false;
  } catch {
    return false;
  }
};

/** Whether the server can do its work, and if not, why. */
export class Health {
  phase: keyof typeof PHASES | 'running' = 'starting';
  readonly #checks = new Map<string, Check>();
  #missing: Promise<string[]> | undefined;

  /** While this check fails, the server does what it can without. */
  add(name: string, check: Check): void {
    this.#checks.set(name, check);
  }

  /** What cannot be reached at the moment. */
  missing(): Promise<readonly string[]> {
    return (this.#missing ??= this.#look());
  }

  assertRunning(): void {
    if (this.phase !== 'running') throw PHASES[this.phase];
  }

  async #look(): Promise<string[]> {
    setTimeout(() => (this.#missing = undefined), KEPT_MS).unref();
    const looks = [...this.#checks].map(async ([name, check]) => ((await withinBudget(check)) ? [] : [name]));
    return (await Promise.all(looks)).flat();
  }
}

/**
 * `/health`: the process is alive. `/ready`: send it people. Also without its database or NATS: these are missing on all nodes
 * at once, as a rule, and each goes on with what it has, while a proxy that finds none ready sends people nowhere.
 */
export const healthRoutes = (health: Health): Router =>
  Router()
    .get('/health', (_request, response) => {
      response.json({alive: true});
    })
    .get('/ready', async (_request, response, next) => {
      try {
        health.assertRunning();
        const missing = await health.missing();
        response.json({ready: true, ...(missing.length > 0 && {missing})});
      } catch (error) {
        response.set('Retry-After', '1');
        next(error);
      }
    });

/** Nothing but health answers while the server starts or ends. */
export const onlyWhileRunning =
  (health: Health): RequestHandler =>
  (_request, response, next) => {
    response.set('Retry-After', '1');
    health.assertRunning();
    response.removeHeader('Retry-After');
    next();
  };
