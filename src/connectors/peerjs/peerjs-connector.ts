import type {DataConnection, Peer, PeerError, PeerErrorType} from 'peerjs';
import {fieldsOf, textField} from '../../protocol/fields.js';
import {CallError} from '../../types/call-error.js';
import type {CallConfiguration} from '../../types/configuration.js';
import type {Address, Announcement, Connector, ConnectorFactory, ConnectorSelf, ConnectorSink} from '../connector.js';
import {endpointOf} from './endpoint-of.js';
import {guardSocket} from './guard-socket.js';
import {createHeartbeat} from './heartbeat.js';
import {LOOK_AGAIN, pauseBefore} from './pauses.js';
import {PeerjsParts} from './peerjs-parts.js';
import {PIPE_SERIALIZERS} from './pipe-connection.js';
import {Routes} from './routes.js';
import {serverAddress} from './server-address.js';
import type {ServerAddress} from './server-address.js';
import type {Entry, Session} from './session.js';
import {CLAIMED} from './slots.js';

/** Milliseconds that an echo may take when the device has just joined a network: the old path is probably gone. */
const HASTE = 1500;

/** PeerServer as a pipe, through PeerJS: one relayed hop for a message, and PeerJS's identity and compatibility. */
class PeerjsConnector implements Connector {
  readonly #address: ServerAddress;
  readonly #parts: PeerjsParts;
  readonly #routes = new Routes();
  readonly #heartbeat = createHeartbeat(() => this.#probe(), () => void this.#lost());
  #Peer: typeof Peer | undefined;
  #peer: Peer | undefined;
  #session: Session | undefined;
  #endpoint = '';
  #sink: ConnectorSink | undefined;
  #isIn = false;
  #isInCall = false;
  #isRefused = false;
  #attempt = 0;
  /** Grows whenever what is going on is given up: what comes of it later does not count. */
  #round = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Settles `open`, once. */
  #opened: ((refusal?: CallError) => void) | undefined;
  readonly #closing = new AbortController();

