import {WebSocket} from 'ws';
import type {SignedInUser} from '../identity/signed-in-user.js';
import {CLOSE_CODES} from './close-codes.js';
import type {Frame} from './directory.js';
import {InOrder} from './in-order.js';
import type {Allowance} from './limiters.js';
import {parseDelivered} from './offer.js';
import {RecentSet} from './recent-set.js';

/** A socket that lets this much pile up has nobody behind it who reads. */
const MOST_BUFFERED = 1024 * 1024;
/** What setTimeout can wait. */
const LONGEST_WAIT = 2 ** 31 - 1;

const pairOf = (user: string, call: string): string => `${call}\n${user}`;

/** One connection of a signed-in user. */
export class Session {
  /** Whether the message that arrives now is within the limits. */
  allowance: Promise<Allowance> = Promise.resolve('granted');
  readonly order = new InOrder();
  /** Calls that this connection began, and whom with. */
  readonly #rings = new RecentSet(64);
  /** Calls about which others wrote to it. */
  readonly #heard = new RecentSet(256);
  #user: SignedInUser;
  #expiry: NodeJS.Timeout | undefined;

  constructor(
    readonly id: string,
    user: SignedInUser,
    readonly socket: WebSocket,
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

  /** Whoever was written to may answer about that call, even one who may not begin any. */
  mayAnswer(user: string, call: string): boolean {
    return this.#heard.has(pairOf(user, call));
  }

  /** A ring is repeated while it lasts; only the first one counts. */
  hasRung(user: string, call: string): boolean {
    return this.#rings.has(pairOf(user, call));
  }

  rang(user: string, call: string): void {
    this.#rings.add(pairOf(user, call));
  }

  /** Something that another user wrote. */
  receive(frame: Frame): void {
    const {user, call} = parseDelivered(frame) ?? {};
    if (user !== undefined && call !== undefined) this.#heard.add(pairOf(user, call));
    this.send(frame);
  }

  send(frame: Frame): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > MOST_BUFFERED) return this.socket.terminate();
    this.socket.send(JSON.stringify(frame));
  }

  #awaitExpiry(): void {
    clearTimeout(this.#expiry);
    const wait = this.#user.expiresAt + this.grace - Date.now();
    this.#expiry = setTimeout(() => this.socket.close(CLOSE_CODES.expired), Math.min(wait, LONGEST_WAIT));
  }
}
