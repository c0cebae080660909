import type {ConnectorSender} from '../connectors/connector.js';
import {createIceChain} from '../ice/ice-chain.js';
import type {IceChain} from '../ice/ice-chain.js';
import {CallError} from '../types/call-error.js';
import {isLive} from '../types/call-phase.js';
import type {CallState} from '../types/call-state.js';
import type {AnswerTicket} from '../types/call-ticket.js';
import type {CallStreams, StartOptions} from '../types/controller.js';
import {isEndReason} from '../types/end-reason.js';
import type {EndReason} from '../types/end-reason.js';
import type {CallMedia, MediaKind, TextKind} from '../types/media.js';
import type {SettledElsewhere} from '../types/tabs.js';
import {CallBoard} from './call-board.js';
import {CallSounds} from './call-sounds.js';
import {calleeOf} from './callee-of.js';
import {carryOut} from './carry-out.js';
import {createAnswerTicket} from './create-answer-ticket.js';
import {DeviceChoices} from './device-choices.js';
import {endWord} from './end-word.js';
import type {EngineHost} from './engine-host.js';
import type {IncomingSession} from './incoming-session.js';
import {leaveCall} from './leave-call.js';
import {mainConnector} from './main-connector.js';
import {OutgoingSession} from './outgoing-session.js';
import type {CallPlatform} from './platform.js';
import {redeemTicket} from './redeem-ticket.js';
import {refuseStart} from './refuse-start.js';
import {reportTrouble} from './report-trouble.js';
import {streamsOf} from './streams-of.js';
import {untilState} from './until-state.js';

/** All that happens from the first ring or press on; fetched when it is first needed. */
export class CallEngine {
  readonly choices: DeviceChoices;
  readonly #host: EngineHost;
  readonly #platform: CallPlatform;
  readonly #ice: IceChain;
  readonly #sounds: CallSounds;
  readonly #board: CallBoard;
  /** A press on Answer waits for the other tabs to agree. */
  #answering: IncomingSession | undefined;

