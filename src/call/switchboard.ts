import type {ConnectorSender} from '../connectors/connector.js';
import type {AnyEnvelope, Envelope, MessageType} from '../protocol/messages.js';
import {isLive} from '../types/call-phase.js';
import type {EndReason} from '../types/end-reason.js';
import type {CallSession} from './call-session.js';
import {EndedCalls} from './ended-calls.js';
import type {EngineHost} from './engine-host.js';
import {MessageDesk} from './message-desk.js';
import {OutgoingSession} from './outgoing-session.js';
import {FRESH_RING} from './time-limits.js';

/** A ring as it came in. */
export interface Ring {
  readonly connector: string;
  readonly envelope: Envelope<'ring'>;
  readonly sender: ConnectorSender | undefined;
}

/** Where the switchboard puts rings through to. */
export interface Extensions {
  find(call: string): CallSession | undefined;
  /** The call that is shown first, if any is on. */
  first(): CallSession | undefined;
  /** All that ring here. */
  ringing(): readonly CallSession[];
  /** One more may ring. */
  hasRoom(): boolean;
  /** This tab may talk: a call that crosses ours can be answered at once. */
  mayAdopt(): boolean;
  /** Nobody is in the way: let it ring. */
  present(ring: Ring): void;
  /** Both called each other, and the other's call is the one: answer it in place of ours. */
  adopt(ring: Ring): void;
  /** A second caller was told that this line is busy. */
  turnedAway(ring: Ring): void;
}

/** No more rings than this wait for their caller's word. */
const MOST_HELD = 8;

/** Decides for each message where it goes: to its call, to a new one, back to its sender, or nowhere. */
export class Switchboard {
  readonly #host: EngineHost;
  readonly #extensions: Extensions;
  readonly #desk: MessageDesk;
  readonly #ended = new EndedCalls();
  readonly #unheard = new EndedCalls();
  /** Decided in another tab of this browser: whoever writes about them gets no answer from here. */
  readonly #hushed = new EndedCalls();
  readonly #held = new Map<string, Ring>();

  constructor(host: EngineHost, extensions: Extensions) {
    this.#host = host;
    this.#extensions = extensions;
    this.#desk = new MessageDesk(host);
    host.line.refused = (call) => this.#refused(call);
  }

