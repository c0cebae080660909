import type {Clock} from './clock.js';
import {partOf, strongest} from './presence-part.js';
import type {PresencePart} from './presence-part.js';
import type {Announcement} from './presence.js';

/** A page that comes back within this time was never gone. */
const ABSENCE = 3000;

interface UserHere {
  /** What each connection has said; nothing at first, so that nobody invisible shows up for a moment. */
  readonly connections: Map<string, PresencePart | undefined>;
  /** What connections said that have just gone, and how to keep them from being forgotten. */
  readonly leaving: Map<string, {readonly part: PresencePart; readonly stay: () => void}>;
}

/** How the users are who are connected to this node. `changed` is told of each change. */
export class PartsHere {
  readonly #users = new Map<string, UserHere>();
  readonly #clock: Clock;
  readonly #changed: (user: string) => void;

  constructor(clock: Clock, changed: (user: string) => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get users(): Iterable<string> {
    return this.#users.keys();
  }

  of(user: string): PresencePart | undefined {
    const here = this.#users.get(user);
    if (!here) return undefined;
    return strongest([...here.connections.values(), ...[...here.leaving.values()].map(({part}) => part)]);
  }

  connected(user: string, connection: string): void {
    const here = this.#users.get(user) ?? {connections: new Map(), leaving: new Map()};
    this.#users.set(user, here);
    here.connections.set(connection, undefined);
  }

  announced(user: string, connection: string, announcement: Announcement): void {
    const here = this.#users.get(user);
    if (!here?.connections.has(connection)) return;
    this.#change(user, () => {
      const isNew = here.connections.get(connection) === undefined;
      here.connections.set(connection, partOf(announcement));
      // The page is back: what it said before it went is over.
      if (isNew) this.#forgetLeaving(here);
    });
  }

  disconnected(user: string, connection: string): void {
    const here = this.#users.get(user);
    const part = here?.connections.get(connection);
    if (!here?.connections.delete(connection)) return;
    if (part === undefined) return this.#forgetIfGone(user, here);
    const stay = this.#clock.after(ABSENCE, () => {
      this.#change(user, () => {
        here.leaving.delete(connection);
        this.#forgetIfGone(user, here);
      });
    });
    here.leaving.set(connection, {part, stay});
  }

  close(): void {
    for (const here of this.#users.values()) this.#forgetLeaving(here);
  }

  #forgetLeaving({leaving}: UserHere): void {
    for (const {stay} of leaving.values()) stay();
    leaving.clear();
  }

  #forgetIfGone(user: string, {connections, leaving}: UserHere): void {
    if (connections.size + leaving.size === 0) this.#users.delete(user);
  }

  #change(user: string, fn: () => void): void {
    const before = this.of(user);
    fn();
    if (this.of(user) !== before) this.#changed(user);
  }
}
