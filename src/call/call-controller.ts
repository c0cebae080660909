import type {ConnectorSender} from '../connectors/connector.js';
import type {CallRequestEvent} from '../events/call-request-event.js';
import {CallError} from '../types/call-error.js';
import type {CallTrouble} from '../types/call-error.js';
import type {CallState} from '../types/call-state.js';
import {DEFAULT_CONFIGURATION} from '../types/configuration.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {CallControllerFace, CallDiagnostics, CallStreams, StartOptions} from '../types/controller.js';
import {isEndReason} from '../types/end-reason.js';
import type {EndReason} from '../types/end-reason.js';
import {soleTab} from '../tabs/sole-tab.js';
import type {CallMedia, DeviceChoice, DeviceKind, MediaKind} from '../types/media.js';
import type {NoticeListener} from '../types/notice.js';
import type {Presence} from '../types/presence.js';
import type {CallEngine} from './call-engine.js';
import {CallStore} from './call-store.js';
import type {ControllerSeams} from './controller-seams.js';
import type {EngineHost} from './engine-host.js';
import {EngineLoader} from './engine-loader.js';
import {loadDiagnose} from './load-diagnose.js';
import {Line, mainConnector} from './line.js';
import {readConfiguration} from './read-configuration.js';
import {reportTrouble} from './report-trouble.js';

/**
 * One person's calls on one page. It rests until it is configured (then it listens) or asked for a call (then it
 * fetches the engine); making one touches nothing.
 */
export class CallController implements CallControllerFace {
  readonly #seams: ControllerSeams;
  readonly #store = new CallStore();
  readonly #endpoint: string;
  readonly #line: Line;
  readonly #loader: EngineLoader;
  readonly #tabs = soleTab();
  #configuration = DEFAULT_CONFIGURATION;
  /** What a connector made, until that one is online again. */
  #lost: readonly [name?: string | undefined, trouble?: CallTrouble | undefined] = [];
  #disposed = false;

  constructor(seams: ControllerSeams) {
    this.#seams = seams;
    this.#endpoint = seams.randomId();
    this.#line = new Line(
      {message: (...message) => this.#receive(...message), status: (...news) => this.#lineChanged(...news)},
      this.#endpoint,
    );
    this.#loader = new EngineLoader(async () => seams.loadEngine(this.#host()));
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
    if (before.userId !== after.userId) this.#engine?.end(this.state.phase === 'incoming' ? 'page-closed' : undefined);
    this.#configuration = after;
    this.#store.patch({userId: after.userId, status: after.status});
    this.#line.configure(after);
  }

  prepare(): void {
    void this.#loader.load().catch(() => undefined);
  }

  handle(request: CallRequestEvent): void {
    void this.#load().then((engine) => engine?.carryOut(this, request)).catch(() => undefined);
  }

  async start(options: StartOptions): Promise<CallState> {
    // At once where that is possible: a ring that comes in after the press must find the call begun.
    (this.#engine ?? (await this.#load()))?.start(options);
    return this.#store.until(({phase}) => phase !== 'initiating');
  }

  async accept({media}: {readonly media?: CallMedia} = {}): Promise<CallState> {
    this.#engine?.accept(media);
    return this.#store.until(({phase}) => phase !== 'connecting' && phase !== 'reconnecting');
  }

  async decline(reason: EndReason = 'declined'): Promise<CallState> {
    if (this.state.phase === 'incoming') this.#engine?.end(isEndReason(reason) ? reason : 'declined');
    return this.state;
  }

  async hangUp(): Promise<CallState> {
    this.#engine?.end();
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

  presence(user: string, fn: (presence: Presence) => void): () => void {
    // To be watched by the line.
    void user;
    fn('unknown');
    return () => undefined;
  }

  sendText(text: string): boolean {
    return this.#engine?.sendText(text) ?? false;
  }

  sendDraft(text: string): boolean {
    return this.#engine?.sendText(text, 'draft') ?? false;
  }

  async diagnostics(): Promise<CallDiagnostics> {
    return (await loadDiagnose())(this.#host(), this.#engine);
  }

  /** The page goes away: the call ends, and the line is let go, until `resume`. */
  suspend(): void {
    this.#engine?.end('page-closed');
    this.#line.close();
  }

  /** The page came back from the browser's back-forward cache. */
  resume(): void {
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

  get #engine(): CallEngine | undefined {
    return this.#loader.engine;
  }

  async #load(): Promise<CallEngine | undefined> {
    try {
      return await this.#loader.load();
    } catch (error) {
      return this.#trouble(CallError.from(error, 'connector-failed'), {recoverable: true});
    }
  }

  #host(): EngineHost {
    const controller = this;
    return {
      clock: this.#seams.clock,
      randomId: this.#seams.randomId,
      endpoint: this.#endpoint,
      line: this.#line,
      tabs: this.#tabs,
      store: this.#store,
      get configuration() {
        return controller.#configuration;
      },
    };
  }

  #receive(connector: string, message: unknown, sender: ConnectorSender | undefined): void {
    if (this.#engine) return this.#engine.receive(connector, message, sender);
    void this.#load().then((engine) => engine?.receive(connector, message, sender));
  }

  /** A connector beside the one for calls out troubles nobody whose call goes over another. */
  #lineChanged(error: CallError | undefined, name: string | undefined): void {
    const [lost, trouble] = this.#lost;
    this.#store.patch({line: this.#line.state});
    const matters = name === mainConnector(this.#configuration) || name === this.state.connector;
    if (error && !matters) console.debug(`call-elements: ${name} cannot be used`, error);
    else if (error) {
      this.#trouble(error, {recoverable: this.#line.state === 'offline' || this.state.phase === 'connected'});
      this.#lost = [name, this.state.trouble];
    } else if (lost && this.#line.status(lost) === 'online' && trouble === this.state.trouble) {
      this.#store.patch({trouble: undefined});
    }
  }

  #trouble(error: CallError, {recoverable}: {readonly recoverable: boolean}): undefined {
    reportTrouble(this.#store, error, {recoverable, endpoint: this.#endpoint, now: this.#seams.clock.now()});
  }
}
