import {randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import express from 'express';
import type {Express, NextFunction, Request, Response} from 'express';
import {createCallServer} from '../call-server.js';
import {ConfigError} from '../config/config-error.js';
import type {TlsFiles} from '../config/config.js';
import {readConfig} from '../config/read-config.js';
import {createLog} from '../log.js';
import {STRICT_POLICY} from '../strict-policy.js';
import {addPortal} from './portal.js';
import {PROJECT} from './templates.js';
import {tokenRoute} from './token-route.js';

export interface DemoOptions {
  /** 0 takes any free one. */
  readonly port?: number;
  readonly host?: string;
  /** HTTPS, without which browsers give no camera to pages from other machines. */
  readonly tls?: TlsFiles;
  /** More of the server's configuration, by the names of its environment; with a `DATA_DIR`, what is stored is kept. */
  readonly env?: NodeJS.ProcessEnv;
  /** Sends the strict Content-Security-Policy with every page; a page asks for it by `?csp=strict`. */
  readonly strict?: boolean;
  /** More folders to serve: path in URLs → folder on disk. For tests with pages of their own. */
  readonly folders?: Readonly<Record<string, string>>;
}

export interface DemoServer {
  readonly url: string;
  readonly port: number;
  /** Ends all connections and frees the port; may be called twice. */
  close(): Promise<void>;
}

/** Nobody else knows it. A server that is closed and started again knows it still, as a real one would. */
const TOKEN_SECRET = randomBytes(32).toString('hex');

/** The portal's pages are no part of the server's package. */
const assertPages = (): void => {
  if (existsSync(join(PROJECT, 'demo'))) return;
  throw new ConfigError(['The demo needs the project’s own folder, which is not here: clone the repository, and say npm start in it.']);
};

const headers =
  (strict: boolean) =>
  (request: Request, response: Response, next: NextFunction): void => {
    response.set({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      // Each answer is checked by its ETag, so that a rebuilt file is never an old one.
      'Cache-Control': 'no-cache',
    });
    if (strict || request.query.csp === 'strict') response.set('Content-Security-Policy', STRICT_POLICY);
    next();
  };

const addFolder = (app: Express, path: string, folder: string): void => {
  app.use(path, express.static(folder, {index: false, redirect: false, cacheControl: false}));
};

/**
 * Starts the demo: the whole server, and beside it a portal that signs tokens for anybody. By default nothing of it is kept.
 * Rejects with a `ConfigError` outside of the project's folder.
 */
export const createDemoServer = async (options: DemoOptions = {}): Promise<DemoServer> => {
  assertPages();
  const {port = 8000, host = '127.0.0.1', tls, env, strict = false, folders = {}} = options;
  const given = readConfig({TOKEN_SECRET, ...env});
  const config = {...given, port, host, tls, database: env?.DATA_DIR ? given.database : {}};
  const addPages = (app: Express): void => {
    app.use(headers(strict), tokenRoute(config.token));
    addPortal(app);
    // At the top, since a service worker is for what lies below it.
    app.get('/call-worker.js', (_, response) => response.sendFile(join(PROJECT, 'demo/call-worker.js')));
    addFolder(app, '/assets', join(PROJECT, 'demo/assets'));
    addFolder(app, '/cdn', join(PROJECT, 'dist/cdn'));
    addFolder(app, '/dist', join(PROJECT, 'dist'));
    for (const [path, folder] of Object.entries(folders)) addFolder(app, path, folder);
  };
  const server = await createCallServer({config, log: createLog('warn'), addPages});
  return {url: new URL(server.url).origin, port: server.port, close: () => server.close()};
};
