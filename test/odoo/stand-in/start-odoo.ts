import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {extname, join, normalize} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {Bus} from './bus.js';
import {BusSockets} from './bus-sockets.js';
import {Calls} from './calls.js';
import {answerJsonRpc, htmlAnswer} from './json-rpc.js';
import type {Answer} from './json-rpc.js';
import {askMobileRoute, MOBILE_ROUTES} from './mobile-routes.js';
import type {Params, World} from './mobile-routes.js';
import {notFound, sessionExpired} from './odoo-error.js';
import {People} from './people.js';
import type {Person} from './people.js';
import {callMethod} from './seed-methods.js';
import type {Keywords} from './seed-methods.js';
import {SESSION_ROUTES} from './session-routes.js';
import {answerXmlRpc} from './xml-rpc.js';

const TYPES: Readonly<Record<string, string>> = {'.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.json': 'application/json', '.map': 'application/json'};

export interface OdooOptions {
  readonly port?: number;
  /** Files by the beginning of their path: `{'/dist/': '…/dist/'}`. */
  readonly folders?: Readonly<Record<string, string>>;
  /** HTML by path. */
  readonly pages?: Readonly<Record<string, string>>;
}

/** What a test may make go wrong. */
export interface Troubles {
  /** Prefork mode without a proxy: `/websocket` answers 500. */
  isUnbound: boolean;
  /** Milliseconds before each answer. */
  delay: number;
  /** In place of the answer to a route, when it gives one. */
  answer: (path: string) => Answer | Error | undefined;
}

export type StandInOdoo = Awaited<ReturnType<typeof startOdoo>>;

/**
 * An Odoo 18 with the addon, as far as calls see of it, in memory: its own envelopes, errors and close codes, by what a
 * live one was seen to say. Alice and bob share chat 3; eve shares nothing with them. Everybody's password is their login.
 */
export const startOdoo = async ({port = 0, folders = {}, pages = {}}: OdooOptions = {}) => {
  const people = new People();
  const [alice, bob, eve] = [people.add('alice'), people.add('bob'), people.add('eve')];
  people.addChannel('chat', alice, bob);
  const bus = new Bus();
  const calls = new Calls(people, bus);
  const troubles: Troubles = {isUnbound: false, delay: 0, answer: () => undefined};
  const asked: {readonly path: string; readonly params: Params; readonly person: Person | undefined}[] = [];
  const sockets: BusSockets = new BusSockets({people, bus, version: () => world.version, isUnbound: () => troubles.isUnbound});
  const world: World = {
    people,
    bus,
    calls,
    sockets,
    policy: {may_call: true, ring_timeout_s: 45, ip_privacy: 'until-accept', ring_while_do_not_disturb: false},
    iceServers: [],
    version: '18.0-3',
  };

  const ask = (path: string, cookies: string, params: Params): {result: unknown; cookie?: string} => {
    const person = people.of(cookies);
    asked.push({path, params, person});
    const session = SESSION_ROUTES[path];
    if (session) return session(world, cookies, params);
    const [, mobile] = /^\/mobile_webrtc\/(\w+)$/.exec(path) ?? [];
    if (mobile) return {result: askMobileRoute(world, person, mobile, params)};
    if (person?.uid === undefined) throw sessionExpired();
    const {model, method, args = [], kwargs = {}} = params;
    if (typeof model !== 'string') throw notFound();
    return {result: callMethod(world, person, model, String(method), args as readonly unknown[], kwargs as Keywords)};
  };

  const isRoute = (path: string): boolean =>
    path in SESSION_ROUTES || path.startsWith('/web/dataset/call_kw') || (path.startsWith('/mobile_webrtc/') && path.slice('/mobile_webrtc/'.length) in MOBILE_ROUTES);

  const file = async (path: string): Promise<Answer | undefined> => {
    const [before, folder] = Object.entries(folders).find(([beginning]) => path.startsWith(beginning)) ?? [];
    if (before === undefined || folder === undefined) return undefined;
    const body = await readFile(join(folder, normalize(`/${path.slice(before.length)}`)), 'utf8').catch(() => undefined);
    return body === undefined ? undefined : {status: 200, type: TYPES[extname(path)] ?? 'application/octet-stream', body};
  };

  const answer = async (request: IncomingMessage, path: string, body: string): Promise<Answer> => {
    const trouble = troubles.answer(path);
    if (trouble && !(trouble instanceof Error)) return trouble;
    const [, service] = /^\/xmlrpc\/2\/(common|object)$/.exec(path) ?? [];
    if (service) return answerXmlRpc(world, service, body);
    if (request.method === 'POST' && isRoute(path)) {
      return answerJsonRpc(request.headers['content-type'] ?? '', body, (params) => {
        if (trouble) throw trouble;
        return ask(path, request.headers.cookie ?? '', params);
      });
    }
    if (path === '/websocket' && troubles.isUnbound) return htmlAnswer(500, 'Internal Server Error', "Couldn't bind the websocket.");
    const page = pages[path];
    if (page !== undefined) return {status: 200, type: 'text/html; charset=utf-8', body: page};
    return (await file(path)) ?? htmlAnswer(404, 'Not Found', 'The requested URL was not found on the server.');
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const {pathname} = new URL(request.url ?? '/', 'http://odoo');
    if (troubles.delay) await pause(troubles.delay);
    const {status, type, body, cookie} = await answer(request, pathname, Buffer.concat(chunks).toString());
    response.writeHead(status, {'Content-Type': type, ...(cookie && {'Set-Cookie': cookie})}).end(body);
  };

  const connections = new Set<Socket>();
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.on('upgrade', sockets.upgrade);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const {port: listening} = server.address() as AddressInfo;

  return {
    ...world,
    /** The same, to be changed. */
    world,
    alice,
    bob,
    eve,
    troubles,
    /** Every JSON-RPC question, in order. */
    asked,
    port: listening,
    url: `http://127.0.0.1:${listening}`,
    /** The cookie of somebody who is signed in. */
    cookieOf: (person: Person): string => `${person.uid === undefined ? 'dgid' : 'session_id'}=${people.openSession(person)}`,
    close: async (): Promise<void> => {
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
