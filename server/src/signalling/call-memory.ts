import {KnownCalls} from './known-calls.js';

/** Milliseconds for which a page may be gone and still go on with its calls. */
const ABSENCE = 300_000;

interface UserHere {
  readonly calls: KnownCalls;
  connections: number;
  forget?: NodeJS.Timeout;
}

/** What is known of everybody's calls, on this node. */
export class CallMemory {
  readonly #users = new Map<string, UserHere>();

  /** One more connection of a user. */
  enter(user: string): KnownCalls {
    const here: UserHere = this.#users.get(user) ?? {calls: new KnownCalls(), connections: 0};
    clearTimeout(here.forget);
    here.connections += 1;
    this.#users.set(user, here);
    return here.calls;
  }

  leave(user: string): void {
    const here = this.#users.get(user);
    if (!here) return;
    here.connections -= 1;
    if (here.connections === 0) here.forget = setTimeout(() => this.#users.delete(user), ABSENCE).unref();
  }
}