  constructor(host: EngineHost, platform: CallPlatform) {
    this.#host = host;
    this.#platform = platform;
    const {clock, fetch} = platform;
    this.#ice = createIceChain({clock, fetch});
    const media = () => (this.#calls.isOn ? this.#calls.first?.localMedia : undefined);
    this.choices = new DeviceChoices({host, platform, media, sounds: () => this.#sounds});
    const speaker = () => this.choices.speaker();
    this.#sounds = new CallSounds({host, platform, speaker, ringer: () => this.choices.ringer()});
    const settings = () => this.choices.settings;
    this.#board = new CallBoard(host, {platform, ice: this.#ice, sounds: this.#sounds, settings});
  }

  get #calls(): CallBoard['calls'] {
    return this.#board.calls;
  }

  get streams(): Partial<CallStreams> {
    return streamsOf(this.#calls.first);
  }

  /** What there is to report: of the call that is on, or was the last. */
  async facts() {
    const {leg, report} = this.#calls.first ?? {};
    const path = await leg?.link?.path();
    const {dropped} = this.#board.switchboard;
    return {dropped, ice: this.#ice.report(), link: leg?.report ?? report, path};
  }

  receive(connector: string, message: unknown, sender: ConnectorSender | undefined): void {
    this.#board.switchboard.receive(connector, message, sender);
  }

  /** Does what an element, or the page, asked for. */
  readonly carryOut = carryOut;

  /** Begins a call, unless one is on here or in another tab. */
  start(options: StartOptions): void {
    const {line, randomId, store, configuration, endpoint, clock} = this.#host;
    const media = options.media === 'audio' ? 'audio' : 'video';
    const refusal = this.#platform.isSupported ? refuseStart(store.state, options.callee) : new CallError('webrtc-unsupported');
    const taken = !this.#calls.isOn && this.#board.floor.isTaken ? new CallError('already-in-call') : undefined;
    const trouble = refusal ?? taken;
    if (trouble) return reportTrouble(store, trouble, {recoverable: true, endpoint, now: clock.now()});
    if (this.#calls.isOn) return;
    const connector = options.connector || mainConnector(configuration);
    const peer = calleeOf(options, line.connector(connector)?.capabilities);
    const session = new OutgoingSession(this.#board.hostOf(connector), {id: randomId(), peer, media, connector});
    const floor = this.#board.floor.take(session.id);
    this.#board.lead(session);
    void session.start(line.ready(connector), floor);
  }

  /** Resolves with the first state that fits. */
  until(fits: (state: CallState) => boolean): Promise<CallState> {
    return untilState(this.#host.store, fits);
  }

  /** What another window of this browser needs to answer one that rings here; undefined when it does not any more. */
  answerTicket(media?: CallMedia, callId?: string): AnswerTicket | undefined {
    const ring = this.#ringing(callId)?.ring;
    return ring && createAnswerTicket(this.#host, ring, media);
  }

  /** Answers one of those that ring, by default the first; the others hear that it is busy here. */
  async accept(media?: CallMedia, callId?: string): Promise<void> {
    const session = this.#ringing(callId);
    if (!session || this.#answering) return;
    this.#answering = session;
    const isOurs = await this.#board.floor.take(session.id);
    this.#answering = undefined;
    if (session.record.phase !== 'incoming') return;
    if (!isOurs) return session.end('answered-elsewhere', 'system', {silent: true});
    this.#board.floor.settle(session.id, 'answered-elsewhere');
    if (session !== this.#calls.first) this.#board.lead(session);
    const isKnown = media === 'audio' || media === 'video';
    session.accept(isKnown ? media : session.media);
    // Whoever watches the state may have ended it: then the next one rings.
    if (!isLive(session.record.phase)) return;
    for (const other of this.#calls.behind) {
      this.#board.floor.settle(other.id, 'declined-elsewhere');
      other.end('busy', 'system');
    }
  }

  /** Ends one of those that ring, by default the first; one that is being answered is not declined any more. */
  decline(reason?: EndReason, callId?: string): void {
    const session = this.#ringing(callId);
    if (!session || session === this.#answering) return;
    this.#board.floor.settle(session.id, 'declined-elsewhere');
    session.end(isEndReason(reason) ? reason : 'declined', 'local');
  }

  /** Ends the first call, whatever that is called in its phase. */
  hangUp(): void {
    const {first} = this.#calls;
    if (!first) return;
    if (first.record.phase === 'incoming') this.#board.floor.settle(first.id, 'declined-elsewhere');
    first.end(endWord(first.record.phase), 'local');
  }

  /** A ring was decided in another tab of this browser: nothing is said of it from here. */
  settled(callId: string, how: SettledElsewhere): void {
    this.#ringing(callId)?.end(how, 'system', {silent: true});
  }

  /** Ends all that is on: what rings, as its page is closed; what else, as the person would, or for this reason. */
  end(reason?: EndReason): void {
    for (const session of [...this.#calls.behind].reverse()) session.end('page-closed', 'local');
    const {first} = this.#calls;
    if (first) first.end(first.record.phase === 'incoming' ? 'page-closed' : (reason ?? endWord(first.record.phase)), 'local');
  }

  /** The page goes away, and may be followed by another of the same tab. */
  leave(): void {
    const isLeft = leaveCall(this.#board, this.#host, this.#platform);
    if (!isLeft) this.end('page-closed');
  }

  /** Does what the page before this one, or the one that opened this window, left to be done here. */
  redeem(): void {
    const ticket = this.#platform.tickets.take(this.#host.configuration.userId);
    // What is to be answered here may ring already.
    if (!ticket || (this.#calls.isOn && ticket.kind !== 'answer')) return;
    void redeemTicket(ticket, {engine: this, board: this.#board, host: this.#host});
  }

  async set(kind: MediaKind, on: boolean): Promise<void> {
    await this.#calls.first?.set(kind, on);
  }

  sendText(text: string, kind?: TextKind): boolean {
    return this.#calls.first?.leg?.link?.sendText(text, kind) ?? false;
  }

  dispose(): void {
    this.end('page-closed');
    this.#sounds.dispose();
  }

  #ringing(callId: string | undefined): IncomingSession | undefined {
    const {ringing} = this.#calls;
    return callId === undefined ? ringing[0] : ringing.find(({id}) => id === callId);
  }
}
