import {fieldsOf} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import type {EndReason} from '../../types/end-reason.js';
import {endFor, inward, isDecline, ringFor} from './border.js';
import type {Sides} from './border.js';
import {signalTypeOf} from './letter.js';
import type {Letter} from './letter.js';
import type {OdooCallParts} from './odoo-call-parts.js';
import {Outbox} from './outbox.js';
import type {Signal} from './outbox.js';
import {APP, isPlain, PlainPeer} from './plain-peer.js';
import {readReason} from './read-payloads.js';
import type {Ended, Heard, Invitation} from './read-payloads.js';

/** Milliseconds between two rings to the core, for tabs that come later; it gives up a caller who is silent for longer. */
const RING_REPEAT = 3000;
/** Milliseconds that pages of the other side have to ring first; an app never says whether it does. */
const APP_DELAY = 500;
/** Words that came before the ring: no more of them are kept. */
const MOST_EARLY = 64;
/** By these it shows at which endpoint the other side is. */
const SHOWS_WHERE: readonly unknown[] = ['ring', 'accept', 'rejoin', 'welcome'];

/** One call as this side knows it: which words go how to the server, and what of it the core is told. */
export class OdooCall {
  readonly facts: Invitation;
  readonly role: 'caller' | 'callee';
  /** The page of ours that talks. */
  talking: string | undefined;
  isOver = false;
  readonly outbox: Outbox;
  readonly #parts: OdooCallParts;
  /** The core may know of it; until then, what is said waits. */
  #isTold: boolean;
  readonly #early: object[] = [];
  /** The other side for the core: who calls, or what was called. */
  #sides: Sides;
  /** The endpoint there that calls, or that answered. */
  #far: string;
  #plain: PlainPeer | undefined;
  #cancelRing: (() => void) | undefined;
  /** Our pages that ring, and those that answered and wait for the server's word. */
  readonly #ringing = new Set<string>();
  readonly #accepting = new Set<string>();

