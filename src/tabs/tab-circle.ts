import {fieldsOf, textField} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import type {TabChannel, TabWorld} from './tab-world.js';

/** Tabs that talk to each other under one name. Each holds a lock of its own, so that the others know when it is gone. */
export class TabCircle {
  /** Names this tab in the circle. */
  readonly id: string;
  readonly #world: TabWorld;
  readonly #name: string;
  readonly #heard: (tab: string, word: Fields) => void;
  readonly #closing = new AbortController();
  readonly #mourned = new Map<string, AbortController>();
  #channel: TabChannel | undefined;
  /** What was to be said before others could know when this tab is gone. */
  #unsaid: object[] | undefined = [];

  constructor(world: TabWorld, name: string, heard: (tab: string, word: Fields) => void) {
    [this.#world, this.#name, this.#heard] = [world, name, heard];
    this.id = world.randomId();
    this.#channel = world.channel(name, (word) => this.#receive(word));
    void world.lock(this.#lockOf(this.id), this.#closing.signal).then(() => this.#settleIn());
  }

  /** Tells all other tabs. */
  post(word: object): void {
    if (this.#unsaid) this.#unsaid.push(word);
    else this.#channel?.post({...word, tab: this.id});
  }

  /** Calls `gone` once, when that tab is no more; asked again for the same tab, it calls only the last one. */
  mourn(tab: string, gone: () => void): void {
    this.forget(tab);
    const watch = new AbortController();
    this.#mourned.set(tab, watch);
    void this.#world.lock(this.#lockOf(tab), watch.signal).then((isGone) => {
      if (!isGone || watch.signal.aborted) return;
      this.forget(tab);
      gone();
    });
  }

  /** That tab is of no interest any more. */
  forget(tab: string): void {
    this.#mourned.get(tab)?.abort();
    this.#mourned.delete(tab);
  }

  close(): void {
    this.#closing.abort();
    this.#channel?.close();
    this.#channel = undefined;
    for (const tab of [...this.#mourned.keys()]) this.forget(tab);
  }

  #lockOf(tab: string): string {
    return `${this.#name}:tab:${tab}`;
  }

  #settleIn(): void {
    const unsaid = this.#unsaid ?? [];
    this.#unsaid = undefined;
    for (const word of unsaid) this.post(word);
  }

  #receive(data: unknown): void {
    const word = fieldsOf(data);
    const tab = word && textField(word, 'tab', 64);
    if (tab && tab !== this.id && this.#channel) this.#heard(tab, word);
  }
}
