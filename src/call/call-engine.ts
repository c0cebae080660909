import type {ConnectorSender} from '../connectors/connector.js';
import {createIceChain} from '../ice/ice-chain.js';
import type {IceChain} from '../ice/ice-chain.js';
import {isLive} from '../types/call-phase.js';
import type {CallStreams, StartOptions} from '../types/controller.js';
import type {EndReason} from '../types/end-reason.js';
import type {CallMedia, MediaKind, TextKind} from '../types/media.js';
import {CallError} from '../types/call-error.js';
import type {CallSession, SessionHost} from './call-session.js';
import {CallSounds} from './call-sounds.js';
import {calleeOf} from './callee-of.js';
import {callerOf} from './caller-of.js';
import {DeviceChoices} from './device-choices.js';
import {endWord} from './end-word.js';
import type {EngineHost} from './engine-host.js';
import {carryOut} from './carry-out.js';
import {IncomingSession} from './incoming-session.js';
import type {CallPlatform} from './platform.js';
import {mainConnector} from './main-connector.js';
import {OutgoingSession} from './outgoing-session.js';
import {publishSession} from './publish-session.js';
import {refuseStart} from './refuse-start.js';
import {reportTrouble} from './report-trouble.js';
import {createSessionHost} from './session-host.js';
import {streamsOf} from './streams-of.js';
import {Switchboard} from './switchboard.js';
import type {Ring} from './switchboard.js';
import {tellNews} from './tell-news.js';
import {troubleIsOver} from './trouble-is-over.js';
import {TurnedAway} from './turned-away.js';

/** All that happens from the first ring or press on; fetched when it is first needed. */
export class CallEngine {
  readonly choices: DeviceChoices;
  readonly #host: EngineHost;
  readonly #platform: CallPlatform;
  readonly #switchboard: Switchboard;
  readonly #ice: IceChain;
  readonly #sounds: CallSounds;
  readonly #turnedAway: TurnedAway;
  #session: CallSession | undefined;

  constructor(host: EngineHost, platform: CallPlatform) {
    this.#host = host;
    this.#platform = platform;
    this.#turnedAway = new TurnedAway(host);
    const {clock, fetch} = platform;
    this.#ice = createIceChain({clock, fetch});
    const media = () => (this.#isOn() ? this.#session?.localMedia : undefined);
    this.choices = new DeviceChoices({host, platform, media, sounds: () => this.#sounds});
    const speaker = () => this.choices.speaker();
    this.#sounds = new CallSounds({host, platform, speaker, ringer: () => this.choices.ringer()});
    this.#switchboard = new Switchboard(host, {
      current: () => this.#session,
      present: (ring) => this.#present(ring),
      adopt: (ring) => this.#adopt(ring),
      turnedAway: (ring) => this.#turnedAway.add(ring),
    });
  }

  get streams(): Partial<CallStreams> {
    return streamsOf(this.#session);
  }

  /** What there is to report: of the call that is on, or was the last. */
  async facts() {
    const {leg, report} = this.#session ?? {};
    const path = await leg?.link?.path();
    const {dropped} = this.#switchboard;
    return {dropped, ice: this.#ice.report(), link: leg?.report ?? report, path};
  }

  receive(connector: string, message: unknown, sender: ConnectorSender | undefined): void {
    this.#switchboard.receive(connector, message, sender);
  }

  /** Does what an element, or the page, asked for. */
  readonly carryOut = carryOut;

  /** Begins a call, unless one is on. */
  start(options: StartOptions): void {
    const {line, randomId, store, configuration, endpoint, clock} = this.#host;
    const media = options.media === 'audio' ? 'audio' : 'video';
    const refusal = this.#platform.isSupported ? refuseStart(store.state, options.callee) : new CallError('webrtc-unsupported');
    if (refusal) return reportTrouble(store, refusal, {recoverable: true, endpoint, now: clock.now()});
    if (this.#isOn()) return;
    const connector = options.connector || mainConnector(configuration);
    const peer = calleeOf(options, line.connector(connector)?.capabilities);
    const session = new OutgoingSession(this.#sessionHost(connector), {id: randomId(), peer, media, connector});
    this.#take(session);
    void session.start(line.ready(connector));
  }

  accept(media?: CallMedia): void {
    const session = this.#session;
    const isKnown = media === 'audio' || media === 'video';
    if (session instanceof IncomingSession) session.accept(isKnown ? media : session.media);
  }

  /** Ends what is on, whatever it is called in its phase. */
  end(reason?: EndReason): void {
    const session = this.#session;
    if (session) session.end(reason ?? endWord(session.record.phase), 'local');
  }

  async set(kind: MediaKind, on: boolean): Promise<void> {
    await this.#session?.set(kind, on);
  }

  sendText(text: string, kind?: TextKind): boolean {
    return this.#session?.leg?.link?.sendText(text, kind) ?? false;
  }

  dispose(): void {
    this.end('page-closed');
    this.#sounds.dispose();
  }

  #isOn(): boolean {
    return this.#session !== undefined && isLive(this.#session.record.phase);
  }

  #present(ring: Ring): void {
    // A browser that cannot talk leaves the ring to the person's other devices.
    if (!this.#platform.isSupported) return;
    const session = this.#answerable(ring);
    this.#take(session);
    const {id: callId, peer, media} = session;
    // Whoever watches the state may have ended it.
    if (!isLive(session.record.phase)) return;
    const allowed = this.#host.store.ask('call-incoming', {callId, peer, media});
    if (!allowed) this.#host.store.patch({shownByPage: true});
  }

  /** Both pressed: both agreed. */
  #adopt(ring: Ring): void {
    const mine = this.#session;
    if (!(mine instanceof OutgoingSession)) return;
    this.#switchboard.close(mine.id, 'answered-elsewhere');
    const media = mine.yield();
    const session = this.#answerable(ring);
    this.#session = session;
    session.accept(mine.media, media);
  }

  #answerable(ring: Ring): IncomingSession {
    const {connector, envelope} = ring;
    const peer = callerOf(ring, this.#host.line.connector(connector)?.capabilities);
    const {call: id, from, body} = envelope;
    const options = {id, peer, media: body.media, connector, endpoint: from.endpoint};
    return new IncomingSession(this.#sessionHost(connector), options);
  }

  #take(session: CallSession): void {
    this.#session = session;
    this.#turnedAway.clear();
    this.#host.store.patch({trouble: undefined, shownByPage: false});
    this.#changed(session);
  }

  #changed(session: CallSession): void {
    if (session !== this.#session) return;
    const {store, line} = this.#host;
    const {phase: from, callId, connectedAt} = store.state;
    const {end} = session.record;
    if (end) this.#switchboard.close(session.id, session.lastWord(end.reason, end.by), session.record.endpoint);
    const isSame = callId === session.id;
    // Nobody is busy with what merely rings: that would tell who calls whom, and that they are there.
    line.announce(this.#isOn() && session.record.phase !== 'incoming');
    store.together(() => {
      store.patch(publishSession(session));
      if (troubleIsOver(store.state.trouble, store.state.local)) store.patch({trouble: undefined});
      this.#sounds.follow(session);
      if (from !== session.record.phase) tellNews(store, session, from, !(isSame && connectedAt));
    });
  }

  #sessionHost(connector: string): SessionHost {
    return createSessionHost(this.#host, connector, {
      platform: this.#platform,
      ice: this.#ice,
      settings: this.choices.settings,
      session: () => this.#session,
      send: (...message) => this.#switchboard.send(...message),
      changed: (session) => this.#changed(session),
    });
  }
}
