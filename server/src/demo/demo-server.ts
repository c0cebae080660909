import {once} from 'node:events';
import {createServer} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import {join} from 'node:path';
import express from 'express';
import type {Express, NextFunction, Request, Response} from 'express';
import {listen} from '../listen.js';
import {attachSignalling} from '../signalling.js';
import type {Signalling} from '../signalling.js';
import {STRICT_POLICY} from '../strict-policy.js';
import {addPortal} from './portal.js';
import {PROJECT} from './templates.js';

export interface DemoOptions {
  /** 0 takes any free one. */
  readonly port?: number;
  readonly host?: string;
  /** Certificate and key in PEM: HTTPS, without which browsers give no camera to pages from other machines. */
  readonly tls?: {readonly cert: string | Buffer; readonly key: string | Buffer};
  /** Sends the strict Content-Security-Policy with every page; a page asks for it by `?csp=strict`. */
  readonly strict?: boolean;
  /** More folders to serve: path in URLs → folder on disk. For tests with pages of their own. */
  readonly folders?: Readonly<Record<string, string>>;
}

export interface DemoServer {
  readonly url: string;
  readonly port: number;
  readonly peerServer: Signalling['peerServer'];
  /** Ends all connections at once and frees the port; may be called twice. */
  close(): Promise<void>;
}

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

/** Starts the demo: the portal's pages, the built library, and a PeerServer at `/peerjs`, all on one port. */
export const createDemoServer = async (options: DemoOptions = {}): Promise<DemoServer> => {
  const {port = 8000, host = '127.0.0.1', tls, strict = false, folders = {}} = options;
  const app = express().disable('x-powered-by');
  const server = tls ? createTlsServer(tls, app) : createServer(app);
  app.use(headers(strict));
  const signalling = attachSignalling(app, server, '/peerjs');
  addPortal(app);
  addFolder(app, '/assets', join(PROJECT, 'demo/assets'));
  addFolder(app, '/cdn', join(PROJECT, 'dist/cdn'));
  addFolder(app, '/dist', join(PROJECT, 'dist'));
  for (const [path, folder] of Object.entries(folders)) addFolder(app, path, folder);
  app.use((_, response) => {
    response.status(404).type('text').send('There is no such page.');
  });

  const taken = await listen(server, host, port);
  return {
    url: `${tls ? 'https' : 'http'}://${host}:${taken}`,
    port: taken,
    peerServer: signalling.peerServer,
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      signalling.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
