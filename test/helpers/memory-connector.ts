import type {Address, CallPolicy, Connector, ConnectorFactory, ConnectorSelf, ConnectorSender, ConnectorSink} from '../../src/connectors/connector.js';
import type {IceAnswer} from '../../src/ice/ice-sources.js';
import type {AnyEnvelope} from '../../src/protocol/messages.js';
import {LIMITS} from '../../src/protocol/parse-body.js';
import {CallError} from '../../src/types/call-error.js';
import type {Clock} from '../../src/util/clock.js';
import type {Random} from './random.js';

/** How bad the way is. */
export interface Weather {
  /** Probabilities. */
  drop: number;
  duplicate: number;
  /** Milliseconds; what differs overtakes. */
  delay: readonly [shortest: number, longest: number];
}

export const FAIR: Readonly<Weather> = {drop: 0, duplicate: 0, delay: [10, 10]};

interface Mailbox {
  readonly self: ConnectorSelf;
  readonly sink: ConnectorSink;
  isOnline: boolean;
  /** It takes what is for any endpoint of its user. */
  readonly isForAll?: boolean;
}

export interface Parcel {
  readonly from: ConnectorSelf;
  readonly to: Mailbox['self'];
  readonly message: AnyEnvelope;
}

/** A signalling server in memory. Its weather and its interceptor decide what arrives, how often and when. */
export class MemoryServer {
  weather: Weather = {...FAIR};
  /** Scripted trouble: may drop (do nothing), deliver twice, or later. */
  intercept: (parcel: Parcel, deliver: (later?: number) => void) => void = (_parcel, deliver) => deliver();
  /** What it says when its users ask for ICE servers; it has none unless a test says so. */
  iceServers: (() => Promise<IceAnswer>) | undefined;
  policy: CallPolicy | undefined;
  /** Those whose connectors were made ready before they were opened, in order. */
  readonly prepared: string[] = [];
  /** Those of them that were opened then. */
  readonly readied: string[] = [];
  readonly log: Parcel[] = [];
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #mailboxes = new Set<Mailbox>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  readonly connect: ConnectorFactory = () => this.#connector(false);
  /** One for all tabs of a browser. */
  readonly connectShared: ConnectorFactory = Object.assign(() => this.#connector(true), {isShareable: true});

  /** How many connections a user has. */
  count(user: string): number {
    return [...this.#mailboxes].filter(({self}) => self.user === user).length;
  }

  #connector(isForAll: boolean): Connector {
    const connector = new MemoryConnector(this, isForAll);
    return Object.defineProperty(connector, 'iceServers', {get: () => this.iceServers});
  }

  add(self: ConnectorSelf, sink: ConnectorSink, isForAll = false): Mailbox {
    const mailbox = {self, sink, isOnline: true, isForAll};
    this.#mailboxes.add(mailbox);
    return mailbox;
  }

  remove(mailbox: Mailbox): void {
    this.#mailboxes.delete(mailbox);
  }

  /** The endpoint vanishes without a word. */
  forget(endpoint: string): void {
    for (const mailbox of this.#mailboxes) if (mailbox.self.endpoint === endpoint) this.remove(mailbox);
  }

  /** The line of an endpoint, or of everybody, breaks or comes back; the connector says so. */
  setOnline(isOnline: boolean, endpoint?: string): void {
    for (const mailbox of this.#mailboxes) {
      if ((endpoint ?? mailbox.self.endpoint) !== mailbox.self.endpoint || mailbox.isOnline === isOnline) continue;
      mailbox.isOnline = isOnline;
      mailbox.sink.status(isOnline ? 'online' : 'offline', isOnline ? undefined : new CallError('signaling-lost'));
    }
  }

  /** Tells all who are here that the call of that id is not allowed. */
  refuse(call: string): void {
    for (const {sink} of this.#mailboxes) sink.refused?.(call);
  }

  /** From now on it lets an endpoint in no more. */
  shutOut(endpoint: string): void {
    for (const mailbox of this.#mailboxes) {
      if (mailbox.self.endpoint !== endpoint) continue;
      mailbox.isOnline = false;
      mailbox.sink.status('error', new CallError('signaling-refused'));
    }
  }

  post(from: Mailbox, to: Address, message: object): void {
    for (const mailbox of this.#mailboxes) {
      const {user, endpoint} = mailbox.self;
      const isMeant = mailbox.isForAll || (to.endpoint ?? endpoint) === endpoint;
      if (mailbox === from || user !== to.user || !isMeant) continue;
      const copy = JSON.parse(JSON.stringify(message)) as AnyEnvelope;
      const parcel = {from: from.self, to: mailbox.self, message: copy};
      this.log.push(parcel);
      this.intercept(parcel, (later = 0) => this.#carry(parcel, mailbox, later));
    }
  }

  #carry({from, message}: Parcel, to: Mailbox, later: number): void {
    const {drop, duplicate, delay} = this.weather;
    const copies = this.#random.chance(duplicate) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      if (this.#random.chance(drop)) continue;
      const [shortest, longest] = delay;
      this.#clock.after(later + shortest + this.#random.next() * (longest - shortest), () => {
        if (this.#mailboxes.has(to) && to.isOnline) to.sink.message(structuredClone(message), senderOf(from));
      });
    }
  }
}

/** The server vouches for whoever signed in; what is too long it leaves out. */
const senderOf = ({user, name, avatar}: ConnectorSelf): ConnectorSender => ({
  user,
  name: name.slice(0, LIMITS.name),
  avatar: avatar.length > LIMITS.avatar ? undefined : avatar,
});

class MemoryConnector implements Connector {
  get capabilities() {
    const {policy} = this.#server;
    return {identity: 'verified', presence: false, ice: false, maxBytes: 1_000_000, policy} as const;
  }

  readonly #server: MemoryServer;
  readonly #isForAll: boolean;
  #mailbox: Mailbox | undefined;
  #isPrepared = false;

  constructor(server: MemoryServer, isForAll: boolean) {
    this.#server = server;
    this.#isForAll = isForAll;
  }

  prepare({endpoint}: ConnectorSelf): void {
    this.#isPrepared = true;
    this.#server.prepared.push(endpoint);
  }

  async open(self: ConnectorSelf, sink: ConnectorSink, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#isPrepared) this.#server.readied.push(self.endpoint);
    this.#mailbox = this.#server.add(self, sink, this.#isForAll);
    signal.addEventListener('abort', () => void this.close(), {once: true});
    sink.status('online');
  }

  async send(to: Address, message: object): Promise<void> {
    if (!this.#mailbox?.isOnline) throw new CallError('signaling-lost');
    this.#server.post(this.#mailbox, to, message);
  }

  async close(): Promise<void> {
    if (this.#mailbox) this.#server.remove(this.#mailbox);
    this.#mailbox = undefined;
  }
}
