import {expectConnector} from '../connectors/connector-registry.js';
import {CallError} from '../types/call-error.js';
import type {CallTrouble} from '../types/call-error.js';
import {DEFAULT_CONFIGURATION} from '../types/configuration.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {Presence} from '../types/presence.js';
import type {CallStore} from './call-store.js';
import type {ControllerSeams} from './controller-seams.js';
import type {Line} from './line.js';
import type {LineListener} from './line-listener.js';
import {mainConnector} from './main-connector.js';
import {reportTrouble} from './report-trouble.js';

/** What a resting controller has of its line: the line itself is fetched when somebody is signed in, or wants to call. */
export class LineKeeper {
  readonly #seams: ControllerSeams;
  readonly #store: CallStore;
  readonly #endpoint: string;
  readonly #listener: Pick<LineListener, 'message' | 'settled'>;
  /** Who waits for the line, since they were here before it. */
  readonly #waiting = new Set<(line: Line) => void>();
  #configuration = DEFAULT_CONFIGURATION;
  #line: Line | undefined;
  #fetching: Promise<Line> | undefined;
  /** What a connector made, until that one is online again. */
  #lost: readonly [name?: string | undefined, trouble?: CallTrouble | undefined] = [];
  #isOpen = true;

  constructor(seams: ControllerSeams, store: CallStore, endpoint: string, listener: Pick<LineListener, 'message' | 'settled'>) {
    [this.#seams, this.#store, this.#endpoint, this.#listener] = [seams, store, endpoint, listener];
  }

  configure(configuration: CallConfiguration): void {
    this.#configuration = configuration;
    this.#store.patch({connectors: [...new Set([mainConnector(configuration), ...configuration.connectors])]});
    if (this.#line && this.#isOpen) this.#line.configure(configuration);
    if (this.#line || !configuration.userId) return;
    this.#store.patch({line: 'connecting'});
    // Both are on their way at once.
    expectConnector(mainConnector(configuration));
    this.load().catch((error: unknown) => {
      if (!this.#isOpen) return;
      this.#store.patch({line: 'error'});
      this.trouble(CallError.from(error, 'connector-failed'), true);
    });
  }

  /** The line, configured; rejects when it cannot be fetched, and is fetched again the next time. */
  async load(): Promise<Line> {
    this.#fetching ??= this.#seams.loadLine(
      {...this.#listener, status: (...news) => this.#changed(...news), elsewhere: (elsewhere) => this.#store.patch({elsewhere})},
      this.#endpoint,
    );
    try {
      const line = await this.#fetching;
      if (line !== this.#line) this.#arrived(line);
      return line;
    } catch (error) {
      this.#fetching = undefined;
      throw error;
    }
  }

  /** Tells `fn` how `user` is, from when that can be known. */
  presence(user: string, fn: (presence: Presence) => void, connector: string | undefined): () => void {
    let stop = (): void => void this.#waiting.delete(watch);
    const watch = (line: Line): void => void (stop = line.presence(user, fn, connector));
    fn('unknown');
    if (this.#line) watch(this.#line);
    else this.#waiting.add(watch);
    return () => stop();
  }

  close(): void {
    this.#isOpen = false;
    this.#line?.close();
  }

  reopen(): void {
    this.#isOpen = true;
    this.configure(this.#configuration);
  }

  trouble(error: CallError, recoverable: boolean): undefined {
    const now = this.#seams.clock.now();
    reportTrouble(this.#store, error, {recoverable, endpoint: this.#endpoint, now});
  }

  #arrived(line: Line): void {
    this.#line = line;
    if (this.#isOpen) line.configure(this.#configuration);
    for (const watch of this.#waiting) watch(line);
    this.#waiting.clear();
  }

  /** A connector beside the one for calls out troubles nobody whose call goes over another. */
  #changed(error: CallError | undefined, name: string | undefined): void {
    const line = this.#line;
    if (!line) return;
    const store = this.#store;
    const [lost, trouble] = this.#lost;
    store.patch({line: line.state, ...line.decided});
    const {phase, connector} = store.state;
    const matters = name === mainConnector(this.#configuration) || name === connector;
    if (error && !matters) console.debug(`call-elements: ${name} cannot be used`, error);
    else if (error) {
      this.trouble(error, line.state === 'offline' || phase === 'connected');
      this.#lost = [name, store.state.trouble];
    } else if (lost && line.status(lost) === 'online' && trouble === store.state.trouble) {
      store.patch({trouble: undefined});
    }
  }
}
