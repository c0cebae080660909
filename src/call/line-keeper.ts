import {expectConnector} from '../connectors/connector-registry.js';
import {CallError} from '../types/call-error.js';
import {DEFAULT_CONFIGURATION} from '../types/configuration.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {Presence} from '../types/presence.js';
import {once} from '../util/once.js';
import type {CallStore} from './call-store.js';
import type {ControllerSeams} from './controller-seams.js';
import type {Line} from './line.js';
import type {LineListener} from './line-listener.js';
import {mainConnector} from './main-connector.js';
import {reportTrouble} from './report-trouble.js';

/** What a resting controller has of its line: the line itself is fetched when somebody is signed in, or wants to call. */
export class LineKeeper {
  /** The line, configured; rejects when it cannot be fetched, and is fetched again the next time. */
  readonly load: () => Promise<Line>;
  readonly #seams: ControllerSeams;
  readonly #store: CallStore;
  readonly #endpoint: string;
  /** Who waits for the line, since they were here before it. */
  readonly #waiting = new Set<(line: Line) => void>();
  #configuration = DEFAULT_CONFIGURATION;
  #line: Line | undefined;
  #isOpen = true;

  constructor(seams: ControllerSeams, store: CallStore, endpoint: string, listener: Pick<LineListener, 'message' | 'settled'>) {
    [this.#seams, this.#store, this.#endpoint] = [seams, store, endpoint];
    const trouble = this.trouble.bind(this);
    this.load = once(async () => this.#arrived(await seams.loadLine({...listener, store, trouble}, endpoint)));
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

  #arrived(line: Line): Line {
    this.#line = line;
    if (this.#isOpen) line.configure(this.#configuration);
    for (const watch of this.#waiting) watch(line);
    this.#waiting.clear();
    return line;
  }
}
