import {WebSocket} from 'ws';
import type {SignedInUser} from '../identity/signed-in-user.js';
import {RecentMap} from '../recent-map.js';
import {CLOSE_CODES} from './close-codes.js';
import type {Letter} from './directory.js';
import {InOrder} from './in-order.js';
import type {KnownCalls} from './known-calls.js';
import type {Allowance} from './limiters.js';

/** A socket that lets this much pile up has nobody behind it who reads. */
const MOST_BUFFERED = 1024 * 1024;

/** One connection of a signed-in user. */
export class Session {
  /** Whether the message that arrives now is within the limits. */
  allowance: Promise<Allowance> = Promise.resolve('granted');
  readonly order = new InOrder();
  /** Calls of which it was told that it may not ring. */
  readonly #refused = new RecentMap<true>(64);
  #user: SignedInUser;
  #expiry: NodeJS.Timeout | undefined;

  constructor(
    readonly id: string,
    user: SignedInUser,
    readonly socket: WebSocket,
    /** What all of the user's connections have in common. */
    readonly calls: KnownCalls,
    /** Milliseconds that it may stay when its token is over. */
    readonly grace: number,
  ) {
    this.#user = user;
    this.#awaitExpiry();
    socket.once('close', () => clearTimeout(this.#expiry));
  }

  get user(): SignedInUser {
    return this.#user;
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** The same user with a newer token. */
  renew(user: SignedInUser): void {
    this.#user = user;
    if (this.isOpen) this.#awaitExpiry();
  }

  /** Something that another user wrote, who may be answered from now on. */
  receive({text, from, call}: Letter): void {
    this.calls.add(from, call);
    this.#write(text);
  }

  /** Once for each call, since a ring is repeated. */
  tellRefused(call: string, reason: string): void {
    if (this.#refused.get(call)) return;
    this.#refused.set(call, true);
    this.send({type: 'REFUSED', payload: {call, reason}});
  }

  send(frame: object): void {
    this.#write(JSON.stringify(frame));
  }

  /** Says goodbye, and listens no more: who is closed may still send for a while. */
  end(code: number): void {
    this.socket.close(code);
    this.socket.removeAllListeners('message');
  }

  #write(text: string): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > MOST_BUFFERED) return this.socket.terminate();
    this.socket.send(text);
  }

  #awaitExpiry(): void {
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.end(CLOSE_CODES.expired), this.#user.expiresAt + this.grace - Date.now());
  }
}
