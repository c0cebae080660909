import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer} from 'ws';
import type {WebSocket} from 'ws';
import type {Bus} from './bus.js';
import type {People, Person} from './people.js';

export const SESSION_EXPIRED = 4001;
const TRY_LATER = 1013;
const BURST = 10;
/** Milliseconds for each frame beyond a burst. */
const PACE = 200;
const LARGEST = 1 << 20;

export interface BusSocketOptions {
  readonly people: People;
  readonly bus: Bus;
  version(): string;
  /** Prefork mode, where only the gevent port has sockets. */
  isUnbound(): boolean;
}

interface Open {
  readonly socket: WebSocket;
  readonly person: Person | undefined;
}

/** `/websocket` as Odoo 18 has it: who listens on what, and for what it hangs up. */
export class BusSockets {
  readonly open = new Set<Open>();
  readonly #options: BusSocketOptions;
  readonly #server = new WebSocketServer({noServer: true, maxPayload: LARGEST});

  constructor(options: BusSocketOptions) {
    this.#options = options;
  }

  readonly upgrade = (request: IncomingMessage, duplex: Duplex, head: Buffer): void => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://odoo');
    if (pathname !== '/websocket') return refuse(duplex, '404 Not Found');
    if (this.#options.isUnbound()) return refuse(duplex, '500 Internal Server Error', "Couldn't bind the websocket. Is the connection opened on the evented port (8072)?");
    if (!request.headers.origin) return refuse(duplex, '400 Bad Request', 'Missing required header(s)');
    const isOutdated = searchParams.get('version') !== this.#options.version() && request.headers['user-agent'] !== undefined;
    this.#server.handleUpgrade(request, duplex, head, (socket) => {
      socket.on('error', () => undefined);
      if (isOutdated) socket.close(1000, 'OUTDATED_VERSION');
      else this.#serve(socket, request.headers.cookie ?? '');
    });
  };

  /** Hangs up on everybody, or on one. */
  closeAll(code: number, reason = '', person?: Person): void {
    for (const one of this.open) if (!person || one.person === person) one.socket.close(code, reason);
  }

  /** As a network that is gone: no close frame. */
  cut(): void {
    for (const {socket} of this.open) socket.terminate();
  }

  isOnline(person: Person): boolean {
    return [...this.open].some((one) => one.person === person);
  }

  #serve(socket: WebSocket, cookies: string): void {
    const {bus, people} = this.#options;
    const person = people.of(cookies);
    const one = {socket, person};
    const channels = new Set<string>();
    let [isSubscribed, firstLast, allowance, before] = [false, 0, BURST, Date.now()];
    const isOver = (): boolean => {
      if (!person || people.of(cookies) === person) return false;
      socket.close(SESSION_EXPIRED);
      return true;
    };
    const stop = bus.listen({
      channels,
      receive: (notifications) => {
        if (!isOver()) socket.send(JSON.stringify(notifications));
      },
    });
    this.open.add(one);
    socket.on('message', (data) => {
      const now = Date.now();
      allowance = Math.min(BURST, allowance + (now - before) / PACE) - 1;
      before = now;
      if (allowance < 0) return socket.close(TRY_LATER);
      if (isOver()) return;
      const wanted = readSubscribe(String(data));
      if (!wanted) return;
      channels.clear();
      for (const name of [...this.#own(person), ...wanted.channels.filter((name) => this.#may(person, name))]) channels.add(name);
      firstLast ||= wanted.last;
      const missed = isSubscribed ? [] : bus.since(firstLast, channels);
      isSubscribed = true;
      if (missed.length) socket.send(JSON.stringify(missed));
      this.#tellPresence(person);
    });
    socket.on('close', () => {
      stop();
      this.open.delete(one);
      this.#tellPresence(person);
    });
  }

  /** Channels that the server adds whatever is asked for. */
  #own(person: Person | undefined): string[] {
    if (!person) return ['broadcast'];
    const theirs = [...this.#options.people.channels.values()].filter(({members}) => members.has(person));
    return ['broadcast', person.id, ...theirs.map(({id}) => `discuss.channel_${id}`)];
  }

  /** Of the presence of strangers, nobody from outside hears. */
  #may(person: Person | undefined, name: string): boolean {
    const [, model, id] = /^odoo-presence-(res\.partner|mail\.guest)_(\d+)$/.exec(name) ?? [];
    if (!model) return !name.startsWith('discuss.channel_') && !/^(partner|guest):/.test(name);
    const other = this.#options.people.all.get(`${model === 'mail.guest' ? 'guest' : 'partner'}:${id}`);
    return !!person && !!other && (person.isInternal || this.#options.people.share(person, other));
  }

  #tellPresence(person: Person | undefined): void {
    if (!person) return;
    const status = this.isOnline(person) ? 'online' : 'offline';
    const [kind, id] = person.id.split(':');
    const [model, field] = kind === 'guest' ? ['mail.guest', 'guest_id'] : ['res.partner', 'partner_id'];
    this.#options.bus.send(`odoo-presence-${model}_${id}`, 'bus.bus/im_status_updated', {presence_status: status, im_status: status, [field as string]: Number(id)});
  }
}

/** Anything else than a well-formed subscription gets no answer at all. */
const readSubscribe = (text: string): {readonly channels: readonly string[]; readonly last: number} | undefined => {
  try {
    const {event_name: name, data} = JSON.parse(text) as {event_name: string; data: {channels: unknown[]; last: number}};
    return name === 'subscribe' && data.channels.every((channel) => typeof channel === 'string') ? (data as {channels: string[]; last: number}) : undefined;
  } catch {
    return undefined;
  }
};

const refuse = (duplex: Duplex, status: string, body = ''): void => {
  duplex.end(`HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
};
