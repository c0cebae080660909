import type {EndReason} from '../types/end-reason.js';

/** How many are remembered. */
const MOST = 64;

/** Which calls are over, and why: late messages get the same answer again, and nothing reopens. */
export class EndedCalls {
  readonly #reasons = new Map<string, EndReason>();

  add(call: string, reason: EndReason): void {
    if (this.#reasons.has(call)) return;
    this.#reasons.set(call, reason);
    const [oldest] = this.#reasons.keys();
    if (this.#reasons.size > MOST && oldest !== undefined) this.#reasons.delete(oldest);
  }

  reason(call: string): EndReason | undefined {
    return this.#reasons.get(call);
  }
}
