import type {Candidate, MessageBodies} from '../protocol/messages.js';
import type {EndReason} from '../types/end-reason.js';
import type {DeviceState, PerKind} from '../types/media.js';
import {NO_TRACKS} from '../protocol/peer-link.js';
import type {LinkMessageType, LinkPolicy, LinkStatus, OutgoingTracks, PeerLink, PeerLinkOptions} from '../protocol/peer-link.js';
import type {Clock} from '../util/clock.js';
import {createSerial} from '../util/serial.js';
import {Connection} from './connection.js';
import {createRecovery} from './recovery.js';
import {syncStream} from './sync-stream.js';
import {watchNetwork} from './watch-network.js';

type Receivers = {readonly [T in LinkMessageType]: (body: MessageBodies[T]) => void};

/**
 * A link that negotiates: the offerer makes generations of connections, the answerer follows. Glare cannot arise,
 * since only one side ever offers; a polite peer's rollback and a restart by the answerer fail between today's
 * Chromium and Firefox.
 */
export class NegotiatedLink implements PeerLink {
  readonly remote = new MediaStream();
  readonly remoteScreen = new MediaStream();
  readonly #options: PeerLinkOptions;
  readonly #clock: Clock;
  readonly #serial = createSerial((error) => console.debug('call-elements: a step of negotiation failed', error));
  readonly #recovery;
  readonly #unwatch: () => void;
  #connection: Connection | undefined;
  #generation = 0;
  #policy: LinkPolicy;
  #tracks = NO_TRACKS;
  #states: PerKind<DeviceState> | undefined;
  #held: {readonly generation: number; readonly sdp: string} | undefined;
  #heldCandidates: Candidate[] = [];
  #closed = false;

  constructor(options: PeerLinkOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
    this.#policy = options.policy;
    const offers = options.role === 'offerer';
    this.#recovery = createRecovery(clock, () => this.renew(), offers ? () => this.#replace() : () => this.renew());
    this.#unwatch = watchNetwork(() => this.#connection && this.renew());
    if (offers) this.#replace();
  }

  receive<T extends LinkMessageType>(type: T, body: MessageBodies[T]): void {
    if (!this.#closed) this.#receivers[type](body);
  }

  widen(policy: LinkPolicy): void {
    if (policy === this.#policy || this.#closed) return;
    this.#policy = policy;
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#answer(held.generation, held.sdp);
    else if (this.#connection) this.renew();
  }

  attach(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    this.#connection?.attach(tracks).catch((error: unknown) => console.debug('call-elements: a track was refused', error));
  }

  tell(states: PerKind<DeviceState>): void {
    this.#states = states;
    this.#connection?.side.tell(states);
  }

  sendText(text: string): boolean {
    return this.#connection?.side.sendText(text) ?? false;
  }

  renew(): void {
    if (this.#closed) return;
    if (this.#options.role === 'offerer') this.#restart();
    else this.#options.send('renew', {generation: this.#generation});
  }

  async path() {
    return this.#connection?.path();
  }

  close(goodbye?: EndReason): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#recovery.found();
    this.#unwatch();
    if (goodbye) this.#connection?.side.goodbye(goodbye);
    this.#connection?.close();
    this.#connection = undefined;
    this.#showRemote();
  }

  readonly #receivers: Receivers = {
    offer: ({generation, sdp}) => {
      if (this.#options.role === 'offerer' || generation < this.#generation) return;
      if (this.#policy !== 'none') return this.#answer(generation, sdp);
      this.#held = {generation, sdp};
      this.#generation = generation;
    },
    answer: ({generation, sdp}) => {
      this.#serial(async () => {
        if (this.#options.role !== 'offerer' || generation !== this.#generation) return;
        await this.#connection?.answered(sdp);
        this.#showRemote();
      });
    },
    candidates: ({generation, candidates}) => {
      if (generation !== this.#generation) return;
      if (this.#held) this.#heldCandidates.push(...candidates);
      else this.#serial(async () => this.#connection?.addCandidates(candidates));
    },
    renew: ({generation}) => {
      if (this.#options.role === 'offerer' && generation === this.#generation) this.#restart();
    },
  };

  /** Offerer: a new connection under the next number takes the place of the old. */
  #replace(): void {
    this.#generation += 1;
    const generation = this.#generation;
    this.#serial(async () => {
      const connection = await this.#connect(generation, generation > 1);
      if (!connection) return;
      const sdp = await connection.offer();
      if (this.#closed) return;
      this.#options.send('offer', {generation, sdp});
      if (connection === this.#connection) await connection.attach(this.#tracks);
    });
  }

  #restart(): void {
    this.#serial(async () => {
      const connection = this.#connection;
      if (!connection?.settled) return;
      connection.configure(await this.#configuration(true));
      if (this.#closed || connection !== this.#connection) return;
      this.#options.send('offer', {generation: this.#generation, sdp: await connection.offer()});
    });
  }

  #answer(generation: number, sdp: string): void {
    const early = this.#heldCandidates.splice(0);
    const known = generation === this.#generation && this.#connection !== undefined;
    this.#generation = generation;
    this.#serial(async () => {
      const connection = known ? this.#connection : await this.#connect(generation, false);
      if (!connection || this.#closed) return;
      if (known) connection.configure(await this.#configuration(true));
      await connection.addCandidates(early);
      const answer = await connection.answer(sdp);
      if (this.#closed) return;
      this.#options.send('answer', {generation, sdp: answer});
      this.#showRemote();
      // Says nothing new to the other side, so the answer does not wait for it.
      if (connection === this.#connection) await connection.attach(this.#tracks);
    });
  }

  async #connect(generation: number, fresh: boolean): Promise<Connection | undefined> {
    const configuration = await this.#configuration(fresh);
    if (this.#closed || generation !== this.#generation) return undefined;
    this.#connection?.close();
    const connection = new Connection({
      clock: this.#clock,
      configuration,
      listener: this.#options,
      candidates: (candidates) => this.#sendCandidates(generation, candidates),
      status: (status) => this.#status(status),
    });
    if (this.#states) connection.side.tell(this.#states);
    this.#connection = connection;
    return connection;
  }

  /** In their turn: Firefox finds some before the description that they belong to is on its way. */
  #sendCandidates(generation: number, candidates: readonly Candidate[]): void {
    this.#serial(async () => {
      if (!this.#closed && generation === this.#generation) this.#options.send('candidates', {generation, candidates});
    });
  }

  async #configuration(fresh: boolean): Promise<RTCConfiguration> {
    const iceServers = await this.#options.iceServers(fresh);
    return {iceServers: [...iceServers], iceTransportPolicy: this.#policy === 'all' ? 'all' : 'relay'};
  }

  #status(status: LinkStatus): void {
    if (status === 'lost') this.#recovery.lost();
    if (status === 'connected') this.#recovery.found();
    this.#options.status(status);
  }

  #showRemote(): void {
    const [voice, camera, screen] = this.#connection?.remoteTracks ?? [];
    syncStream(this.remote, [voice, camera]);
    syncStream(this.remoteScreen, [screen]);
  }
}
