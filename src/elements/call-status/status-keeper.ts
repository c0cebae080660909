import {openStatusMemory} from '../../settings/status-memory.js';
import type {StatusMemory} from '../../settings/status-memory.js';
import type {UserStatus} from '../../types/configuration.js';
import type {CallControllerFace} from '../../types/controller.js';

/**
 * Puts what the person said of themselves into the configuration: what is remembered, when the page comes; what is said here or in
 * another tab, at once. Whatever the page itself configures after that holds until the person says something again.
 */
export class StatusKeeper {
  #controller: CallControllerFace | undefined;
  #user: string | undefined;
  #memory: StatusMemory | undefined;
  /** What the page had configured before, for the next person; undefined while nothing of theirs was put in its place. */
  #before: UserStatus | undefined;
  #put: UserStatus | undefined;

  /** Of whoever is signed in at `controller`; undefined to stop. */
  follow(controller: CallControllerFace | undefined): void {
    const user = controller?.state.userId || undefined;
    if (controller === this.#controller && user === this.#user) return;
    this.#memory?.close();
    this.#memory = undefined;
    if (controller === this.#controller && user) this.#restore();
    this.#controller = controller;
    this.#user = user;
    if (user === undefined) return;
    const memory = openStatusMemory(user, (status) => this.#configure(status));
    this.#memory = memory;
    void this.#remember(memory);
  }

  say(status: UserStatus): void {
    this.#configure(status);
    void this.#memory?.say(status);
  }

  async #remember(memory: StatusMemory): Promise<void> {
    const before = this.#controller?.state.status;
    const status = await memory.load();
    // Meanwhile another may have come, or somebody has said something newer.
    const isNews = memory === this.#memory && before === this.#controller?.state.status;
    if (status && isNews) this.#configure(status);
  }

  #configure(status: UserStatus): void {
    const controller = this.#controller;
    if (!controller) return;
    if (controller.state.status !== this.#put) this.#before = controller.state.status;
    this.#put = status;
    controller.configure({status});
  }

  /** What one person said is not said of the next. */
  #restore(): void {
    const {status} = this.#controller?.state ?? {};
    if (this.#before && status === this.#put) this.#controller?.configure({status: this.#before});
    this.#put = undefined;
    this.#before = undefined;
  }
}
