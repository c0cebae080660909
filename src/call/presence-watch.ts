import type {Connector} from '../connectors/connector.js';
import type {Presence} from '../types/presence.js';

interface Watcher {
  readonly user: string;
  readonly name: string | undefined;
  readonly tell: (presence: Presence) => void;
  source: Connector | undefined;
  stop: (() => void) | undefined;
}

/** Who wants to know how somebody is: each is kept with the connector of the hour, and told once of each change. */
export class PresenceWatch {
  readonly #connector: (name: string | undefined) => Connector | undefined;
  readonly #watchers = new Set<Watcher>();

  constructor(connector: (name: string | undefined) => Connector | undefined) {
    this.#connector = connector;
  }

  /** They were told `unknown` before, and are told what differs. */
  add(user: string, fn: (presence: Presence) => void, name: string | undefined): () => void {
    let told: Presence = 'unknown';
    const tell = (presence: Presence): void => {
      if (presence === told || !this.#watchers.has(watcher)) return;
      told = presence;
      fn(presence);
    };
    const watcher: Watcher = {user, name, tell, source: undefined, stop: undefined};
    this.#watchers.add(watcher);
    this.#look(watcher);
    return () => {
      this.#watchers.delete(watcher);
      watcher.stop?.();
      watcher.stop = undefined;
    };
  }

  /** Connectors came, went, or can tell now. */
  refresh(): void {
    for (const watcher of [...this.#watchers]) this.#look(watcher);
  }

  #look(watcher: Watcher): void {
    const connector = this.#connector(watcher.name);
    const source = connector?.presence ? connector : undefined;
    if (source === watcher.source) return;
    watcher.stop?.();
    [watcher.source, watcher.stop] = [source, undefined];
    try {
      watcher.stop = source?.presence?.(watcher.user, watcher.tell);
    } catch (error) {
      console.debug('call-elements: presence cannot be watched', error);
    }
    if (!watcher.stop) watcher.tell('unknown');
  }
}
