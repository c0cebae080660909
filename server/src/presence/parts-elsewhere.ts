import {z} from 'zod';
import type {Bus} from '../bus/bus.js';
import {subjectOf} from '../bus/subject-of.js';
import type {Clock} from './clock.js';
import {PARTS, strongest} from './presence-part.js';
import type {PresencePart} from './presence-part.js';

const Report = z.object({node: z.string(), part: z.enum(PARTS).nullable()});
const Question = z.object({users: z.array(z.string())});
const MOST_ASKED_AT_ONCE = 200;
/** After a gap the other nodes may still be on their way back. */
const CONFIRMATION_TIME = 5000;

interface Watched {
  /** By node; each with the round of questions in which it was last heard. */
  readonly parts: Map<string, {readonly part: PresencePart; readonly round: number}>;
  readonly unsubscribe: () => void;
}

interface ElsewhereEvents {
  readonly changed: (user: string) => void;
  readonly heard: (node: string) => void;
  readonly asked: (user: string) => void;
}

/** How users are on the other nodes, of those users whom somebody here watches. */
export class PartsElsewhere {
  readonly #bus: Bus;
  readonly #clock: Clock;
  readonly #events: ElsewhereEvents;
  readonly #watched = new Map<string, Watched>();
  readonly #toAsk = new Set<string>();
  readonly #unsubscribe: () => void;
  #round = 0;
  #stopConfirming = (): void => undefined;

  constructor(bus: Bus, clock: Clock, events: ElsewhereEvents) {
    this.#bus = bus;
    this.#clock = clock;
    this.#events = events;
    this.#unsubscribe = bus.subscribe('presence.ask', (data) => {
      for (const user of Question.parse(data).users) events.asked(user);
    });
  }

  of(user: string): PresencePart | undefined {
    return strongest([...(this.#watched.get(user)?.parts.values() ?? [])].map(({part}) => part));
  }

  watch(user: string): void {
    const parts: Watched['parts'] = new Map();
    const unsubscribe = this.#bus.subscribe(subjectOf('presence.is', user), (data) => {
      const {node, part} = Report.parse(data);
      if (part === null) parts.delete(node);
      else parts.set(node, {part, round: this.#round});
      this.#events.heard(node);
      this.#events.changed(user);
    });
    this.#watched.set(user, {parts, unsubscribe});
    this.#ask(user);
  }

  unwatch(user: string): void {
    this.#watched.get(user)?.unsubscribe();
    this.#watched.delete(user);
  }

  /** What nobody confirms in time is gone: that it went may have been said while nobody could hear it. */
  askAgain(): void {
    this.#round += 1;
    for (const user of this.#watched.keys()) this.#ask(user);
    this.#stopConfirming();
    this.#stopConfirming = this.#clock.after(CONFIRMATION_TIME, () => this.#forget((_, round) => round < this.#round));
  }

  tell(node: string, user: string, part: PresencePart | undefined): void {
    this.#bus.publish(subjectOf('presence.is', user), {node, part: part ?? null});
  }

  lost(node: string): void {
    this.#forget((from) => from === node);
  }

  close(): void {
    this.#unsubscribe();
    this.#stopConfirming();
    for (const user of [...this.#watched.keys()]) this.unwatch(user);
  }

  #forget(isOver: (node: string, round: number) => boolean): void {
    for (const [user, {parts}] of this.#watched) {
      for (const [node, {round}] of parts) if (isOver(node, round)) parts.delete(node);
      this.#events.changed(user);
    }
  }

  /** A page watches many at once, which makes one question. */
  #ask(user: string): void {
    if (this.#toAsk.size === 0) queueMicrotask(() => this.#askAll());
    this.#toAsk.add(user);
  }

  #askAll(): void {
    const users = [...this.#toAsk];
    this.#toAsk.clear();
    while (users.length > 0) this.#bus.publish('presence.ask', {users: users.splice(0, MOST_ASKED_AT_ONCE)});
  }
}
