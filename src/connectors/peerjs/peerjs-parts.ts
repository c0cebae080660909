import type {Peer} from 'peerjs';
import {createSession} from './create-session.js';
import {loadPeerjs} from './load-peerjs.js';
import type {Session} from './session.js';
import type {SignedInOptions} from './signed-in.js';

/** What it takes to open a line, fetched once, ahead of time where the line may be wanted in a moment. */
export class PeerjsParts {
  readonly #options: Omit<SignedInOptions, 'user'>;
  #fetched: Promise<[typeof Peer, Session]> | undefined;

  constructor(options: Omit<SignedInOptions, 'user'>) {
    this.#options = options;
  }

  get(user: string): Promise<[typeof Peer, Session]> {
    this.#fetched ??= Promise.all([loadPeerjs(), createSession({...this.#options, user})]);
    return this.#fetched;
  }

  async prepare(user: string): Promise<void> {
    try {
      const [, session] = await this.get(user);
      // A token that cannot be had now is asked for when the line is opened.
      await session.prepare?.().catch(() => undefined);
    } catch {
      this.#fetched = undefined;
    }
  }
}
