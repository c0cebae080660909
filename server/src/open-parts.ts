import type {Server} from 'node:http';
import type {Express, Router} from 'express';
import type {Config} from './config/config.js';
import type {Health} from './health.js';
import type {Log} from './log.js';
import type {Metrics} from './metrics.js';
import type {Permissions} from './presence/presence.js';

export interface Surroundings {
  readonly config: Config;
  readonly log: Log;
  readonly permissions: Partial<Permissions> | undefined;
  readonly app: Express;
  readonly server: Server;
  readonly endpoints: Router;
  readonly health: Health;
  readonly metrics: Metrics;
}

export interface Parts {
  /** Tells those who are connected to come back. */
  closeSockets(): Promise<void>;
  /** Lets go of the rest. */
  close(): Promise<void>;
}

/** Opens what the server is made of, and puts its endpoints in place. Leaves nothing open when it rejects. */
export const openParts = async (_surroundings: Surroundings): Promise<Parts> => ({
  closeSockets: async () => undefined,
  close: async () => undefined,
});
