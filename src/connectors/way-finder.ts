import type {Clock} from '../util/clock.js';
import {within} from '../util/within.js';
import type {LinkCall, LinkOut} from './connector-registry.js';
import {loadWay} from './find-connector.js';
import type {PossibleWay} from './possible-ways.js';

/** Milliseconds after which a way that has not said anything is none, until it is looked for again. */
const PATIENCE = 5000;

/** A way to call that there really is. */
export interface Way {
  readonly name: string;
  readonly title: string;
  /** Opens its page, to be called in the press; undefined for a connector of this page. */
  readonly link: {readonly to: LinkOut; readonly call: LinkCall} | undefined;
}

export interface Question {
  readonly ways: readonly PossibleWay[];
  readonly call: LinkCall;
  /** The callee's accounts, where one of the ways needs to know. */
  readonly accounts: () => Promise<readonly {readonly type: string; readonly id: string}[]>;
  readonly clock: Clock;
  /** Another way was found, or the last one was looked at. */
  readonly changed: () => void;
}

/** Looks at all ways at once: one that is slow, throws or never comes keeps no other waiting. */
export class WayFinder {
  readonly #found = new Map<string, Way>();
  readonly #question: Question;
  #left: number;
  #stopped = false;

  constructor(question: Question) {
    this.#question = question;
    this.#left = question.ways.length;
    for (const way of question.ways) void this.#look(way);
  }

  /** Those found so far, in the order of the question. */
  get ways(): readonly Way[] {
    return this.#question.ways.flatMap(({name}) => this.#found.get(name) ?? []);
  }

  /** All were looked at. */
  get isDone(): boolean {
    return this.#left === 0;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #look(possible: PossibleWay): Promise<void> {
    const {clock, changed} = this.#question;
    try {
      const way = await within(this.#find(possible), PATIENCE, clock);
      if (way) this.#found.set(way.name, way);
    } catch (error) {
      console.debug(`call-elements: ${possible.name} is not offered`, error);
    }
    this.#left -= 1;
    if (!this.#stopped) changed();
  }

  async #find({name, title, url, needsAccount}: PossibleWay): Promise<Way | undefined> {
    const {accounts} = this.#question;
    const account = needsAccount ? (await accounts()).find(({type}) => type === name)?.id : '';
    if (account === undefined) return undefined;
    const call = {...this.#question.call, account};
    const found = url === undefined ? await loadWay(name) : {url};
    if (typeof found === 'function') return {name, title, link: undefined};
    if (!('prepare' in found)) return {name, title, link: {to: found, call}};
    const open = await found.prepare(call);
    return open && {name, title, link: {to: {open}, call}};
  }
}
