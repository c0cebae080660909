import type {CallRequestEvent} from '../events/call-request-event.js';
import {CallError} from '../types/call-error.js';
import type {CallState} from '../types/call-state.js';
import {DEFAULT_CONFIGURATION} from '../types/configuration.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {CallControllerFace, CallDiagnostics, CallStreams, StartOptions} from '../types/controller.js';
import {isLive} from '../types/call-phase.js';
import type {EndReason} from '../types/end-reason.js';
import type {CallMedia, DeviceChoice, DeviceKind, MediaKind} from '../types/media.js';
import type {NoticeListener} from '../types/notice.js';
import type {Presence} from '../types/presence.js';
import {ApartDoor} from './apart-door.js';
import type {CallEngine} from './call-engine.js';
import {CallStore} from './call-store.js';
import type {ControllerSeams} from './controller-seams.js';
import {engineHost} from './engine-host.js';
import type {EngineHost} from './engine-host.js';
import {EngineLoader} from './engine-loader.js';
import {loadDiagnose} from './load-diagnose.js';
import {LineKeeper} from './line-keeper.js';
import {readConfiguration} from './read-configuration.js';

/**
 * One person's calls on one page. It rests until it is configured (then it listens) or asked for a call (then it
 * fetches the engine); making one touches nothing.
 */
export class CallController implements CallControllerFace {
  readonly #seams: ControllerSeams;
  readonly #store = new CallStore();
  readonly #host: () => Promise<EngineHost>;
  readonly #line: LineKeeper;
  readonly #loader: EngineLoader;
  readonly #apart: ApartDoor;
  #configuration = DEFAULT_CONFIGURATION;
  #disposed = false;

  constructor(seams: ControllerSeams) {
    this.#seams = seams;
    const endpoint = seams.randomId();
    this.#line = new LineKeeper(seams, this.#store, endpoint, {
      message: (...message) => {
        if (this.#engine) return this.#engine.receive(...message);
        void this.#load().then((engine) => engine?.receive(...message));
      },
      settled: (...news) => this.#engine?.settled(...news),
    });
    this.#apart = new ApartDoor(seams.loadApart?.bind(seams, this, () => this.#engine));
    const host = {seams, endpoint, store: this.#store, configuration: () => this.#configuration};
    this.#host = async () => engineHost(host, await this.#line.load());
    this.#loader = new EngineLoader(async () => seams.loadEngine(await this.#host()));
  }

  get state(): CallState {
    return this.#store.state;
  }

  get configuration(): CallConfiguration {
    return this.#configuration;
  }

  get streams(): CallStreams {
    const {local, localScreen, microphone, remote, remoteScreen} = this.#engine?.streams ?? {};
    return {local, localScreen, microphone, remote, remoteScreen};
  }

  subscribe(fn: (state: CallState) => void): () => void {
    return this.#store.subscribe(fn);
  }

  onNotice(fn: NoticeListener): () => void {
    return this.#store.onNotice(fn);
  }

  configure(changes: Partial<CallConfiguration>): void {
    if (this.#disposed) return;
    const before = this.#configuration;
    const after = Object.freeze({...before, ...readConfiguration(changes)});
    // While they are still who they were: the other side would not believe anybody else.
    if (before.userId !== after.userId) this.#engine?.end();
    this.#configuration = after;
    this.#store.patch({userId: after.userId, status: after.status});
    this.#line.configure(after);
    this.#redeem();
    if (after.windowMode === 'window') this.#apart.open();
  }

  prepare(): void {
    void this.#loader.load().catch(() => undefined);
  }

  handle(request: CallRequestEvent): void {
    if (this.state.elsewhere) this.#apart.open();
    this.#apart.pass(request, async (trouble) => {
      (await this.#load())?.carryOut(this, request);
      if (trouble) this.#line.trouble(new CallError(trouble), true);
    });
  }

  async start(options: StartOptions): Promise<CallState> {
    // At once where that is possible: a ring that comes in after the press must find the call begun.
    const engine = this.#engine ?? (await this.#load());
    engine?.start(options);
    return engine?.until(({phase}) => phase !== 'initiating') ?? this.state;
  }

  async accept({media, callId}: {readonly media?: CallMedia; readonly callId?: string} = {}): Promise<CallState> {
    const engine = this.#engine;
    await engine?.accept(media, callId);
    return engine?.until(({phase}) => phase !== 'connecting' && phase !== 'reconnecting') ?? this.state;
  }

  async decline(reason?: EndReason, callId?: string): Promise<CallState> {
    this.#engine?.decline(reason, callId);
    return this.state;
  }

  async hangUp(): Promise<CallState> {
    this.#engine?.hangUp();
    return this.state;
  }

  async set(kind: MediaKind, on: boolean): Promise<CallState> {
    await this.#engine?.set(kind, on);
    return this.state;
  }

  async devices(): Promise<readonly DeviceChoice[]> {
    return (await this.#load())?.choices.list() ?? [];
  }

  async choose(kind: DeviceKind, id: string): Promise<CallState> {
    await (await this.#load())?.choices.choose(kind, id);
    return this.state;
  }

  presence(user: string, fn: (presence: Presence) => void, connector?: string): () => void {
    return this.#line.presence(user, fn, connector);
  }

  sendText(text: string): boolean {
    return this.#engine?.sendText(text) ?? false;
  }

  sendDraft(text: string): boolean {
    return this.#engine?.sendText(text, 'draft') ?? false;
  }

  async diagnostics(): Promise<CallDiagnostics> {
    return (await loadDiagnose())(await this.#host(), this.#engine);
  }

  /** The page goes away: its call is left to the next page of this tab or ends, and the line is let go, until `resume`. */
  suspend(): void {
    this.#engine?.leave();
    this.#line.close();
  }

  /** The page came back from the browser's back-forward cache. */
  resume(): void {
    if (this.#disposed) return;
    this.#line.reopen();
    this.#redeem();
  }

  /** The browser puts a page to sleep that nobody looks at: another tab is to listen. A call of one's own needs its line. */
  freeze(): void {
    if (!isLive(this.state.phase) || this.state.phase === 'incoming') this.#line.close();
  }

  /** What rang may ring on: the caller is asked. */
  thaw(): void {
    if (!this.#disposed) this.#line.reopen();
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#seams.release?.();
    this.#loader.dispose();
    this.#line.close();
    this.#store.patch({line: 'off'});
  }

  /** The page before this one, or the one that opened this window, may have left something to be done. */
  #redeem(): void {
    if (this.#configuration.userId && this.#seams.hasTicket?.()) void this.#load().then((engine) => engine?.redeem());
  }

  get #engine(): CallEngine | undefined {
    return this.#loader.engine;
  }

  async #load(): Promise<CallEngine | undefined> {
    try {
      return await this.#loader.load();
    } catch (error) {
      return this.#line.trouble(CallError.from(error, 'connector-failed'), true);
    }
  }
}
