import {randomBytes, randomUUID} from 'node:crypto';
import {once} from 'node:events';
import type {IncomingMessage} from 'node:http';
import {WebSocket} from 'ws';
import {peerNameOf} from '../../src/signalling/connection-id.js';
import {Inbox} from './inbox.js';
import {sign} from './sign.js';
import type {Stand} from './signalling-stand.js';

export interface Visit {
  readonly id?: string;
  readonly token?: string;
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** More of the address, after the rest. */
  readonly more?: string;
}

export interface Metadata {
  readonly [name: string]: unknown;
  readonly sender?: {readonly user: string; readonly name: string; readonly avatar: string};
  readonly message?: {readonly type: string; readonly call: string; readonly body?: unknown};
}

interface ClientFrame {
  readonly type: string;
  readonly src?: string;
  readonly payload?: {readonly metadata?: Metadata; readonly [name: string]: unknown};
}

export const connectionIdOf = (user: string): string => `${peerNameOf(user)}_${randomBytes(8).toString('hex')}`;

const socketOf = async (stand: Pick<Stand, 'port'>, user: string, {id, token, origin, headers = {}, more = ''}: Visit) => {
  const name = id ?? connectionIdOf(user);
  const query = new URLSearchParams({key: 'peerjs', id: name, token: token ?? (await sign({sub: user}))});
  const socket = new WebSocket(`ws://127.0.0.1:${stand.port}/peerjs?${query}&version=1.5.5${more}`, {headers, ...(origin && {origin})});
  return {name, socket};
};

/** The status and code that an upgrade is refused with; 101 when it is not. */
export const knock = async (stand: Pick<Stand, 'port'>, user: string, visit: Visit = {}): Promise<string> => {
  const {socket} = await socketOf(stand, user, visit);
  // What it says when it is ended before it opened.
  socket.on('error', () => undefined);
  const answer = await new Promise<string>((resolve) => {
    socket.on('open', () => resolve('101'));
    socket.on('unexpected-response', (_, response: IncomingMessage) => {
      response.on('data', (body: Buffer) => resolve(`${response.statusCode} ${body.toString()}`));
    });
  });
  socket.terminate();
  return answer;
};

/** Speaks as PeerJS does, without its manners. */
export class PipeClient {
  readonly #frames = new Inbox<ClientFrame>();
  readonly #heard = new Inbox<Metadata>();
  readonly closed: Promise<number>;

  private constructor(
    readonly id: string,
    readonly socket: WebSocket,
  ) {
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as ClientFrame;
      this.#frames.add(frame);
      if (frame.type === 'OFFER' && frame.src !== this.id) this.#heard.add(frame.payload?.metadata ?? {});
    });
    this.closed = new Promise((resolve) => void socket.once('close', resolve));
    socket.once('close', this.#frames.end);
    socket.once('close', this.#heard.end);
  }

  /** Settles when the server has said who this is. */
  static async open(stand: Pick<Stand, 'port'>, user: string, visit: Visit = {}): Promise<PipeClient> {
    const {name, socket} = await socketOf(stand, user, visit);
    const client = new PipeClient(name, socket);
    await once(socket, 'open');
    await client.frame('SESSION');
    return client;
  }

  /** The first frame of that type, or the first that passes. */
  frame(type: string, passes: (frame: ClientFrame) => boolean = () => true): Promise<ClientFrame> {
    return this.#frames.find((frame) => frame.type === type && passes(frame));
  }

  /** What the server said of refused rings so far. */
  get refusals(): readonly unknown[] {
    return this.#frames.items.filter(({type}) => type === 'REFUSED').map(({payload}) => payload);
  }

  /** Settles when so many messages came from others. */
  async received(count: number): Promise<void> {
    await this.#heard.atLeast(count);
  }

  get types(): readonly string[] {
    return this.#frames.items.map(({type}) => type);
  }

  /** Every message that came from others so far. */
  get heard(): readonly Metadata[] {
    return this.#heard.items;
  }

  /** The first frame from another about that call, perhaps of that type. */
  about(call: string, type?: string): Promise<ClientFrame> {
    return this.#frames.find(({payload}) => {
      const message = payload?.metadata?.message;
      return message?.call === call && (type === undefined || message.type === type);
    });
  }

  send(frame: object): void {
    this.socket.send(JSON.stringify(frame));
  }

  offer(dst: string, metadata: object, more: object = {}): string {
    const connectionId = `call_${randomUUID()}`;
    this.send({type: 'OFFER', dst, payload: {type: 'data', serialization: 'call', connectionId, metadata, ...more}});
    return connectionId;
  }

  /** Writes to a user, as calls do. */
  write(user: string, type: string, call: string = randomUUID(), body: object = {}): string {
    this.offer(peerNameOf(user), {endpoint: 'endpoint', message: {type, call, body}});
    return call;
  }

  /** To oneself and back; whatever was sent before has been looked at by then. */
  async echo(metadata: object = {}): Promise<Metadata> {
    const connectionId = this.offer(this.id, metadata);
    const frame = await this.#frames.find(({payload}) => payload?.['connectionId'] === connectionId);
    return frame.payload?.metadata ?? {};
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
