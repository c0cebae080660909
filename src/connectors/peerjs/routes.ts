import type {Address} from '../connector.js';
import {userOf} from './peer-id.js';

/** Endpoints whose peer id is remembered. */
const MOST = 256;

/** Milliseconds that a peer id is good for: who comes back after an outage has another. */
const TRUST = 4000;

/** Under which peer id an endpoint was last heard. */
export class Routes {
  readonly #routes = new Map<string, {readonly id: string; readonly heardAt: number}>();

  heard(endpoint: string, id: string): void {
    if (this.#routes.size >= MOST) this.#routes.clear();
    this.#routes.set(endpoint, {id, heardAt: Date.now()});
  }

  /** Undefined when it is not known, or another user's. */
  find({user, endpoint}: Address): string | undefined {
    const route = this.#routes.get(endpoint ?? '');
    const isGood = route && userOf(route.id) === user && Date.now() - route.heardAt < TRUST;
    return isGood ? route.id : undefined;
  }
}
