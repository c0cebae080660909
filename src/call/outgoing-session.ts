import type {AnyEnvelope} from '../protocol/messages.js';
import {LIMITS} from '../protocol/parse-body.js';
import {CallError} from '../types/call-error.js';
import type {LocalMedia} from '../types/local-media.js';
import type {EndReason, EndedBy} from '../types/end-reason.js';
import {outgoingCall, resumedCall} from './call-record.js';
import {ReturningSession} from './returning-session.js';
import type {SessionHost, SessionOptions} from './session-parts.js';
import {endedBy} from './ended-by.js';
import type {Leg} from './leg.js';
import {LINE_PATIENCE, RETURN_PATIENCE, RING_REPEAT} from './time-limits.js';

/** No more pages of the other side are heard, and to few is a connection made while they ring: Chromium gives a page 500, freed late. */
const MOST_LEGS = 16;
const MOST_LINKS = 4;

/** The caller: rings all endpoints of a user until one answers, makes every offer, decides which answer counts. */
export class OutgoingSession extends ReturningSession {
  #cancelRing: (() => void) | undefined;
  #cancelReturn: (() => void) | undefined;

  constructor(host: SessionHost, options: SessionOptions) {
    const {resumed} = options;
    super(host, resumed?.endpoint ? resumedCall('outgoing', resumed) : outgoingCall, options);
    if (resumed?.endpoint) this.openLeg(resumed.endpoint, 'offerer');
  }

  /** Rings as soon as the line is there, unless another tab of this browser talks. */
  async start(line: Promise<unknown>, floor: Promise<boolean>): Promise<void> {
    // Looked at below, and not before the tabs have agreed.
    line.catch(() => undefined);
    const isOurs = await floor;
    if (this.record.phase !== 'initiating') return;
    if (!isOurs) {
      this.host.trouble(new CallError('already-in-call'), true);
      return this.end('vetoed', 'system', {silent: true});
    }
    void this.openMedia(this.host.createMedia());
    if (this.record.phase !== 'initiating') return;
    const fail = (): void => this.end('signaling-failed', 'system');
    this.#cancelRing = this.host.platform.clock.after(LINE_PATIENCE, fail);
    try {
      await line;
    } catch {
      return fail();
    }
    this.stopTimers();
    if (this.record.phase !== 'initiating') return;
    this.limit();
    this.#ring();
  }

  /** The server does not let it begin: the other side hears nothing of it. */
  refused(): void {
    const {phase} = this.record;
    if (phase !== 'initiating' && phase !== 'ringing') return;
    this.host.trouble(new CallError('call-refused'), false);
    this.end('vetoed', 'system');
  }

  override receive(envelope: AnyEnvelope): boolean {
    const {endpoint} = envelope.from;
    if (envelope.type === 'ringing' && envelope.seq === 0) return this.#asked(endpoint);
    if (envelope.type === 'end') return this.#ended(endpoint, envelope.body.reason);
    if (envelope.type === 'leave') return this.#gone(endpoint);
    if (envelope.type === 'rejoin') return this.#back(endpoint, envelope.body.was);
    const leg = this.legs.get(endpoint) ?? this.#reached(endpoint);
    return leg?.receive(envelope) ?? false;
  }

  protected override deliver(endpoint: string, leg: Leg, envelope: AnyEnvelope): void {
    switch (envelope.type) {
      case 'ringing':
        if ([...this.legs.values()].filter(({link}) => link).length < MOST_LINKS) this.link(leg);
        return this.apply({type: 'heard'});
      case 'accept':
        return this.#accepted(endpoint, leg);
      case 'welcome':
        return this.welcomed();
      case 'answer':
      case 'candidates':
      case 'renew':
        return leg.link?.receive(envelope.type, envelope.body);
      default:
    }
  }

  protected override tellEnd(reason: EndReason, by: EndedBy): void {
    const {endpoint} = this.record;
    if (by !== 'remote' || !endpoint) this.sendNow(endpoint, 'end', {reason: this.lastWord(reason, by)});
  }

  /** Until one endpoint answered, what one of them says is news of "elsewhere" to the others. */
  override lastWord(reason: EndReason, by: EndedBy): EndReason {
    if (by !== 'remote' || this.record.endpoint) return reason;
    return reason === 'declined' ? 'declined-elsewhere' : 'cancelled';
  }

