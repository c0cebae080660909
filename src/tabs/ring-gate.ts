import type {ConnectorSender} from '../connectors/connector.js';
import {fieldsOf, textField} from '../protocol/fields.js';
import type {SharedTabs} from './shared-tabs.js';
import type {TabWorld} from './tab-world.js';

/** A message as it came in. */
export interface Arrived {
  readonly connector: string;
  readonly message: unknown;
  readonly sender: ConnectorSender | undefined;
}

export interface GateParts {
  readonly world: TabWorld;
  readonly tabs: SharedTabs;
  /** This tab holds the line of that connector, or has one of its own. */
  isLeading(connector: string): boolean;
  pass(arrived: Arrived): void;
  /** Becomes the one hidden tab that may sound, if no other is. */
  hears(): Promise<boolean>;
}

/** Milliseconds after which a ring that is not repeated is over. */
const LEASE = 12_000;
/** Calls that are remembered, and rings that are kept. */
const MOST = 64;
const MOST_KEPT = 8;

/**
 * Which of a person's tabs a ring is for: those that somebody looks at, the one that holds the line, and one that was
 * touched and so may sound. The others keep it, for it may become theirs. While one of them talks, it is for that one alone.
 */
export class RingGate {
  readonly #parts: GateParts;
  readonly #kept = new Map<string, Arrived & {readonly at: number}>();
  /** Calls that this tab knows, and those that are over. */
  readonly #taken = new Set<string>();
  readonly #over = new Set<string>();

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  arrived(arrived: Arrived): void {
    const fields = fieldsOf(arrived.message) ?? {};
    const call = textField(fields, 'call', 64);
    if (!call || this.#taken.has(call)) return this.#parts.pass(arrived);
    const {type} = fields;
    const isForAll = fieldsOf(fields['to'])?.['endpoint'] === undefined;
    if (type === 'ring') return this.#ring(call, arrived);
    if (type === 'end') this.settled(call);
    // Nobody here has heard of it: nothing needs to be fetched for that.
    if (type === 'end' && isForAll && !this.#isForUs(arrived.connector)) return;
    this.#parts.pass(arrived);
  }

  /** This tab may be the one now. */
  look(): void {
    const now = this.#parts.world.clock.now();
    for (const [call, kept] of this.#kept) {
      if (now - kept.at > LEASE) this.#kept.delete(call);
      else if (this.#isForUs(kept.connector)) this.#take(call, kept);
    }
  }

  /** That call is over, or is another tab's. */
  settled(call: string): void {
    this.#kept.delete(call);
    remember(this.#over, call);
  }

  /** Nobody's any more. */
  clear(): void {
    for (const calls of [this.#kept, this.#taken, this.#over]) calls.clear();
  }

  #ring(call: string, arrived: Arrived): void {
    if (this.#over.has(call)) return;
    if (this.#isForUs(arrived.connector)) return this.#take(call, arrived);
    if (this.#parts.tabs.isElsewhere) return;
    const {world, hears} = this.#parts;
    this.#kept.delete(call);
    this.#kept.set(call, {...arrived, at: world.clock.now()});
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    if (!world.isTouched) return;
    void hears().then((isOurs) => {
      const kept = this.#kept.get(call);
      if (isOurs && kept && !this.#parts.tabs.isElsewhere) this.#take(call, kept);
    });
  }

  #isForUs(connector: string): boolean {
    const {tabs, world} = this.#parts;
    if (tabs.isTalking) return true;
    return !tabs.isElsewhere && (world.isVisible || this.#parts.isLeading(connector));
  }

  #take(call: string, arrived: Arrived): void {
    this.#kept.delete(call);
    remember(this.#taken, call);
    this.#parts.pass(arrived);
  }
}

const remember = (calls: Set<string>, call: string): void => {
  calls.delete(call);
  calls.add(call);
  const [oldest] = calls;
  if (calls.size > MOST && oldest !== undefined) calls.delete(oldest);
};
