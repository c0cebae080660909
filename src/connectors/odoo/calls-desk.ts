import {fieldsOf, listField, objectField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import {CallError} from '../../types/call-error.js';
import type {Clock} from '../../util/clock.js';
import type {Address, ConnectorSelf, ConnectorSink} from '../connector.js';
import {guessOf, readLetter} from './letter.js';
import type {Letter} from './letter.js';
import {OdooCall} from './odoo-call.js';
import type {OdooCallParts} from './odoo-call-parts.js';
import type {Rpc} from './odoo-transport.js';
import {readEnded, readInvitation, readSignal} from './read-payloads.js';
import type {Invitation} from './read-payloads.js';

/** How many calls are remembered, for what still comes of them. */
const MOST = 64;
/** Milliseconds between two words to the server that a call is alive. */
const PING = 30_000;
/** Milliseconds after which an invitation is a repeated one: whether it still stands is asked. */
const STALE = 3000;

export interface CallsDeskParts {
  readonly rpc: Rpc;
  readonly clock: Clock;
  readonly self: ConnectorSelf;
  readonly sink: ConnectorSink;
  /** The bus carries. Words about a call may go up although it does not. */
  isIn(): boolean;
  isLeaving(): boolean;
}

/** All calls that this connector heard of; begins them, and gives each what is its own. */
export class CallsDesk {
  readonly #parts: CallsDeskParts;
  readonly #callParts: OdooCallParts;
  readonly #calls = new Map<string, OdooCall>();
  readonly #ours: Set<string>;
  /** Milliseconds that the server's clock is ahead. */
  #skew = 0;
  #cancelPing: (() => void) | undefined;

  constructor(parts: CallsDeskParts) {
    const {rpc, clock, self, sink, isLeaving} = parts;
    this.#parts = parts;
    this.#ours = new Set([self.endpoint]);
    this.#callParts = {
      rpc,
      clock,
      self: self.user,
      isOurs: (endpoint) => this.#ours.has(endpoint),
      isLeaving,
      deliver: (message, sender) => sink.message(message, sender),
    };
  }

  /** What the server says when the line is there: all calls that ring here or have this person in them, and its time. */
  greeted(hello: Fields): void {
    const now = hello['server_ms'];
    if (typeof now === 'number') this.#skew = now - this.#parts.clock.now();
    const calls = (listField(hello, 'calls', 1000) ?? []).map((one) => fieldsOf(one) ?? {});
    const listed = calls.map(readInvitation).filter((one) => one !== undefined);
    for (const [id, call] of this.#calls) {
      const isGone = call.role === 'callee' && !call.talking && !listed.some((one) => one.call === id);
      if (isGone && !call.isOver) call.finish('cancelled');
      else call.outbox.hurry();
    }
    for (const one of listed) if (!this.#calls.has(one.call)) this.#invited(one, true);
    // What an app said before this page was there.
    const signals = calls.flatMap((one) => listField(one, 'signals', 1000) ?? []);
    for (const signal of signals) this.heard('webrtc_signaling', fieldsOf(signal) ?? {});
  }

  async send(to: Address, message: object): Promise<void> {
    const letter = readLetter(message, to, this.#parts.self.endpoint);
    this.#ours.add(letter.from);
    const known = this.#calls.get(letter.call);
    // A caller's page that was loaded anew says so to those who are rung already.
    const isFirst = letter.type === 'ring' && !('was' in (objectField(letter.message, 'body') ?? {}));
    if (isFirst && known?.role !== 'callee') return this.#begin(letter, known);
    await (known ?? this.#add(guessOf(letter, this.#parts.self.user))).send(letter);
    if (letter.from === known?.talking) this.#ping(0);
  }

  /** A notification of the bus. */
  heard(type: string, payload: Fields): void {
    if (type === 'webrtc_call_invitation') {
      const invitation = readInvitation(payload);
      if (invitation && !this.#calls.has(invitation.call)) this.#invited(invitation, false);
    } else if (type === 'webrtc_signaling') {
      const signal = readSignal(payload);
      if (signal && !(signal.client && this.#ours.has(signal.client))) this.#calls.get(signal.call)?.heard(signal);
    } else if (type === 'webrtc_call_ended' || type === 'webrtc_call_answered') {
      const ended = readEnded(payload);
      if (ended) this.#calls.get(ended.call)?.ended(ended);
    }
  }

  /** The page goes away. */
  flush(): void {
    for (const call of this.#calls.values()) call.outbox.flush();
  }

  close(): void {
    this.#cancelPing?.();
    this.#calls.forEach(release);
    this.#calls.clear();
  }

  #add(facts: Invitation, ready?: Promise<unknown>): OdooCall {
    const call = new OdooCall(facts, this.#callParts, ready);
    this.#calls.set(facts.call, call);
    const [oldest] = this.#calls;
    if (this.#calls.size > MOST && oldest) {
      release(oldest[1]);
      this.#calls.delete(oldest[0]);
    }
    return call;
  }

  /** Rings somebody: the server is told once, and tells them itself. */
  async #begin(letter: Letter, known: OdooCall | undefined): Promise<void> {
    if (known) return;
    const {rpc, sink, self, isIn} = this.#parts;
    if (!isIn()) throw new CallError('signaling-lost');
    const facts = guessOf(letter, self.user);
    const starting = rpc('/mobile_webrtc/start', {callee: facts.callee, call_type: facts.media, client_id: letter.from, call_id: facts.call});
    const call = this.#add(facts, starting);
    try {
      this.#started(call, fieldsOf(await starting) ?? {});
    } catch (cause) {
      const error = CallError.from(cause, 'signaling-lost');
      // The core rings again; what the server refused, it refuses again.
      this.#calls.delete(facts.call);
      call.close();
      if (error.code === 'call-refused' || error.code === 'connector-failed') sink.refused?.(facts.call);
      throw error;
    }
  }

  #started(call: OdooCall, answer: Fields): void {
    // The other side calls here at the same moment, and theirs is the one.
    const crossing = readInvitation(objectField(answer, 'crossed_by') ?? {});
    if (answer['status'] === 'ended') call.close();
    if (answer['reachable'] === true && !call.isOver) call.reached(() => this.#isThere(call));
    if (!crossing) return;
    const known = this.#calls.get(crossing.call);
    if (known) known.ring();
    else this.#invited(crossing, true);
  }

  async #isThere({facts: {callee}}: OdooCall): Promise<boolean> {
    const answer = await this.#parts.rpc('/mobile_webrtc/presence', {ids: [callee]}).catch(() => undefined);
    return fieldsOf(answer)?.[callee] !== 'offline';
  }

  #invited(invitation: Invitation, isCertain: boolean): void {
    const {clock, self} = this.#parts;
    const age = clock.now() + this.#skew - invitation.createdAt;
    const mayRing = invitation.caller !== self.user && (invitation.status === 'initiating' || invitation.status === 'ringing');
    if (invitation.status === 'ended' || (mayRing && age > invitation.ringTimeout)) return;
    const call = this.#add(invitation);
    if (!mayRing) return;
    // What ended it may stand in the same frame.
    if (isCertain || age < STALE) clock.after(0, () => call.ring());
    else void this.#verify(call);
  }

  /** The bus repeats what is younger than 50 s, calls that are long over, too. */
  async #verify(call: OdooCall): Promise<void> {
    const ended = await this.#ask([call], this.#parts.self.endpoint).catch(() => [call.facts.call]);
    if (!ended.includes(call.facts.call)) call.ring();
  }

  /** Says of each call in which somebody here talks that it is alive, or the server ends it. */
  #ping(delay = PING): void {
    this.#cancelPing?.();
    this.#cancelPing = this.#parts.clock.after(delay, () => {
      const talks = [...this.#calls.values()].filter(({talking, isOver}) => talking && !isOver);
      const clients = new Set(talks.map(({talking}) => talking as string));
      for (const client of clients) void this.#ask(talks.filter(({talking}) => talking === client), client).catch(() => undefined);
      if (talks.length) this.#ping();
    });
  }

  async #ask(calls: readonly OdooCall[], client: string): Promise<readonly unknown[]> {
    const answer = await this.#parts.rpc('/mobile_webrtc/ping', {call_ids: calls.map(({facts}) => facts.call), client_id: client});
    return listField(fieldsOf(answer) ?? {}, 'ended', 1000) ?? [];
  }
}

/** What waits goes out; then nothing any more. */
const release = (call: OdooCall): void => {
  call.close();
  call.outbox.flush();
  call.outbox.close();
};
