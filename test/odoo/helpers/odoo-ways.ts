import {WebSocket as NodeSocket} from 'ws';
import {createAdapterTransport} from '../../../src/connectors/odoo/adapter-transport.js';
import {createHttpRpc} from '../../../src/connectors/odoo/http-rpc.js';
import {HttpTransport} from '../../../src/connectors/odoo/http-transport.js';
import type {OdooAdapter} from '../../../src/connectors/odoo/odoo-adapter.js';
import {OdooConnector} from '../../../src/connectors/odoo/odoo-connector.js';
import type {OdooTransport} from '../../../src/connectors/odoo/odoo-transport.js';
import type {ConnectorFactory} from '../../../src/connectors/connector.js';
import {systemClock} from '../../../src/util/clock.js';
import type {Clock} from '../../../src/util/clock.js';
import type {Person} from '../stand-in/people.js';
import type {StandInOdoo} from '../stand-in/start-odoo.js';

/** What a browser adds by itself: the session's cookie, an origin, a name. */
export const browserOf = (odoo: StandInOdoo, person: Person | undefined, cookie = person ? odoo.cookieOf(person) : '') => {
  const headers = {Cookie: cookie, Origin: odoo.url, 'User-Agent': 'Mozilla/5.0'};
  return {
    cookie,
    fetch: (async (url, init) => fetch(url, {...init, headers: {...(init?.headers as object), cookie}})) as typeof fetch,
    createSocket: (url: string) => new NodeSocket(url, {headers}) as unknown as WebSocket,
  };
};

/** A page outside of the backend. */
export const httpTransport = (odoo: StandInOdoo, person: Person | undefined, clock: Clock = systemClock): OdooTransport =>
  new HttpTransport(odoo.url, {...browserOf(odoo, person), clock});

/** What the backend hands over: one socket for whoever listens, and requests that fail as its own do. */
export const adapterOf = (odoo: StandInOdoo, person: Person): OdooAdapter & {close(): void} => {
  const browser = browserOf(odoo, person);
  const listeners = new Map<string, Set<(payload: unknown, about: {id: number}) => void>>();
  const events = new EventTarget();
  const channels = new Set<string>();
  const rpc = createHttpRpc(odoo.url, browser.fetch);
  const socket = browser.createSocket(`${odoo.url.replace('http', 'ws')}/websocket?version=${odoo.world.version}`);
  const subscribe = (): void => socket.send(JSON.stringify({event_name: 'subscribe', data: {channels: [...channels], last: 0}}));
  let isConnected = false;
  socket.onopen = () => {
    isConnected = true;
    subscribe();
    events.dispatchEvent(new Event('connect'));
  };
  socket.onmessage = ({data}: MessageEvent<unknown>) => {
    for (const {id, message} of JSON.parse(String(data)) as {id: number; message: {type: string; payload: unknown}}[]) {
      for (const fn of listeners.get(message.type) ?? []) fn(message.payload, {id});
    }
  };
  const channelsAre = (change: () => unknown): void => {
    change();
    if (isConnected) subscribe();
  };
  return {
    rpc: (route, params) => rpc(route, params),
    subscribe: (type, fn) => listeners.set(type, (listeners.get(type) ?? new Set()).add(fn)),
    unsubscribe: (type, fn) => listeners.get(type)?.delete(fn),
    addChannel: (name) => channelsAre(() => channels.add(name)),
    deleteChannel: (name) => channelsAre(() => channels.delete(name)),
    addEventListener: (type, fn) => events.addEventListener(type, fn),
    removeEventListener: (type, fn) => events.removeEventListener(type, fn),
    isConnected: () => isConnected,
    close: () => socket.close(),
  };
};

/** Connectors of the stand-in's people, each with a way of its own to it. */
export const odooFactory = (odoo: StandInOdoo, way: (person: Person) => OdooTransport): ConnectorFactory =>
  (configuration) => new OdooConnector(configuration, {clock: systemClock, createTransport: ({userId}) => way(odoo.people.all.get(userId) ?? odoo.alice)});

export const adapterTransport = (odoo: StandInOdoo, person: Person): OdooTransport => {
  const adapter = adapterOf(odoo, person);
  const transport = createAdapterTransport(adapter);
  return {
    ...transport,
    listen: (listener) => {
      const stop = transport.listen(listener);
      return () => {
        stop();
        adapter.close();
      };
    },
  };
};
