import {isTalking} from '../types/is-talking.js';
import type {CallRecord} from './call-record.js';
import {CallSession} from './call-session.js';
import type {Leg} from './leg.js';
import type {SessionHost, SessionOptions} from './session-parts.js';
import {REJOIN_PATIENCE, REJOIN_REPEAT} from './time-limits.js';

/** A call outlives the page that it is on: the next page of the tab goes on with it, on either side, or on both at once. */
export abstract class ReturningSession extends CallSession {
  #cancelRejoin: (() => void) | undefined;
  /** The page before this one left it, and the other side has not said welcome yet. */
  protected isReturning: boolean;

  constructor(host: SessionHost, record: CallRecord, options: SessionOptions) {
    super(host, record, options);
    this.isReturning = options.resumed?.endpoint !== undefined;
  }

  /** Who is not known yet cannot end it: the other side has to know whose word this is. */
  override end(...how: Parameters<CallSession['end']>): void {
    if (this.isReturning && how[1] !== 'remote' && this.record.phase !== 'ended') this.sendNow(undefined, 'rejoin', {was: this.was});
    super.end(...how);
  }

  /** Goes on with a call that the page before this one left: says where it is now, until the other side says welcome. */
  resume(line: Promise<unknown>): void {
    this.limit({ms: REJOIN_PATIENCE, reason: 'connection-failed'});
    void this.openMedia(this.host.createMedia());
    this.#rejoin();
    // The first word was too early for a line that is still being opened.
    line.then(() => this.#cancelRejoin && this.#rejoin(), () => undefined);
  }

  /** This page goes; the next one of its tab goes on. */
  leave(): void {
    this.sendNow(this.record.endpoint, 'leave', {});
    this.close({goodbye: 'away'});
  }

  /** What that page had here is of no use to its next one; an answer that was not confirmed still has to arrive. */
  protected override left(): void {
    const {endpoint, phase, confirmed} = this.record;
    if (!endpoint || !isTalking(phase)) return;
    if (confirmed) this.dropLeg(endpoint);
    this.apply({type: 'left'});
    if (isTalking(this.record.phase)) this.limit({ms: REJOIN_PATIENCE, reason: 'page-closed'}, 'remote');
  }

  /** The other side's next page goes on: a new leg for it, in the same role, and media as soon as it carries. */
  protected returned(endpoint: string): void {
    this.dropLeg(this.record.endpoint);
    this.openLeg(endpoint, this.record.direction === 'outgoing' ? 'offerer' : 'answerer').post('welcome', {});
    this.apply({type: 'returned', endpoint});
    this.#linkAgain();
  }

  /** The other side knows this page now. */
  protected welcomed(): void {
    this.isReturning = false;
    this.stopRejoin();
    this.apply({type: 'confirmed'});
    this.#linkAgain();
  }

  protected stopRejoin(): void {
    this.#cancelRejoin?.();
    this.#cancelRejoin = undefined;
  }

  protected dropLeg(endpoint: string | undefined): void {
    this.legs.get(endpoint ?? '')?.close();
    this.legs.delete(endpoint ?? '');
  }

  /** As much of this device's address as is ever shown. */
  protected link(leg: Leg | undefined): void {
    leg?.openLink(this.host.configuration.ipPrivacy === 'always' ? 'relay' : 'all');
  }

  /** Both had agreed: there is nothing to be asked anew. */
  #linkAgain(): void {
    if (!isTalking(this.record.phase)) return;
    this.limit();
    this.link(this.leg);
    this.sendMedia();
  }

  #rejoin(): void {
    if (!isTalking(this.record.phase) || !this.isReturning) return;
    this.#cancelRejoin?.();
    this.#cancelRejoin = this.host.platform.clock.after(REJOIN_REPEAT, () => this.#rejoin());
    this.sendNow(undefined, 'rejoin', {was: this.was});
  }
}
