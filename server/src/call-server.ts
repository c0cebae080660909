import {isIPv6} from 'node:net';
import {setTimeout} from 'node:timers/promises';
import type {Express} from 'express';
import type {Config} from './config/config.js';
import {Health} from './health.js';
import {createApp} from './http/create-app.js';
import {createWebServer} from './http/create-web-server.js';
import {listen} from './listen.js';
import type {Log} from './log.js';
import {createMetrics} from './metrics.js';
import {openParts} from './open-parts.js';
import type {Permissions} from './permissions.js';

export interface CallServerOptions {
  readonly config: Config;
  readonly log: Log;
  /** Instead of the configuration's hooks. */
  readonly permissions?: Partial<Permissions>;
  /** Adds what else is served on the same port, for example a portal's pages. */
  readonly addPages?: (app: Express) => void;
}

export interface CallServer {
  /** Of the base path. */
  readonly url: string;
  readonly port: number;
  /** Takes a renewed certificate. Throws a `ConfigError`, and keeps the old one. */
  reloadCertificate(): void;
  /** Tells everybody to come back, lets requests end, then lets go of everything, within ten seconds; may be called twice. */
  close(): Promise<void>;
}

/** However slow a request is, it ends after this time; and the server after that, even if its database does not answer. */
const REQUESTS_MS = 5000;
/** Shorter than the ten seconds after which Docker kills. */
const CLOSING_MS = 9000;

/** Starts the whole server. Rejects with a `ConfigError`, a `ListenError` or a `StoreError`. */
export const createCallServer = async ({config, log, permissions, addPages}: CallServerOptions): Promise<CallServer> => {
  const health = new Health();
  const metrics = createMetrics();
  const {app, endpoints, answers} = createApp({config, log, health, metrics, addPages});
  const {server, protocol, reloadCertificate} = createWebServer(app, config.tls);
  // It listens before all is there, so that whoever waits for it is told so.
  const port = await listen(server, config.host, config.port);

  const closeServer = async (): Promise<void> => {
    server.close();
    await answers.end(AbortSignal.timeout(REQUESTS_MS));
    server.closeAllConnections();
  };

  const parts = await openParts({config, log, permissions, app, server, endpoints, health, metrics}).catch(async (error) => {
    await closeServer();
    throw error;
  });

  const close = async (): Promise<void> => {
    log.info('The server shuts down.');
    health.phase = 'shutting-down';
    await parts.closeSockets();
    await closeServer();
    await parts.close();
    log.info('The server has shut down.');
  };

  const closeInTime = async (): Promise<void> => {
    const isLate = await Promise.race([close(), setTimeout(CLOSING_MS, true, {ref: false})]);
    if (isLate) log.warn({code: 'close-late'}, 'The server ends, although not all of it could be closed in time.');
  };

  health.phase = 'running';
  log.info({port}, 'The server is ready.');
  let closed: Promise<void> | undefined;
  const host = isIPv6(config.host) ? `[${config.host}]` : config.host;
  return {
    url: `${protocol}://${host}:${port}${config.basePath}`,
    port,
    reloadCertificate,
    close: () => (closed ??= closeInTime()),
  };
};
