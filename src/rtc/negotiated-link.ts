import type {Candidate, MessageBodies} from '../protocol/messages.js';
import type {DeviceState, PerKind, TextKind} from '../types/media.js';
import {NO_TRACKS} from '../protocol/peer-link.js';
import type {Goodbye, LinkMessageType, LinkPolicy, LinkReport, OutgoingTracks, PeerLink, PeerLinkOptions} from '../protocol/peer-link.js';
import type {Clock} from '../util/clock.js';
import {createSerial} from '../util/serial.js';
import {Connection} from './connection.js';
import {OfferGate} from './offer-gate.js';
import {keepPath} from './keep-path.js';
import {RemoteShow} from './remote-show.js';
import {SearchNotes} from './search-notes.js';

/**
 * A link that negotiates: the offerer makes generations of connections, the answerer follows. Glare cannot arise,
 * since only one side ever offers; a polite peer's rollback and a restart by the answerer fail between today's
 * Chromium and Firefox.
 */
export class NegotiatedLink implements PeerLink {
  readonly remote = new MediaStream();
  readonly remoteScreen = new MediaStream();
  readonly #options: PeerLinkOptions & {readonly clock: Clock};
  readonly #serial = createSerial((error) => console.debug('call-elements: a step of negotiation failed', error));
  readonly #notes = new SearchNotes();
  readonly #show;
  readonly #keeper;
  readonly #gate = new OfferGate((offer, early) => this.#answer(offer, early));
  #connection: Connection | undefined;
  #generation = 0;
  #policy: LinkPolicy;
  #tracks = NO_TRACKS;
  #states: PerKind<DeviceState> | undefined;
  #closed = false;

  constructor(options: PeerLinkOptions & {readonly clock: Clock}) {
    this.#options = options;
    this.#policy = options.policy;
    this.#show = new RemoteShow(this, options.clock, (media) => options.remoteMedia(media));
    this.#keeper = keepPath(options.clock, {
      renew: () => this.#connection && this.renew(),
      again: () => (options.role === 'offerer' ? this.#replace() : this.renew()),
      restart: () => this.#restart(),
      path: () => this.path(),
      health: (health) => options.health(health),
    });
    if (options.role === 'offerer') this.#replace();
  }

  receive<T extends LinkMessageType>(type: T, body: MessageBodies[T]): void {
    if (this.#closed) return;
    this.#notes.hear(body);
    this.#receivers[type](body);
  }

  widen(policy: LinkPolicy): void {
    if (policy === this.#policy || this.#closed) return;
    this.#policy = policy;
    if (!this.#gate.release() && this.#connection) this.renew();
  }

  attach(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    this.#gate.agree();
    if (this.#policy !== 'none' && !this.#closed) this.#gate.release();
    this.#connection?.attach(tracks).catch((error: unknown) => console.debug('call-elements: a track was refused', error));
  }

  tell(states: PerKind<DeviceState>): void {
    this.#states = states;
    this.#connection?.side.tell(states);
  }

  sendText(text: string, kind?: TextKind): boolean {
    return this.#connection?.side.sendText(text, kind) ?? false;
  }

  renew(): void {
    if (this.#closed) return;
    if (this.#options.role === 'offerer') this.#keeper.ask();
    else this.#options.send('renew', {generation: this.#generation});
  }

  async path() {
    return this.#connection?.path();
  }

  get report(): LinkReport {
    return {search: this.#notes, last: this.#keeper.watch.last};
  }

  close(goodbye?: Goodbye): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#keeper.close();
    if (goodbye) this.#connection?.side.goodbye(goodbye);
    this.#connection?.close();
    this.#connection = undefined;
    this.#show.close();
  }

  readonly #receivers: {readonly [T in LinkMessageType]: (body: MessageBodies[T]) => void} = {
    offer: (offer) => {
      if (this.#options.role === 'offerer' || offer.generation < this.#generation) return;
      this.#generation = offer.generation;
      this.#gate.receive(offer, this.#policy);
    },
    answer: ({generation, sdp}) => {
      this.#serial(async () => {
        if (this.#options.role !== 'offerer' || generation !== this.#generation) return;
        await this.#connection?.answered(sdp);
        this.#show.lines(this.#connection?.lines);
      });
    },
    candidates: ({generation, candidates}) => {
      if (generation !== this.#generation) return;
      if (!this.#gate.holds(candidates)) this.#serial(async () => this.#connection?.addCandidates(candidates));
    },
    renew: ({generation}) => {
      if (this.#options.role === 'offerer' && generation === this.#generation) this.#keeper.ask();
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
      if (!this.#connection?.settled) return;
      const connection = await this.#refresh();
      if (connection) this.#options.send('offer', {generation: this.#generation, sdp: await connection.offer()});
    });
  }

  #answer({generation, sdp}: MessageBodies['offer'], early: readonly Candidate[]): void {
    this.#serial(async () => {
      const isKnown = this.#connection?.generation === generation;
      const connection = isKnown ? await this.#refresh() : await this.#connect(generation, false);
      if (!connection || this.#closed) return;
      await connection.addCandidates(early);
      const answer = await connection.answer(sdp);
      if (this.#closed) return;
      this.#options.send('answer', {generation, sdp: answer});
      this.#show.lines(this.#connection?.lines);
      // Says nothing new to the other side, so the answer does not wait for it.
      if (connection === this.#connection) await connection.attach(this.#tracks);
    });
  }

  async #connect(generation: number, fresh: boolean): Promise<Connection | undefined> {
    const configuration = await this.#configuration(fresh);
    if (this.#closed || generation !== this.#generation) return undefined;
    this.#connection?.close();
    const connection = new Connection({
      generation,
      clock: this.#options.clock,
      configuration,
      notes: this.#notes,
      listener: {...this.#options, remoteMedia: (media) => this.#show.said(media)},
      // In their turn: Firefox finds some before the description that they belong to is on its way.
      candidates: (candidates) =>
        this.#serial(async () => {
          if (!this.#closed && generation === this.#generation) this.#options.send('candidates', {generation, candidates});
        }),
      status: (status) => {
        this.#notes.status(status);
        this.#keeper.status(status);
        this.#options.status(status);
      },
    });
    if (this.#states) connection.side.tell(this.#states);
    this.#connection = connection;
    return connection;
  }

  /** Gives the connection new ICE servers, unless it was closed or replaced while they were asked for. */
  async #refresh(): Promise<Connection | undefined> {
    const connection = this.#connection;
    const configuration = await this.#configuration(true);
    if (connection !== this.#connection || connection?.generation !== this.#generation) return undefined;
    connection.configure(configuration);
    return connection;
  }

  async #configuration(fresh: boolean): Promise<RTCConfiguration> {
    const iceServers = await this.#options.iceServers(fresh);
    this.#notes.configured(iceServers, this.#policy);
    return {iceServers: [...iceServers], iceTransportPolicy: this.#policy === 'all' ? 'all' : 'relay'};
  }
}