  constructor(facts: Invitation, parts: OdooCallParts, ready?: Promise<unknown>) {
    [this.facts, this.#parts] = [facts, parts];
    this.role = facts.caller === parts.self ? 'caller' : 'callee';
    this.#sides = {self: parts.self, other: this.role === 'caller' ? facts.callee : facts.caller};
    this.#isTold = this.role === 'caller' || this.#wasAnswered;
    this.#far = (this.role === 'callee' && facts.client) || APP;
    this.outbox = new Outbox({clock: parts.clock, post: (client, signals) => this.#post(client, signals)}, ready);
    if (this.role === 'callee' && !facts.client) this.#plain = this.#meetApp();
  }

  /** It rings here, as long as nobody says otherwise. */
  ring(): void {
    if (this.isOver || this.talking) return;
    this.#isTold = true;
    this.#cancelRing?.();
    const {clock} = this.#parts;
    this.#cancelRing = clock.after(RING_REPEAT, () => this.ring());
    this.#deliver(ringFor(this.facts, this.#sides, this.#far, clock.now()));
    for (const message of this.#early.splice(0)) this.#deliver(message);
  }

  /** Somebody there is reached, by an app perhaps: unless they have just left. */
  reached(isThere: () => Promise<boolean>): void {
    this.#cancelRing = this.#parts.clock.after(APP_DELAY, async () => {
      if (!(await isThere()) || this.isOver || this.talking) return;
      this.#plain = this.#meetApp();
      this.#plain.rings(this.facts.client ?? '');
    });
  }

  /** From the core. What is said of a call that is over, the server knows. */
  async send(letter: Letter): Promise<void> {
    if (this.isOver) return;
    const {type, from, to, toUser, message} = letter;
    // Of a chat between two, the server says who it is with.
    if (this.role === 'caller') this.#sides = {...this.#sides, other: toUser};
    if (type === 'rejoin' || (type === 'confirm' && this.role === 'caller')) this.#talks(from);
    else if (type === 'ringing') this.#ringing.add(from);
    const word = signalTypeOf(letter, this.role, from === this.talking || this.#accepting.has(from));
    if (word === 'accept') this.#accepting.add(from);
    if (type === 'end') this.#said(letter);
    if (to === APP && word !== 'end') return this.#plain?.say(from, message);
    const sent = this.outbox.put(from, {signal_type: word, signal_data: message, ...(to && to !== APP && {to_client_id: to})});
    if (word === 'end') this.close();
    if (this.#parts.isLeaving()) this.outbox.flush();
    await sent;
    if (word === 'accept') this.#talks(from);
  }

  /** From the other side. */
  heard(heard: Heard): void {
    const {type, data, client} = heard;
    if (isPlain(type)) return client ? undefined : this.#plain?.hear(type, data);
    const envelope = inward(heard, this.#sides);
    if (!envelope || (isDecline(envelope) && this.#isOneOfMany)) return;
    if (client && SHOWS_WHERE.includes(envelope['type'])) this.#far = client;
    this.#deliver(envelope);
  }

  /** The server says that it is over, for this person at least. */
  ended({reason, by, client}: Ended): void {
    const isByUs = this.role === 'callee' && by === this.#parts.self;
    // Two who talk know by their own connection whether they do.
    if (this.isOver || (by === undefined && this.talking)) return;
    if (client && this.#parts.isOurs(client)) return reason === 'answered-elsewhere' ? undefined : this.close();
    if (isByUs && (this.talking || this.#wasAnswered) && reason === 'answered-elsewhere') return;
    this.finish(isByUs && reason !== 'declined' ? 'answered-elsewhere' : reason, client);
  }

  /** Tells the core that it is over. */
  finish(reason: EndReason, client?: string, endpoint?: string): void {
    // Whoever is called and did not decline here, did so elsewhere.
    const told = this.role === 'callee' && reason === 'declined' ? 'declined-elsewhere' : reason;
    const from = (this.role === 'caller' && client) || this.#far;
    this.#deliver(endFor(this.facts.call, told, this.#sides, from, endpoint));
    if (!endpoint) this.close();
  }

  close(): void {
    this.isOver = true;
    this.#cancelRing?.();
    this.#plain?.close();
  }

  #talks(endpoint: string): void {
    this.talking = endpoint;
    this.#cancelRing?.();
  }

  /** It is over for one of our pages: what rings nowhere any more is not rung again, but for a page that comes back. */
  #said({from, to, reason}: Letter): void {
    this.#ringing.delete(from);
    if (this.role === 'callee' && !this.#ringing.size && reason !== 'page-closed') this.#cancelRing?.();
    if (this.role === 'caller' && to === APP) this.#plain?.close();
  }

  /** Of many who are rung, one declines: the others go on, until the server says that nobody is left. */
  get #isOneOfMany(): boolean {
    return this.role === 'caller' && !this.talking && this.facts.callee.startsWith('channel:');
  }

  /** Before this page was there: it may go on with it. */
  get #wasAnswered(): boolean {
    return this.facts.status === 'connecting' || this.facts.status === 'connected';
  }

  #deliver(message: object): void {
    const {name, avatar} = this.facts;
    if (!this.#isTold) return void (this.#early.length < MOST_EARLY && this.#early.push(message));
    this.#parts.deliver(message, {user: this.#sides.other, ...(this.role === 'callee' && {name, avatar})});
  }

  async #post(client: string, signals: readonly Signal[]): Promise<boolean> {
    const leaving = this.#parts.isLeaving();
    const verdict = fieldsOf(await this.#parts.rpc('/mobile_webrtc/signal', {call_id: this.facts.call, client_id: client, signals}, {leaving}));
    if (verdict?.['success'] !== false) return true;
    this.#refused(client, verdict);
    return false;
  }

  /** It is over, or was answered at another device: nothing of what this page still has to say is of use. */
  #refused(client: string, verdict: Fields): void {
    this.outbox.drop(client);
    this.#accepting.delete(client);
    if (this.isOver) return;
    this.#cancelRing?.();
    this.finish(readReason(verdict, 'end_reason'), undefined, client);
    if (verdict['status'] === 'ended') this.close();
  }

  #meetApp(): PlainPeer {
    return new PlainPeer({
      ...this.facts,
      ...this.#sides,
      clock: this.#parts.clock,
      deliver: (envelope) => this.#deliver(envelope),
      signal: (endpoint, type, data) => void this.#tell(endpoint, type, data),
      // The server decides whose answer it is; the app itself says nothing to it.
      said: async (endpoint, envelope) => {
        const isTaken = await this.#tell(endpoint, envelope.type, envelope);
        if (!isTaken || envelope.type !== 'accept') return;
        this.#talks(endpoint);
        this.#plain?.confirm(endpoint);
      },
    });
  }

  #tell(endpoint: string, type: string, data: object): Promise<boolean> {
    return this.outbox.put(endpoint, {signal_type: type, signal_data: data}).then(() => true, () => false);
  }
}
