import type {Limits} from '../config/config.js';
import {ApiError} from '../http/api-error.js';
import type {Directory} from './directory.js';

/** Whether there is room for one more connection. */
export class Room {
  readonly #limits: Limits;
  readonly #directory: Directory;
  readonly #ids = new Set<string>();
  readonly #networks = new Map<string, number>();
  #isClosed = false;

  constructor(limits: Limits, directory: Directory) {
    this.#limits = limits;
    this.#directory = directory;
  }

  get size(): number {
    return this.#ids.size;
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Throws an `ApiError` that says why not. */
  check(network: string, user?: string, id?: string): void {
    const {connectionsPerAddress, connectionsPerUser} = this.#limits;
    if (this.#isClosed) throw new ApiError(503, 'closing', 'This server is going down. Connect again.');
    const isCrowded = this.#countOf(network) >= connectionsPerAddress;
    if (isCrowded) throw new ApiError(429, 'connections-per-address', 'Too many connections from this network.');
    const hasMany = user !== undefined && this.#directory.count(user) >= connectionsPerUser;
    if (hasMany) throw new ApiError(429, 'connections-per-user', 'Too many connections of this user.');
    // PeerServer would let whoever has the same token take the other's place.
    if (id !== undefined && this.#ids.has(id)) throw new ApiError(409, 'id-taken', 'This id is taken. Choose another.');
  }

  /** Returns how to leave. */
  enter(network: string, id: string): () => void {
    this.#ids.add(id);
    this.#networks.set(network, this.#countOf(network) + 1);
    return () => {
      this.#ids.delete(id);
      const left = this.#countOf(network) - 1;
      if (left > 0) this.#networks.set(network, left);
      else this.#networks.delete(network);
    };
  }

  #countOf(network: string): number {
    return this.#networks.get(network) ?? 0;
  }
}
