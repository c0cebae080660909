import type {Clock} from '../util/clock.js';

/** One end of a path between two devices. */
export interface NetworkEnd {
  readonly device: string;
  readonly isOpen: boolean;
  /** The path to the other end is there. */
  joined(): void;
  /** The path is gone, or could not be had. */
  parted(): void;
}

/** Milliseconds from one end to the other, and until silence is noticed. */
const DELAY = 20;
const SILENCE = 2000;

/** The paths that sound and picture take between simulated devices; they can be cut and healed. */
export class FakeNetwork {
  readonly #clock: Clock;
  readonly #ends = new Map<string, NetworkEnd>();
  readonly #joined = new Map<NetworkEnd, NetworkEnd>();
  readonly #cut = new Set<string>();
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Adds an end and gives the name by which a description can point to it. */
  add(end: NetworkEnd): string {
    this.#count += 1;
    const name = `end-${this.#count}`;
    this.#ends.set(name, end);
    return name;
  }

  /** Makes a path from one end to the one of that name, if there is a way. */
  join(near: NetworkEnd, name: string): void {
    const far = this.#ends.get(name);
    if (!far?.isOpen || !near.isOpen) return;
    this.#joined.set(near, far);
    this.#joined.set(far, near);
    this.#clock.after(DELAY, () => {
      if (this.#joined.get(near) !== far || this.#joined.get(far) !== near) return;
      for (const end of [near, far]) if (this.carries(near)) end.joined();
      if (!this.carries(near)) this.#part(near);
    });
  }

  /** Whether something said at this end now arrives at the other. */
  carries(end: NetworkEnd): boolean {
    const far = this.#joined.get(end);
    return far !== undefined && far.isOpen && end.isOpen && !this.#cut.has(end.device) && !this.#cut.has(far.device);
  }

  /** Does something at the other end, a little later, if the path carries. */
  say(end: NetworkEnd, what: (far: NetworkEnd) => void): void {
    const far = this.#joined.get(end);
    if (!far || !this.carries(end)) return;
    this.#clock.after(DELAY, () => {
      if (far.isOpen && !this.#cut.has(end.device) && !this.#cut.has(far.device)) what(far);
    });
  }

  /** Nothing goes to or from this device any more. */
  cut(device: string): void {
    if (this.#cut.has(device)) return;
    this.#cut.add(device);
    this.#clock.after(SILENCE, () => {
      if (!this.#cut.has(device)) return;
      for (const end of this.#joined.keys()) if (!this.carries(end)) this.#part(end);
    });
  }

  heal(device: string): void {
    this.#cut.delete(device);
  }

  /** This end is gone; the other notices the silence. */
  leave(end: NetworkEnd): void {
    const far = this.#joined.get(end);
    this.#joined.delete(end);
    if (far) this.#clock.after(SILENCE, () => this.#joined.get(far) === end && this.#part(far));
    for (const [name, other] of this.#ends) if (other === end) this.#ends.delete(name);
  }

  #part(end: NetworkEnd): void {
    const far = this.#joined.get(end);
    this.#joined.delete(end);
    if (far && this.#joined.get(far) === end) this.#joined.delete(far);
    for (const one of [end, far]) if (one?.isOpen) one.parted();
  }
}