  constructor({server, tokenUrl}: CallConfiguration) {
    this.#address = serverAddress(server, globalThis.location?.href);
    const sink: Omit<ConnectorSink, 'message'> = {
      status: (...news) => this.#sink?.status(...news),
      refused: (call) => this.#sink?.refused?.(call),
    };
    const probe = (): void => void (this.#isIn && this.#heartbeat.beat());
    this.#parts = new PeerjsParts({tokenUrl, address: this.#address, sink, signal: this.#closing.signal, probe, hurry: this.#hurry});
  }

  get capabilities() {
    return this.#session?.capabilities ?? CLAIMED;
  }

  get presence() {
    return this.#session?.presence;
  }

  get iceServers() {
    return this.#session?.iceServers;
  }

  announce(announcement: Announcement): void {
    this.#isInCall = announcement.inCall;
    this.#session?.announce?.(announcement);
  }

  prepare({user}: ConnectorSelf): void {
    void this.#parts.prepare(user);
  }

  async open(self: ConnectorSelf, sink: ConnectorSink, signal: AbortSignal): Promise<void> {
    [this.#endpoint, this.#sink] = [self.endpoint, sink];
    [this.#Peer, this.#session] = await this.#parts.get(self.user);
    signal.throwIfAborted();
    signal.addEventListener('abort', () => void this.close(), {once: true});
    globalThis.addEventListener?.('online', this.#hurry, {signal: this.#closing.signal});
    await new Promise<void>((resolve, reject) => {
      this.#opened = (refusal) => (refusal ? reject(refusal) : resolve());
      void this.#connect();
    });
  }

  async send(to: Address, message: object): Promise<void> {
    const [peer, endpoint] = [this.#peer, endpointOf(message) ?? this.#endpoint];
    if (!peer || !this.#isIn) throw new CallError('signaling-lost');
    const route = this.#routes.find(to);
    const ids = route ? [route] : (this.#session?.idsOf(to.user) ?? []);
    for (const id of ids) if (id !== peer.id) peer.connect(id, {serialization: 'call', metadata: {endpoint, message}});
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#drop();
  }

  async #connect(): Promise<void> {
    this.#drop();
    const round = this.#round;
    if (!this.#session || this.#closing.signal.aborted) return;
    try {
      const entry = await this.#session.enter();
      if (round === this.#round) this.#openSocket(entry);
    } catch (error) {
      if (round === this.#round) void this.#lost(error);
    }
  }

  #openSocket({id, ...token}: Entry): void {
    if (!this.#Peer) return;
    const options = {...this.#address, ...token, debug: 0, config: {iceServers: []}, serializers: PIPE_SERIALIZERS};
    const peer = new this.#Peer(id, options);
    this.#peer = peer;
    this.#heartbeat.opening();
    guardSocket(peer, (frame) => {
      if (peer.open && this.#session?.heard(frame) && !this.#isIn) this.#online();
    });
    peer.on('connection', (connection) => this.#receive(connection));
    peer.on('error', (error) => this.#failed(error));
  }

  #online(): void {
    [this.#isIn, this.#isRefused, this.#attempt] = [true, false, 0];
    this.#heartbeat.beat();
    this.#sink?.status('online');
    this.#opened?.();
    this.#opened = undefined;
  }

  #receive({peer, metadata}: DataConnection): void {
    const parcel = fieldsOf(metadata);
    // Before the server has vouched for us, nobody knows who vouches for senders.
    if (!parcel || !this.#isIn) return;
    if (peer === this.#peer?.id) {
      this.#heartbeat.echo();
      return this.#session?.echo?.(parcel);
    }
    const endpoint = textField(parcel, 'endpoint', 64);
    const sender = endpoint && this.#session?.senderOf(peer, parcel);
    if (!endpoint || !sender) return;
    this.#routes.heard(endpoint, peer);
    this.#sink?.message(parcel['message'], sender);
  }

  #failed(error: PeerError<`${PeerErrorType}`>): void {
    if (error.type === 'unavailable-id' && this.#session?.tryNextId?.()) void this.#connect();
    else void this.#lost(error);
  }

  async #lost(cause?: unknown): Promise<void> {
    const [wasIn, wasTurnedAway] = [this.#isIn, this.#peer && !this.#isIn];
    const isMute = !cause && this.#peer?.open === true;
    this.#drop();
    const round = this.#round;
    const refusal = cause instanceof CallError ? cause : wasTurnedAway && (await this.#session?.whyNot?.(isMute));
    if (round !== this.#round) return;
    if (refusal) return this.#refused(refusal);
    const attempt = this.#attempt++;
    this.#isRefused = false;
    this.#sink?.status('offline', attempt === 0 ? new CallError('signaling-lost', {cause}) : undefined);
    // A server that restarts has everybody come back at once; who is in a call needs the line before others do.
    this.#retry = setTimeout(this.#hurry, pauseBefore(attempt, wasIn && !this.#isInCall));
  }

  /** Told once. It is looked at again slowly, when the page is looked at, the device joins a network, or somebody wants to call. */
  #refused(refusal: CallError): void {
    this.#retry = setTimeout(this.#hurry, LOOK_AGAIN);
    if (this.#opened) this.#opened(refusal);
    else if (!this.#isRefused) this.#sink?.status('error', refusal);
    this.#opened = undefined;
    this.#isRefused = true;
  }

  readonly #hurry = (): void => {
    if (this.#isIn) this.#heartbeat.beat(HASTE);
    else void this.#connect();
  };

  #probe(): void {
    this.#peer?.connect(this.#peer.id, {serialization: 'call', metadata: this.#session?.probe?.() ?? {}});
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

export const createPeerjsConnector: ConnectorFactory = Object.assign((about: CallConfiguration) => new PeerjsConnector(about), {isShareable: true});
