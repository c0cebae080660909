import {hasRelay} from '../ice/has-relay.js';
import type {AnyEnvelope} from '../protocol/messages.js';
import {isTalking} from '../types/is-talking.js';
import type {EndReason, EndedBy} from '../types/end-reason.js';
import type {LocalMedia} from '../types/local-media.js';
import type {CallMedia} from '../types/media.js';
import {incomingCall, resumedCall} from './call-record.js';
import {ReturningSession} from './returning-session.js';
import type {SessionHost, SessionOptions} from './session-parts.js';
import {endedBy} from './ended-by.js';
import type {Leg} from './leg.js';
import type {Ring} from './switchboard.js';
import {CALLER_RETURN, RING_LEASE} from './time-limits.js';

/** The callee: one caller's endpoint, a ring that lasts while the caller is heard of, an address kept until accept. */
export class IncomingSession extends ReturningSession {
  /** As it came in, for a window of its own that is to answer it; without one, it rang at the page before. */
  readonly ring: Ring | undefined;
  /** Not asked for anything before the answer. */
  readonly #media: LocalMedia;
  /** The page vetoed `call-incoming`. */
  shownByPage = false;
  #cancelLease: (() => void) | undefined;
  #asked = 0;

  constructor(host: SessionHost, options: SessionOptions & {readonly endpoint: string; readonly ring?: Ring}) {
    const {endpoint, ring, resumed} = options;
    super(host, resumed ? resumedCall('incoming', resumed) : incomingCall(endpoint), options);
    this.ring = ring;
    this.openLeg(endpoint, 'answerer');
    this.#media = host.createMedia();
    if (resumed) return;
    this.leg?.post('ringing', {});
    this.limit();
    this.#renewLease();
    this.#media.prepare();
  }

  override get isForsaken(): boolean {
    return super.isForsaken || this.#asked > 0;
  }

  accept(media: CallMedia, adopted?: LocalMedia): void {
    if (this.record.phase !== 'incoming') return;
    this.media = media;
    this.stopTimers();
    // Devices are asked for first: what watches the state, the window above all, takes its time.
    if (adopted) this.localMedia = adopted;
    else void this.openMedia(this.#media);
    this.leg?.post('accept', {media});
    this.apply({type: 'accept'});
    // Whoever watches the state may have ended it.
    if (!isTalking(this.record.phase)) return;
    this.leg?.openLink('none').widen(this.host.configuration.ipPrivacy === 'always' ? 'relay' : 'all');
    this.sendMedia();
  }

  override receive(envelope: AnyEnvelope): boolean {
    const {endpoint} = envelope.from;
    if (envelope.type === 'rejoin') return this.#back(endpoint, envelope.body.was);
    if (envelope.type === 'ring' && this.#isNextOf(envelope.body.was)) this.#moved(endpoint);
    if (endpoint !== this.record.endpoint) return false;
    if (envelope.type === 'leave') return this.#gone();
    this.#renewLease();
    if (envelope.type === 'ring') return true;
    if (envelope.type !== 'end') return this.leg?.receive(envelope) ?? false;
    this.end(envelope.body.reason, endedBy(envelope.body.reason, 'remote'));
    return true;
  }

  protected override deliver(_endpoint: string, leg: Leg, envelope: AnyEnvelope): void {
    switch (envelope.type) {
      case 'confirm':
        return this.apply({type: 'confirmed'});
      case 'welcome':
        return this.welcomed();
      case 'offer':
        this.#openLink();
        return leg.link?.receive('offer', envelope.body);
      case 'candidates':
        return leg.link?.receive('candidates', envelope.body);
      default:
    }
  }

  override lastWord(reason: EndReason): EndReason {
    return reason;
  }

  protected override tellEnd(reason: EndReason, by: EndedBy): void {
    if (by !== 'remote') this.sendNow(this.record.endpoint, 'end', {reason});
  }

  protected override stopTimers(): void {
    this.stopRejoin();
    this.#cancelLease?.();
    this.#asked = 0;
  }

  /** While it rings, a caller's page that goes has a moment to come back. */
  protected override left(): void {
    if (this.record.phase !== 'incoming') return super.left();
    this.#cancelLease?.();
    this.#asked = 1;
    this.#cancelLease = this.host.platform.clock.after(CALLER_RETURN, () => this.end('cancelled', 'remote'));
  }

  #gone(): true {
    this.left();
    return true;
  }

  /** By these endpoints of its forerunners, a page is the next one of the caller's. */
  #isNextOf(was: readonly string[] = []): boolean {
    return this.record.endpoint !== undefined && was.includes(this.record.endpoint);
  }

  /** The caller's next page goes on with the call. If it still rings here, it was answered at another device. */
  #back(endpoint: string, was: readonly string[]): boolean {
    // Said again; without a leg, it is the very page that left, from its browser's cache.
    if (endpoint === this.record.endpoint && this.leg) return true;
    if (!this.#isNextOf(was)) return false;
    if (this.record.phase === 'incoming') this.end('answered-elsewhere', 'system', {silent: true});
    else this.returned(endpoint);
    return true;
  }

  /** The caller's next page still rings: it hears what the one before it may not have heard. */
  #moved(endpoint: string): void {
    const {phase, confirmed} = this.record;
    if (endpoint === this.record.endpoint || confirmed || (phase !== 'incoming' && phase !== 'connecting')) return;
    this.dropLeg(this.record.endpoint);
    this.openLeg(endpoint, 'answerer').post('ringing', {});
    this.apply({type: 'moved', endpoint});
    if (phase !== 'connecting') return;
    this.isReturning = false;
    this.stopRejoin();
    this.leg?.post('accept', {media: this.media});
    this.limit();
    this.link(this.leg);
    this.sendMedia();
  }

  /** Law 2: while it rings, nothing of this device's address goes out but what a relay shows. */
  #openLink(): void {
    if (!this.leg || this.leg.link) return;
    const {ipPrivacy} = this.host.configuration;
    const link = this.leg.openLink(ipPrivacy === 'off' ? 'all' : 'none');
    if (ipPrivacy === 'off') return;
    void this.host.iceServers(false).then((servers) => {
      if (this.record.phase === 'incoming' && hasRelay(servers)) link.widen('relay');
    });
  }

  /** A caller that is silent is asked whether it still calls, since its last word may be lost; then it is given up. */
  #renewLease(asked = 0): void {
    this.#cancelLease?.();
    this.#asked = asked;
    if (this.record.phase !== 'incoming') return;
    this.#cancelLease = this.host.platform.clock.after(RING_LEASE / 3, () => {
      // Whoever is cut off themselves cannot tell whether the caller is silent.
      if (!this.host.isOnline()) return this.#renewLease();
      if (asked === 2) return this.end('cancelled', 'remote');
      this.sendNow(this.record.endpoint, 'ringing', {});
      this.#renewLease(asked + 1);
    });
  }
}
