import {hasRelay} from '../ice/has-relay.js';
import type {AnyEnvelope} from '../protocol/messages.js';
import {isTalking} from '../types/call-phase.js';
import type {EndReason, EndedBy} from '../types/end-reason.js';
import type {LocalMedia} from '../types/local-media.js';
import type {CallMedia} from '../types/media.js';
import {incomingCall} from './call-record.js';
import {CallSession} from './call-session.js';
import type {SessionHost, SessionOptions} from './call-session.js';
import {endedBy} from './ended-by.js';
import {Leg} from './leg.js';
import type {Ring} from './switchboard.js';
import {RING_LEASE} from './time-limits.js';

/** The callee: one caller's endpoint, a ring that lasts while the caller is heard of, an address kept until accept. */
export class IncomingSession extends CallSession {
  /** As it came in: another window of this browser may answer it. */
  readonly ring: Ring;
  readonly #caller: string;
  readonly #leg: Leg;
  /** Not asked for anything before the answer. */
  readonly #media: LocalMedia;
  /** The page vetoed `call-incoming`. */
  shownByPage = false;
  #cancelLease: (() => void) | undefined;
  #asked = 0;

  constructor(host: SessionHost, options: SessionOptions & {readonly endpoint: string; readonly ring: Ring}) {
    super(host, incomingCall(options.endpoint), options);
    this.ring = options.ring;
    this.#caller = options.endpoint;
    this.#leg = this.openLeg(options.endpoint, 'answerer');
    this.#leg.post('ringing', {});
    this.begin();
    this.#renewLease();
    this.#media = host.createMedia();
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
    this.#leg.post('accept', {media});
    this.apply({type: 'accept'});
    // Whoever watches the state may have ended it.
    if (!isTalking(this.record.phase)) return;
    this.#leg.openLink('none').widen(this.host.configuration.ipPrivacy === 'always' ? 'relay' : 'all');
    this.sendMedia();
  }

  override receive(envelope: AnyEnvelope): boolean {
    if (envelope.from.endpoint !== this.#caller) return false;
    this.#renewLease();
    if (envelope.type === 'ring') return true;
    if (envelope.type !== 'end') return this.#leg.receive(envelope);
    this.end(envelope.body.reason, endedBy(envelope.body.reason, 'remote'));
    return true;
  }

  protected override deliver(_endpoint: string, leg: Leg, envelope: AnyEnvelope): void {
    switch (envelope.type) {
      case 'confirm':
        return this.apply({type: 'confirmed'});
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
    if (by !== 'remote') this.sendNow(this.#caller, 'end', {reason});
  }

  protected override stopTimers(): void {
    this.#cancelLease?.();
    this.#asked = 0;
  }

  /** Law 2: while it rings, nothing of this device's address goes out but what a relay shows. */
  #openLink(): void {
    if (this.#leg.link) return;
    const {ipPrivacy} = this.host.configuration;
    const link = this.#leg.openLink(ipPrivacy === 'off' ? 'all' : 'none');
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
      this.sendNow(this.#caller, 'ringing', {});
      this.#renewLease(asked + 1);
    });
  }
}
