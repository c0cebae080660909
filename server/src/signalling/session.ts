import {WebSocket} from 'ws';
import type {SignedInUser} from '../identity/signed-in-user.js';
import {CLOSE_CODES} from './close-codes.js';
import type {Frame} from './directory.js';
import {InOrder} from './in-order.js';
import type {Allowance} from './limiters.js';
import {parseDelivered} from './offer.js';
import {RecentMap} from './recent-map.js';

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
  /** Calls that this connection begins, each with a user, and whether it may. */
  readonly #rings = new RecentMap<Promise<boolean>>(64);
  /** Calls about which others wrote to it. */
  readonly #heard = new RecentMap<true>(256);
  /** Calls of which it was told that it may not ring. */
  readonly #refused = new RecentMap<true>(64);
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
    return this.#heard.get(pairOf(user, call)) ?? false;
  }

  /** A ring is repeated while it lasts: only the first is asked about, until one is refused. */
  async mayRing(user: string, call: string, ask: () => Promise<boolean>): Promise<boolean> {
    const pair = pairOf(user, call);
    const verdict = this.#rings.get(pair) ?? ask();
    this.#rings.set(pair, verdict);
    const isAllowed = await verdict;
    if (!isAllowed) this.#rings.delete(pair);
    return isAllowed;
  }

  /** Something that another user wrote. */
  receive(frame: Frame): void {
    const {user, call} = parseDelivered(frame) ?? {};
    if (user !== undefined && call !== undefined) this.#heard.set(pairOf(user, call), true);
    this.send(frame);
  }

  /** Once for each call, since a ring is repeated. */
  tellRefused(call: string, reason: string): void {
    if (this.#refused.get(call)) return;
    this.#refused.set(call, true);
    this.send({type: 'REFUSED', payload: {call, reason}});
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
