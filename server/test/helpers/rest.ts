import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import express from 'express';
import type {Router} from 'express';
import {createGuards} from '../../src/http/create-guards.js';
import {answerErrors, answerNotFound} from '../../src/http/error-answers.js';
import type {Guards} from '../../src/http/guards.js';
import {RefusedError} from '../../src/identity/identity.js';
import {createTestLog} from './test-log.js';

/** Here a token is a user's name; `root` is the administrator. What a real token is has tests of its own. */
const identity = {
  verify: async (token: string | undefined) => {
    if (!token) throw new RefusedError('token-missing');
    return {id: token, name: token, avatar: '', isAdmin: token.startsWith('root'), expiresAt: Date.now() + 60_000};
  },
};

export interface Answer {
  readonly status: number;
  // What endpoints answer is looked at field by field.
  readonly body: any;
  readonly text: string;
}

/** Some of the server's routes on a port of their own, behind the real guards and the real error answers. */
export const serveRoutes = async (routesOf: (guards: Guards) => readonly Router[]) => {
  const {log, lines} = createTestLog();
  const app = express();
  app.use(express.json({limit: '64kb'}));
  for (const router of routesOf(createGuards({identity, requestsPerMinute: 100_000}))) app.use(router);
  app.use(answerNotFound, answerErrors(log));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const ask = async (user: string, method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {...(user && {Authorization: `Bearer ${user}`}), 'Content-Type': 'application/json'},
      ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
    });
    const text = await response.text();
    return {status: response.status, body: JSON.parse(text), text};
  };

  return {
    get: (user: string, path: string) => ask(user, 'GET', path),
    put: (user: string, path: string, body: unknown) => ask(user, 'PUT', path, body),
    lines,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
