import type {Server} from 'node:http';
import type {Express, Router} from 'express';
import {openBus} from './bus/open-bus.js';
import type {Config} from './config/config.js';
import {eventRoutes} from './events/event-routes.js';
import type {Health} from './health.js';
import {createGuards} from './http/create-guards.js';
import {createIceService} from './ice/create-ice-service.js';
import {iceRoutes} from './ice/ice-routes.js';
import {createIdentity} from './identity/create-identity.js';
import {sessionRoute} from './identity/session-route.js';
import {loadHooks} from './load-hooks.js';
import type {Log} from './log.js';
import type {Metrics} from './metrics.js';
import {Opened} from './opened.js';
import {createPermissions, withPolicy} from './permissions.js';
import type {Permissions} from './permissions.js';
import {createPresence} from './presence/create-presence.js';
import {attachSignalling} from './signalling/attach-signalling.js';
import {createDirectory} from './signalling/create-directory.js';
import {createCallLog} from './store/call-log.js';
import {callRoutes} from './store/call-routes.js';
import {imAccountRoutes} from './store/im-account-routes.js';
import {createImAccounts} from './store/im-accounts.js';
import {openDatabase} from './store/open-database.js';
import {settingsRoutes} from './store/settings-routes.js';
import {createSettings} from './store/settings.js';

/** What the parts stand in. */
interface Surroundings {
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

const open = async ({config, log, metrics, health, endpoints, ...rest}: Surroundings, opened: Opened) => {
  const hooks = rest.permissions ?? (config.hooks === undefined ? {} : await loadHooks(config.hooks));
  const identity = createIdentity(config.token);
  const guards = createGuards({identity, requestsPerMinute: config.limits.requestsPerMinute});

  const database = opened.add(await openDatabase(config.database, log));
  const bus = opened.add(await openBus(config.nats, log));
  health.add('database', () => database.query('select 1'));
  health.add('NATS', () => bus.isReady);

  const presence = opened.add(createPresence(bus));
  const settings = createSettings(database, bus, log);
  // Now, since the database may be gone when the first call begins.
  await settings.load();
  const permissions = createPermissions(withPolicy(hooks, settings), log);
  const keepDays = async () => (await settings.read('policy')).value.callLogDays;
  const callLog = opened.add(createCallLog(database, log, {keepDays}));
  const ice = opened.add(createIceService({config, settings, log, metrics}));
  metrics.total('call_log_lost_total', () => callLog.lost);
  metrics.total('bus_dropped_total', () => bus.dropped);

  endpoints.use([
    sessionRoute(guards),
    iceRoutes(ice, guards),
    eventRoutes({presence, settings, permissions, guards, metrics}),
    settingsRoutes(settings, guards),
    imAccountRoutes(createImAccounts(database), permissions, guards),
    callRoutes(callLog, guards),
  ]);

  const {basePath: path, limits, origins} = config;
  const directory = createDirectory(bus);
  const observers = [callLog.observe];
  return attachSignalling({...rest, path, limits, origins, identity, permissions, settings, presence, directory, observers, log, metrics});
};

/** Opens what the server is made of, and puts its endpoints in place. Leaves nothing open when it rejects. */
export const openParts = async (surroundings: Surroundings): Promise<Parts> => {
  const opened = new Opened(surroundings.log);
  try {
    const signalling = await open(surroundings, opened);
    return {closeSockets: () => signalling.close(), close: () => opened.close()};
  } catch (error) {
    await opened.close();
    throw error;
  }
};