  get dropped(): Readonly<Record<string, number>> {
    return {...this.#desk.dropped};
  }

  receive(connector: string, message: unknown, sender: ConnectorSender | undefined): void {
    const envelope = this.#desk.read(message, sender);
    if (!envelope) return;
    const {call, type, from} = envelope;
    if (this.#hushed.reason(call)) return;
    const endpoints = [from.endpoint, ...formerOf(envelope)];
    const over = this.#ended.reason(call, ...endpoints) ?? this.#unheard.reason(call, ...endpoints);
    if (over) {
      if (type !== 'end' && type !== 'ack') this.send(connector, call, from, 'end', {reason: over});
      return;
    }
    const current = this.#extensions.find(call);
    if (current) {
      if (from.user !== current.peer.id) this.#desk.drop('stranger');
      else if (!current.receive(envelope)) this.#desk.drop('replayed');
      return;
    }
    this.#newCall({connector, envelope, sender});
  }

  /** A ring that came in at the page that opened this one; the call's id if it rings here now. */
  admit(connector: string, message: unknown, sender: ConnectorSender | undefined): string | undefined {
    const envelope = this.#desk.read(message, sender);
    if (envelope?.type !== 'ring') return undefined;
    // Its caller may have been faster.
    if (!this.#extensions.find(envelope.call)) this.#present({connector, envelope, sender});
    return envelope.call;
  }

  /** From here on the call is over for whoever still writes about it. */
  close(call: string, reason: EndReason, endpoint?: string): void {
    this.#ended.add(call, reason, endpoint);
    this.#held.delete(call);
  }

  /** Over here, and another tab's affair. */
  hush(call: string, reason: EndReason): void {
    this.#hushed.add(call, reason);
    this.#held.delete(call);
  }

  /** This page left it, and is back. */
  takeUp(call: string): void {
    this.#hushed.remove(call);
  }

  send(
    connector: string,
    call: string,
    to: {readonly user: string; readonly endpoint?: string | undefined},
    type: MessageType,
    body: object,
    seq = 0,
    ack = 0,
  ): void {
    const {endpoint, configuration, line} = this.#host;
    const from = {user: configuration.userId, endpoint};
    line.send(connector, to, {v: 1, call, from, to, seq, ack, type, body});
  }

  #newCall({connector, envelope, sender}: {connector: string; envelope: AnyEnvelope; sender: ConnectorSender | undefined}): void {
    const held = this.#held.get(envelope.call);
    if (envelope.type === 'ring') this.#ring({connector, envelope, sender});
    else if (envelope.type === 'end') this.#endUnheard(envelope);
    else if (envelope.type === 'leave') this.#held.delete(envelope.call);
    else if (held && envelope.from.endpoint === held.envelope.from.endpoint) this.#present(held);
    else this.#desk.drop('stranger');
  }

  /** The last word was faster than the ring. Kept apart: strangers must not push out what really ended here. */
  #endUnheard({call, body}: Envelope<'end'>): void {
    this.#held.delete(call);
    this.#unheard.add(call, body.reason);
  }

  #ring(ring: Ring): void {
    const {call, from, body} = ring.envelope;
    const {clock} = this.#host;
    if (from.user === this.#host.configuration.userId) return void this.#desk.drop('unexpected');
    if (Math.abs(clock.now() - body.sentAt) <= FRESH_RING) return this.#present(ring);
    // Kept somewhere on its way, or a clock that is wrong: ask the caller whether it still stands.
    this.#held.set(call, ring);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MOST_HELD && oldest !== undefined) this.#held.delete(oldest);
    this.send(ring.connector, call, from, 'ringing', {});
  }

  #present(ring: Ring): void {
    this.#held.delete(ring.envelope.call);
    if (this.#isFree(ring)) this.#extensions.present(ring);
  }

  /** The server does not let a call of ours begin. */
  #refused(call: string): void {
    const current = this.#extensions.find(call);
    if (current instanceof OutgoingSession) current.refused();
  }

  /** Busy, glare and recall. Of two calls that cross, the one with the lower id is the one, on both sides. */
  #isFree(ring: Ring): boolean {
    const {call, from} = ring.envelope;
    const first = this.#extensions.first();
    if (first && this.#crosses(first, ring)) {
      if (call < first.id && this.#extensions.mayAdopt()) this.#extensions.adopt(ring);
      return false;
    }
    const known = [...(first ? [first] : []), ...this.#extensions.ringing()].filter(({peer}) => peer.id === from.user);
    const forsaken = known.find(({isForsaken}) => isForsaken);
    if (forsaken) {
      forsaken.isReplaced = true;
      forsaken.end(forsaken.record.phase === 'incoming' ? 'cancelled' : 'connection-failed', 'system');
    }
    // One at a time from each person: nobody fills the page with popups.
    const isSecond = known.some(({record}) => isLive(record.phase));
    if (!isSecond && this.#extensions.hasRoom()) return true;
    this.close(call, 'busy');
    this.send(ring.connector, call, from, 'end', {reason: 'busy'});
    this.#extensions.turnedAway(ring);
    return false;
  }

  #crosses({record, peer, connector}: CallSession, ring: Ring): boolean {
    const {direction, phase} = record;
    const isCalling = direction === 'outgoing' && (phase === 'initiating' || phase === 'ringing');
    return isCalling && peer.id === ring.envelope.from.user && connector === ring.connector;
  }
}

/** The endpoints that the sender's page had before it was loaded anew. */
const formerOf = (envelope: AnyEnvelope): readonly string[] =>
  (envelope.type === 'ring' || envelope.type === 'rejoin' ? envelope.body.was : undefined) ?? [];