  /** The other side rang us with a lower id: that call is the one. */
  yield(): LocalMedia | undefined {
    this.sendNow(undefined, 'end', {reason: 'answered-elsewhere'});
    return this.close({keepMedia: true});
  }

  protected override stopTimers(): void {
    this.stopRejoin();
    this.#cancelRing?.();
    this.#cancelReturn?.();
  }

  #ring(): void {
    const {phase} = this.record;
    if (phase !== 'initiating' && phase !== 'ringing') return;
    const {clock} = this.host.platform;
    const {userName, userAvatar} = this.host.configuration;
    const name = userName.slice(0, LIMITS.name);
    const avatar = userAvatar.length > LIMITS.avatar ? '' : userAvatar;
    this.#cancelRing = clock.after(RING_REPEAT[phase], () => this.#ring());
    this.sendNow(undefined, 'ring', {media: this.media, name, avatar, sentAt: clock.now(), ...(this.was.length > 0 && {was: this.was})});
  }

  /** While several ring, who goes may come back and ring again. */
  #gone(endpoint: string): boolean {
    if (endpoint === this.record.endpoint) this.left();
    return true;
  }

  /** A page of theirs goes on where another was. It had answered, though the answer may not have arrived. */
  #back(endpoint: string, was: readonly string[]): boolean {
    const chosen = this.record.endpoint;
    // Without a leg, it is the very page that left, from its browser's cache.
    if (endpoint === chosen && this.leg) return true;
    const before = was.find((one) => this.legs.has(one) || one === chosen);
    if (chosen) {
      if (before === chosen) this.returned(endpoint);
      else this.sendNow(endpoint, 'end', {reason: 'answered-elsewhere'});
      return true;
    }
    if (before === undefined || this.legs.has(endpoint)) return false;
    this.dropLeg(before);
    const leg = this.openLeg(endpoint, 'offerer');
    leg.post('welcome', {});
    this.#accepted(endpoint, leg);
    return true;
  }

  /** An endpoint asks whether this still stands: its ring was late, or it missed a word. */
  #asked(endpoint: string): boolean {
    if ((this.record.endpoint ?? endpoint) === endpoint) this.sendNow(endpoint, 'ack', {});
    else this.sendNow(endpoint, 'end', {reason: 'answered-elsewhere'});
    return true;
  }

  #reached(endpoint: string): Leg | undefined {
    // Theirs may be a new page, too, whose own word is still on its way.
    if (this.isReturning) return undefined;
    if (this.record.endpoint) {
      this.sendNow(endpoint, 'end', {reason: 'answered-elsewhere'});
      return undefined;
    }
    this.#cancelReturn?.();
    this.#cancelReturn = undefined;
    return this.legs.size < MOST_LEGS ? this.openLeg(endpoint, 'offerer') : undefined;
  }

  /** A page that is loaded anew is rung again; one that does not come back leaves nobody to answer. */
  #awaitReturn(): true {
    this.#cancelReturn ??= this.host.platform.clock.after(RETURN_PATIENCE, () => this.end('unreachable', 'system'));
    return true;
  }

  #accepted(endpoint: string, leg: Leg): void {
    this.link(leg);
    leg.post('confirm', {});
    this.stopTimers();
    for (const [other, loser] of this.legs) {
      if (loser === leg) continue;
      this.sendNow(other, 'end', {reason: 'answered-elsewhere'});
      loser.close();
      this.legs.delete(other);
    }
    this.apply({type: 'accepted', endpoint});
    this.linkChanged(leg);
  }

  /** While several may ring, what a person decides at one of them ends it; later only the one that answered can. */
  #ended(endpoint: string, reason: EndReason): boolean {
    const chosen = this.record.endpoint;
    if (chosen && chosen !== endpoint) return false;
    // A page that closes, or rang long enough for itself, is no answer of the person's while another rings.
    if (!chosen && (reason === 'page-closed' || reason === 'no-answer')) {
      this.legs.get(endpoint)?.close();
      this.legs.delete(endpoint);
      if (this.legs.size > 0) return true;
      if (reason === 'page-closed') return this.#awaitReturn();
    }
    this.end(reason, endedBy(reason, 'remote'));
    return true;
  }
}
