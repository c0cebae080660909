import {randomUUID} from 'node:crypto';
import {z} from 'zod';
import type {Bus} from '../bus/bus.js';
import type {Clock} from './clock.js';

const BEAT = 5000;
const LIFE = 15_000;
/** Whoever was connected to a node that closes has this time to turn up elsewhere. */
const LIFE_AFTER_GOODBYE = 3000;

const Beat = z.object({node: z.string(), life: z.number().min(0).max(LIFE)});

interface NodeEvents {
  /** One that was not known, or was thought to be dead. */
  readonly joined: () => void;
  readonly lost: (node: string) => void;
}

/** Which other nodes are alive: those that said so a moment ago. */
export class Nodes {
  readonly id: string = randomUUID();
  readonly #bus: Bus;
  readonly #clock: Clock;
  readonly #events: NodeEvents;
  /** How to keep each from being given up. */
  readonly #alive = new Map<string, () => void>();
  readonly #unsubscribe: () => void;
  #stopBeating = (): void => undefined;

  constructor(bus: Bus, clock: Clock, events: NodeEvents) {
    this.#bus = bus;
    this.#clock = clock;
    this.#events = events;
    this.#unsubscribe = bus.subscribe('presence.beat', (data) => {
      const {node, life} = Beat.parse(data);
      this.heard(node, life);
    });
    this.#beat();
  }

  get areThereOthers(): boolean {
    return this.#alive.size > 0;
  }

  /** Whatever a node says, it is alive. */
  heard(node: string, life = LIFE): void {
    const keep = this.#alive.get(node);
    keep?.();
    this.#alive.set(
      node,
      this.#clock.after(life, () => {
        this.#alive.delete(node);
        this.#events.lost(node);
      }),
    );
    if (!keep) this.#events.joined();
  }

  close(): void {
    this.#stopBeating();
    this.#unsubscribe();
    for (const keep of this.#alive.values()) keep();
    this.#bus.publish('presence.beat', {node: this.id, life: LIFE_AFTER_GOODBYE});
  }

  #beat(): void {
    this.#bus.publish('presence.beat', {node: this.id, life: LIFE});
    this.#stopBeating = this.#clock.after(BEAT, () => this.#beat());
  }
}
