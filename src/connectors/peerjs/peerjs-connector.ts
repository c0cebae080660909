import type {DataConnection, Peer, PeerError, PeerErrorType} from 'peerjs';
import {fieldsOf, textField} from '../../protocol/fields.js';
import {CallError} from '../../types/call-error.js';
import type {CallConfiguration} from '../../types/configuration.js';
import {backOff} from '../../util/back-off.js';
import type {Address, Connector, ConnectorFactory, ConnectorSelf, ConnectorSink} from '../connector.js';
import {guardSocket} from './guard-socket.js';
import {createHeartbeat} from './heartbeat.js';
import {loadPeerjs} from './load-peerjs.js';
import {loadSignedIn} from './load-signed-in.js';
import {PIPE_SERIALIZERS} from './pipe-connection.js';
import {Routes} from './routes.js';
import {serverAddress} from './server-address.js';
import type {ServerAddress} from './server-address.js';
import type {Entry, Session} from './session.js';
import {CLAIMED, createSlots} from './slots.js';

/** PeerServer as a pipe, through PeerJS: one relayed hop for a message, and PeerJS's identity and compatibility. */
class PeerjsConnector implements Connector {
  readonly #address: ServerAddress;
  readonly #tokenUrl: string;
  readonly #routes = new Routes();
  readonly #heartbeat = createHeartbeat(() => this.#probe(), () => void this.#lost());
  #Peer: typeof Peer | undefined;
  #peer: Peer | undefined;
  #session: Session | undefined;
  #endpoint = '';
  #sink: ConnectorSink | undefined;
  #isIn = false;
  #attempt = 0;
  /** Grows whenever what is going on is given up: what comes of it later does not count. */
  #round = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Settles `open`, once. */
  #opened: ((refusal?: CallError) => void) | undefined;
  #closed = false;

  constructor({server, tokenUrl}: CallConfiguration) {
    this.#address = serverAddress(server, globalThis.location?.href);
    this.#tokenUrl = tokenUrl;
  }

  get capabilities() {
    return this.#session?.capabilities ?? CLAIMED;
  }

  async open(self: ConnectorSelf, sink: ConnectorSink, signal: AbortSignal): Promise<void> {
    this.#endpoint = self.endpoint;
    this.#sink = sink;
    [this.#Peer, this.#session] = await Promise.all([loadPeerjs(), this.#createSession(self)]);
    signal.throwIfAborted();
    const {presence, announce, iceServers} = this.#session;
    Object.assign(this, {presence, announce, iceServers});
    signal.addEventListener('abort', () => void this.close(), {once: true});
    globalThis.addEventListener?.('online', this.#hurry);
    await new Promise<void>((resolve, reject) => {
      this.#opened = (refusal) => (refusal ? reject(refusal) : resolve());
      void this.#connect();
    });
  }

  async send(to: Address, message: object): Promise<void> {
    const peer = this.#peer;
    if (!peer || !this.#isIn) throw new CallError('signaling-lost');
    const metadata = {endpoint: this.#endpoint, message};
    const route = this.#routes.find(to);
    const ids = route ? [route] : (this.#session?.idsOf(to.user) ?? []);
    for (const id of ids) if (id !== peer.id) peer.connect(id, {serialization: 'call', metadata});
  }

  async close(): Promise<void> {
    this.#closed = true;
    globalThis.removeEventListener?.('online', this.#hurry);
    this.#drop();
  }

  async #createSession({user}: ConnectorSelf): Promise<Session> {
    if (!this.#tokenUrl) return createSlots(user);
    const createSignedIn = await loadSignedIn();
    const tell = (): void => {
      if (this.#isIn) this.#heartbeat.beat();
    };
    return createSignedIn({user, tokenUrl: this.#tokenUrl, address: this.#address, tell});
  }

  async #connect(): Promise<void> {
    this.#drop();
    const round = this.#round;
    if (!this.#session || this.#closed) return;
    this.#heartbeat.opening();
    try {
      const entry = await this.#session.enter();
      if (round === this.#round) this.#openSocket(entry);
    } catch (error) {
      if (round === this.#round) void this.#lost(error);
    }
  }

  #openSocket(entry: Entry): void {
    if (!this.#Peer) return;
    const {id, ...token} = entry;
    const options = {...this.#address, ...token, debug: 0, config: {iceServers: []}, serializers: PIPE_SERIALIZERS};
    const peer = new this.#Peer(id, options);
    this.#peer = peer;
    guardSocket(peer, (frame) => {
      if (peer.open && this.#session?.welcomes(frame)) this.#online();
    });
    peer.on('connection', (connection) => this.#receive(connection));
    peer.on('call', (call) => call.close());
    peer.on('error', (error) => this.#failed(error));
  }

  #online(): void {
    this.#isIn = true;
    this.#attempt = 0;
    this.#heartbeat.beat();
    this.#sink?.status('online');
    this.#opened?.();
    this.#opened = undefined;
  }

  #receive({peer, metadata}: DataConnection): void {
    const parcel = fieldsOf(metadata);
    if (!parcel) return;
    if (peer === this.#peer?.id) {
      this.#heartbeat.echo();
      return this.#session?.noted?.(parcel);
    }
    const endpoint = textField(parcel, 'endpoint', 64);
    const sender = endpoint && this.#session?.senderOf(peer, parcel);
    if (!endpoint || !sender) return;
    this.#routes.heard(endpoint, peer);
    this.#sink?.message(parcel['message'], sender);
  }

  #failed(error: PeerError<`${PeerErrorType}`>): void {
    // PeerServer did not find somebody: whether they can be reached is for the call to judge.
    if (error.type === 'peer-unavailable') return;
    if (error.type === 'unavailable-id' && this.#session?.evade?.()) return void this.#connect();
    void this.#lost(error);
  }

  async #lost(cause?: unknown): Promise<void> {
    const isRefused = this.#peer && !this.#isIn;
    const isMute = cause === undefined && this.#peer?.open === true;
    this.#drop();
    const round = this.#round;
    const refusal = cause instanceof CallError ? cause : isRefused && (await this.#session?.judge?.(isMute));
    if (round !== this.#round) return;
    if (refusal) return this.#refused(refusal);
    this.#sink?.status('offline', this.#attempt === 0 ? new CallError('signaling-lost', {cause}) : undefined);
    this.#retry = setTimeout(this.#hurry, backOff(this.#attempt++));
  }

  /** It is not asked again and again: only when the device joins a network, or somebody wants to call. */
  #refused(refusal: CallError): void {
    if (this.#opened) this.#opened(refusal);
    else this.#sink?.status('error', refusal);
    this.#opened = undefined;
  }

  readonly #hurry = (): void => {
    if (this.#isIn) this.#heartbeat.beat();
    else void this.#connect();
  };

  #probe(): void {
    this.#peer?.connect(this.#peer.id, {serialization: 'call', metadata: this.#session?.note?.() ?? {}});
  }

  #drop(): void {
    const peer = this.#peer;
    this.#peer = undefined;
    this.#isIn = false;
    this.#round += 1;
    clearTimeout(this.#retry);
    this.#heartbeat.stop();
    this.#session?.leave?.();
    peer?.removeAllListeners();
    // PeerJS still reports what comes of closing; an error without a listener would be thrown.
    peer?.on('error', () => undefined);
    peer?.destroy();
  }
}

export const createPeerjsConnector: ConnectorFactory = (configuration) => new PeerjsConnector(configuration);
