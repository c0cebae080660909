import type {Presence} from '../connectors/connector.js';

interface Watched {
  presence: Presence;
  readonly listeners: Set<(presence: Presence) => void>;
}

/** Who in this tab wants to know how somebody is, and what the tab that holds the line said last. */
export class PresenceDesk {
  readonly #watched = new Map<string, Watched>();
  readonly #changed: () => void;

  /** `changed` is called when other users are watched than before. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get users(): readonly string[] {
    return [...this.#watched.keys()];
  }

  readonly watch = (user: string, fn: (presence: Presence) => void): (() => void) => {
    const known = this.#watched.get(user);
    const watched: Watched = known ?? {presence: 'unknown', listeners: new Set()};
    // The same function may watch twice.
    const listener = (presence: Presence): void => fn(presence);
    watched.listeners.add(listener);
    this.#watched.set(user, watched);
    if (!known) this.#changed();
    listener(watched.presence);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size || this.#watched.get(user) !== watched) return;
      this.#watched.delete(user);
      this.#changed();
    };
  };

  put(user: string, presence: Presence): void {
    const watched = this.#watched.get(user);
    if (!watched || watched.presence === presence) return;
    watched.presence = presence;
    for (const listener of [...watched.listeners]) listener(presence);
  }

  /** Nobody can tell any more. */
  forget(): void {
    for (const user of this.users) this.put(user, 'unknown');
  }
}
