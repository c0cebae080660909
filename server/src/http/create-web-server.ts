import {createServer as createHttpServer} from 'node:http';
import type {RequestListener, Server} from 'node:http';
import {createServer as createHttpsServer} from 'node:https';
import type {Server as HttpsServer} from 'node:https';
import type {Express} from 'express';
import type {TlsFiles} from '../config/config.js';
import {readTls} from '../tls.js';

const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than a proxy keeps its connections, so that it never writes into one that is just being closed.
  keepAliveTimeout: 75_000,
};

const UNREADABLE = JSON.stringify({code: 'request-invalid', message: 'The request cannot be read: check its address.'});

/** What is no address comes to nobody in express, and Node writes a warning that has all of it. */
const onlyReadable =
  (app: Express): RequestListener =>
  (request, response) => {
    if (URL.canParse(request.url ?? '', 'http://localhost')) return app(request, response);
    response.statusCode = 400;
    response.setHeader('Content-Type', 'application/json').end(UNREADABLE);
  };

export interface WebServer {
  readonly server: Server | HttpsServer;
  readonly protocol: 'http' | 'https';
  /** Takes a renewed certificate for connections from now on. Throws a `ConfigError`, and keeps the old one. */
  reloadCertificate(): void;
}

export const createWebServer = (app: Express, tls: TlsFiles | undefined): WebServer => {
  if (!tls) return {server: createHttpServer(TIMES, onlyReadable(app)), protocol: 'http', reloadCertificate: () => undefined};
  const server = createHttpsServer({...TIMES, ...readTls(tls)}, onlyReadable(app));
  return {server, protocol: 'https', reloadCertificate: () => server.setSecureContext(readTls(tls))};
};
