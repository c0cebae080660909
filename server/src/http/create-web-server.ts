import {createServer as createHttpServer} from 'node:http';
import type {Server} from 'node:http';
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

export interface WebServer {
  readonly server: Server | HttpsServer;
  readonly protocol: 'http' | 'https';
  /** Takes a renewed certificate for connections from now on. Throws a `ConfigError`, and keeps the old one. */
  reloadCertificate(): void;
}

export const createWebServer = (app: Express, tls: TlsFiles | undefined): WebServer => {
  if (!tls) return {server: createHttpServer(TIMES, app), protocol: 'http', reloadCertificate: () => undefined};
  const server = createHttpsServer({...TIMES, ...readTls(tls)}, app);
  return {server, protocol: 'https', reloadCertificate: () => server.setSecureContext(readTls(tls))};
};
