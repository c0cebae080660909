import type {EndReason} from '../types/end-reason.js';

/** How many are remembered. */
const MOST = 64;

interface Ending {
  readonly reason: EndReason;
  readonly endpoint: string | undefined;
}

/** Which calls are over, and why: late messages get the same answer again, and nothing reopens. */
export class EndedCalls {
  readonly #endings = new Map<string, Ending>();

  /** `endpoint` is the one on the other side that the call was with, where there was one. */
  add(call: string, reason: EndReason, endpoint?: string): void {
    if (this.#endings.has(call)) return;
    this.#endings.set(call, {reason, endpoint});
    const [oldest] = this.#endings.keys();
    if (this.#endings.size > MOST && oldest !== undefined) this.#endings.delete(oldest);
  }

  remove(call: string): void {
    this.#endings.delete(call);
  }

  /**
   * Why it is over for a page of the other side, which has or had these endpoints: a call that was with another page was
   * answered there.
   */
  reason(call: string, ...endpoints: readonly string[]): EndReason | undefined {
    const ending = this.#endings.get(call);
    if (!ending) return undefined;
    const {endpoint, reason} = ending;
    return endpoint === undefined || endpoints.includes(endpoint) ? reason : 'answered-elsewhere';
  }
}
