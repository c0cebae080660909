import type {Server} from 'node:http';
import type {Express, Router} from 'express';
import {openBus} from './bus/open-bus.js';
import type {Config} from './config/config.js';
import type {Health} from './health.js';
import {createGuards} from './http/create-guards.js';
import {createIceService} from './ice/create-ice-service.js';
import {iceRoutes} from './ice/ice-routes.js';
import {createIdentity} from './identity/create-identity.js';
import {sessionRoute} from './identity/session-route.js';
import {loadHooks} from './load-hooks.js';
import type {Log} from './log.js';
import type {Metrics} from './metrics.js';
import {createPermissions} from './permissions.js';
import {createPresence} from './presence/create-presence.js';
import type {Permissions} from './presence/presence.js';
import {attachSignalling} from './signalling/attach-signalling.js';
import {createDirectory} from './signalling/create-directory.js';
import {createImAccounts} from './store/im-accounts.js';
import {openDatabase} from './store/open-database.js';
import {createSettings} from './store/settings.js';

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

interface Closable {
  close(): unknown;
}

/** What was opened, to be closed the other way round; one that cannot be closed keeps no other open. */
const createOpened = (log: Log) => {
  const opened: Closable[] = [];
  return {
    add<Part extends Closable>(part: Part): Part {
      opened.push(part);
      return part;
    },
    async close(): Promise<void> {
      for (const part of opened.splice(0).reverse()) {
        try {
          await part.close();
        } catch (error) {
          log.error({code: 'close-failed', error}, 'A part of the server could not be closed.');
        }
      }
    },
  };
};

/** Opens what the server is made of, and puts its endpoints in place. Leaves nothing open when it rejects. */
export const openParts = async (surroundings: Surroundings): Promise<Parts> => {
  const {config, log, metrics, health, endpoints} = surroundings;
  const opened = createOpened(log);
  try {
    const hooks = surroundings.permissions ?? (config.hooks === undefined ? {} : await loadHooks(config.hooks));
    const permissions = createPermissions(hooks, log);
    const identity = createIdentity(config.token);
    const guards = createGuards({identity, requestsPerMinute: config.limits.requestsPerMinute});

    const database = opened.add(await openDatabase(config.database, log));
    health.add('database', () => database.query('select 1'));
    const bus = opened.add(await openBus(config.nats, log));
    health.add('NATS', () => bus.isReady);

    const presence = opened.add(createPresence(bus));
    const settings = createSettings(database, bus, log);
    const ice = opened.add(createIceService({config, settings, log, metrics}));
    const signalling = attachSignalling({
      ...surroundings,
      ...{identity, permissions, presence, directory: createDirectory(bus)},
      ...{path: config.basePath, limits: config.limits, origins: config.origins, observers: []},
    });

    endpoints.use([sessionRoute(guards), iceRoutes(ice, guards)]);
    void createImAccounts;
    return {closeSockets: () => signalling.close(), close: () => opened.close()};
  } catch (error) {
    await opened.close();
    throw error;
  }
};
