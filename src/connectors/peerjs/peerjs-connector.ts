import type {DataConnection, Peer, PeerError, PeerErrorType} from 'peerjs';
import {fieldsOf, textField} from '../../protocol/fields.js';
import {CallError} from '../../types/call-error.js';
import type {CallConfiguration} from '../../types/configuration.js';
import {backOff} from '../../util/back-off.js';
import type {Address, Connector, ConnectorFactory, ConnectorSelf, ConnectorSink} from '../connector.js';
import {guardSocket} from './guard-socket.js';
import {createHeartbeat} from './heartbeat.js';
import {loadPeerjs} from './load-peerjs.js';
import {peerIdOf, SLOTS, userOf} from './peer-id.js';
import {PIPE_SERIALIZERS} from './pipe-connection.js';
import {serverAddress} from './server-address.js';
import type {ServerAddress} from './server-address.js';

/** Endpoints whose peer id is remembered. */
const MOST_ROUTES = 256;

/** Milliseconds that a peer id is good for: who comes back after an outage may sit in another slot. */
const ROUTE_TRUST = 4000;

interface Route {
  readonly id: string;
  readonly heardAt: number;
}

/** PeerServer as a pipe, through PeerJS: one relayed hop for a message, and PeerJS's identity and compatibility. */
class PeerjsConnector implements Connector {
  readonly capabilities = {identity: 'claimed', presence: false, ice: false, maxBytes: 60_000} as const;
  readonly #address: ServerAddress;
  readonly #routes = new Map<string, Route>();
  readonly #heartbeat = createHeartbeat(() => this.#probe(), () => this.#lost());
  #Peer: typeof Peer | undefined;
  #peer: Peer | undefined;
  #self: ConnectorSelf | undefined;
  #sink: ConnectorSink | undefined;
  #slot = 0;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #opened: (() => void) | undefined;
  #closed = false;

  constructor({server}: CallConfiguration) {
    this.#address = serverAddress(server, globalThis.location?.href);
  }

  async open(self: ConnectorSelf, sink: ConnectorSink, signal: AbortSignal): Promise<void> {
    this.#self = self;
    this.#sink = sink;
    this.#Peer = await loadPeerjs();
    signal.throwIfAborted();
    signal.addEventListener('abort', () => void this.close(), {once: true});
    globalThis.addEventListener?.('online', this.#hurry);
    await new Promise<void>((resolve) => {
      this.#opened = resolve;
      this.#connect();
    });
  }

  async send(to: Address, message: object): Promise<void> {
    const peer = this.#peer;
    if (!peer?.open) throw new CallError('signaling-lost');
    const metadata = {endpoint: this.#self?.endpoint, message};
    for (const id of this.#idsOf(to)) if (id !== peer.id) peer.connect(id, {serialization: 'call', metadata});
  }

  async close(): Promise<void> {
    this.#closed = true;
    globalThis.removeEventListener?.('online', this.#hurry);
    clearTimeout(this.#retry);
    this.#drop();
  }

  /** Under a fresh token each time: PeerServer sends no OPEN when a token takes over its own old socket. */
  #connect(): void {
    const {host, port, path, secure, key} = this.#address;
    const id = peerIdOf(this.#self?.user ?? '', this.#slot + 1);
    if (!this.#Peer || this.#closed) return;
    this.#drop();
    const peer = new this.#Peer(id, {
      host,
      port,
      path,
      secure,
      key,
      debug: 0,
      config: {iceServers: []},
      serializers: PIPE_SERIALIZERS,
    });
    this.#peer = peer;
    guardSocket(peer);
    this.#heartbeat.opening();
    peer.on('open', () => {
      this.#attempt = 0;
      this.#heartbeat.start();
      this.#sink?.status('online');
      this.#opened?.();
    });
    peer.on('connection', (connection) => this.#receive(connection));
    peer.on('call', (call) => call.close());
    peer.on('disconnected', () => this.#lost());
    peer.on('error', (error) => this.#failed(error));
  }

  /** An endpoint was heard of through one id, or it sits in any of its user's slots. */
  #idsOf({user, endpoint}: Address): readonly string[] {
    const route = this.#routes.get(endpoint ?? '');
    const isGood = route && userOf(route.id) === user && Date.now() - route.heardAt < ROUTE_TRUST;
    return isGood ? [route.id] : Array.from({length: SLOTS}, (_, slot) => peerIdOf(user, slot + 1));
  }

  #receive({peer, metadata}: DataConnection): void {
    const parcel = fieldsOf(metadata);
    const endpoint = parcel && textField(parcel, 'endpoint', 64);
    if (peer === this.#peer?.id) return this.#heartbeat.echo();
    if (!endpoint) return;
    if (this.#routes.size >= MOST_ROUTES) this.#routes.clear();
    this.#routes.set(endpoint, {id: peer, heardAt: Date.now()});
    const user = userOf(peer);
    if (user) this.#sink?.message(parcel['message'], {user});
  }

  #failed(error: PeerError<`${PeerErrorType}`>): void {
    // PeerServer did not find somebody: whether they can be reached is for the call to judge.
    if (error.type === 'peer-unavailable') return;
    if (error.type === 'unavailable-id') {
      this.#slot = (this.#slot + 1) % SLOTS;
      if (this.#slot !== 0) return this.#connect();
    }
    this.#lost(error);
  }

  #lost(cause?: unknown): void {
    this.#drop();
    if (this.#closed || this.#retry) return;
    this.#sink?.status('offline', this.#attempt === 0 ? new CallError('signaling-lost', {cause}) : undefined);
    this.#retry = setTimeout(this.#hurry, backOff(this.#attempt++));
  }

  readonly #hurry = (): void => {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    if (this.#peer?.open) this.#heartbeat.beat();
    else this.#connect();
  };

  #probe(): void {
    this.#peer?.connect(this.#peer.id, {serialization: 'call', metadata: {}});
  }

  #drop(): void {
    const peer = this.#peer;
    this.#peer = undefined;
    this.#heartbeat.stop();
    peer?.removeAllListeners();
    // PeerJS still reports what comes of closing; an error without a listener would be thrown.
    peer?.on('error', () => undefined);
    peer?.destroy();
  }
}

export const createPeerjsConnector: ConnectorFactory = (configuration) => new PeerjsConnector(configuration);
