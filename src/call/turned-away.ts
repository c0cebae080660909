import {callerOf} from './caller-of.js';
import type {EngineHost} from './engine-host.js';
import type {Ring} from './switchboard.js';

/** Who called during a call: told as missed, once for each however often they try. */
export class TurnedAway {
  readonly #host: EngineHost;
  readonly #known = new Set<string>();

  constructor(host: EngineHost) {
    this.#host = host;
  }

  add(ring: Ring): void {
    const {line, store} = this.#host;
    const peer = callerOf(ring, line.connector(ring.connector)?.capabilities);
    if (this.#known.has(peer.id)) return;
    this.#known.add(peer.id);
    store.notice('call-missed', {callId: ring.envelope.call, peer, reason: 'busy'});
  }

  clear(): void {
    this.#known.clear();
  }
}
