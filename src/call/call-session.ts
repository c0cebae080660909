import type {AnyEnvelope, MessageBodies, MessageType} from '../protocol/messages.js';
import {CallError} from '../types/call-error.js';
import {isTalking} from '../types/is-talking.js';
import type {CallPeer} from '../types/call-state.js';
import type {CallTicketDevices} from '../types/call-ticket.js';
import type {EndReason, EndedBy} from '../types/end-reason.js';
import type {LocalMedia} from '../types/local-media.js';
import type {CallMedia, MediaKind} from '../types/media.js';
import type {CallEvent, CallRecord} from './call-record.js';
import {transition} from './call-transition.js';
import {devicesOf} from './devices-of.js';
import {endedBy} from './ended-by.js';
import {Leg} from './leg.js';
import type {LegReport} from './leg.js';
import type {Goodbye} from '../protocol/peer-link.js';
import type {SessionHost, SessionOptions} from './session-parts.js';
import {timeLimit} from './time-limits.js';
import type {TimeLimit} from './time-limits.js';

/** One attempt from its first message to its one end. What the two roles differ in is in the subclasses. */
export abstract class CallSession {
  readonly id: string;
  readonly connector: string;
  readonly peer: CallPeer;
  media: CallMedia;
  connectedAt: number | undefined;
  endedAt: number | undefined;
  localMedia: LocalMedia | undefined;
  /** What was known of the way to the other side when it was closed. */
  report: LegReport | undefined;
  /** By a new call of the other side's: its end says nothing of the network. */
  isReplaced = false;
  /** It ended without a word to the other side, and later ones get none either. */
  isSilent = false;
  /** Endpoints of this page's forerunners, by which the other side may know it. */
  readonly was: readonly string[];
  readonly #devices: CallTicketDevices | undefined;
  protected readonly host: SessionHost;
  protected readonly legs = new Map<string, Leg>();
  #record: CallRecord;
  #cancelLimit: (() => void) | undefined;

  constructor(host: SessionHost, record: CallRecord, {id, peer, media, connector, resumed}: SessionOptions) {
    this.host = host;
    this.#record = record;
    [this.id, this.peer, this.media, this.connector] = [id, peer, media, connector];
    [this.was, this.connectedAt, this.#devices] = [resumed?.was ?? [], resumed?.connectedAt, resumed?.devices];
  }

  /** What is on, or is to be; on a page that goes on with a call, what was off stays off. */
  get devices(): CallTicketDevices {
    return devicesOf(this.localMedia) ?? this.#devices ?? {mic: true, camera: this.media === 'video'};
  }

  get record(): CallRecord {
    return this.#record;
  }

  /** The leg that counts; undefined while several may ring. */
  get leg(): Leg | undefined {
    return this.legs.get(this.#record.endpoint ?? '');
  }

  /** Nothing was heard of the other side for a while; a new call from there may take the place of this one. */
  get isForsaken(): boolean {
    return this.#record.phase === 'reconnecting';
  }

  /** A message of this call from its peer; false when it is doubled or has no place here. */
  abstract receive(envelope: AnyEnvelope): boolean;

  /** The person here agreed to talk, by calling or by answering: asks for what they send. */
  protected async openMedia(media: LocalMedia): Promise<void> {
    const want = this.devices;
    this.localMedia = media;
    await media.open(want).catch((error) => this.host.denied(media, error));
  }

  /** The line is there now. */
  nudge(): void {
    for (const leg of this.legs.values()) leg.nudge();
  }

  /** A device was opened, switched or lost. */
  mediaChanged(): void {
    this.sendMedia();
    this.host.changed(this);
  }

  async set(kind: MediaKind, on: boolean): Promise<void> {
    const refused = (error: unknown): void => this.host.trouble(CallError.from(error, 'device-busy'), true);
    await this.localMedia?.set(kind, on).catch(refused);
  }

  /** Ends it, once; tells the other side unless that is who said so, or another tab of this browser deals with it. */
  end(reason: EndReason, by: EndedBy, {silent = false}: {readonly silent?: boolean} = {}): void {
    if (this.#record.phase === 'ended') return;
    this.endedAt = this.host.platform.clock.now();
    this.isSilent = silent;
    if (!silent) this.tellEnd(reason, by);
    this.apply({type: 'end', reason, by});
  }

  /** Lets go of everything without a word of its own; `keepMedia` hands the open devices to another session. */
  close({keepMedia = false, goodbye}: {readonly keepMedia?: boolean; readonly goodbye?: Goodbye | undefined} = {}): LocalMedia | undefined {
    this.#record = Object.freeze({...this.#record, phase: 'ended'});
    this.#cancelLimit?.();
    this.stopTimers();
    this.report = this.leg?.report;
    for (const leg of this.legs.values()) leg.close(goodbye);
    this.legs.clear();
    if (!keepMedia) this.localMedia?.close();
    return this.localMedia;
  }

  /** What the other side is told of the end, now or when it still writes about this call later. */
  abstract lastWord(reason: EndReason, by: EndedBy): EndReason;
  protected abstract tellEnd(reason: EndReason, by: EndedBy): void;
  protected abstract stopTimers(): void;
  /** The other side's page goes away for a moment. */
  protected abstract left(): void;
  protected abstract deliver(endpoint: string, leg: Leg, envelope: AnyEnvelope): void;

  protected apply(event: CallEvent): void {
    const before = this.#record;
    this.#record = transition(before, event);
    if (this.#record === before) return;
    const {phase} = this.#record;
    if (phase !== before.phase) this.#phaseChanged(before.phase);
    this.host.changed(this);
  }

  protected openLeg(endpoint: string, role: 'offerer' | 'answerer'): Leg {
    const leg = new Leg({
      platform: this.host.platform,
      role,
      iceServers: (fresh) => this.host.iceServers(fresh),
      send: (type, body, {seq, ack}) => this.host.send(this, endpoint, type, body, seq, ack),
      deliver: (from, envelope) => this.deliver(endpoint, from, envelope),
      changed: (from) => this.linkChanged(from),
      gone: (from, reason) => {
        if (from === this.leg) this.end(reason, endedBy(reason, 'remote'));
      },
      away: (from) => {
        if (from === this.leg) this.left();
      },
      text: (from, text, kind) => {
        if (from === this.leg && isTalking(this.#record.phase)) this.host.text(text, kind);
      },
    });
    this.legs.set(endpoint, leg);
    return leg;
  }

  /** Links of endpoints that do not count yet are looked at when they do. */
  protected linkChanged(leg: Leg): void {
    if (leg !== this.leg) return;
    const before = this.#record;
    if (leg.status === 'connected') this.apply({type: 'linked'});
    if (leg.status === 'lost') this.apply({type: 'unlinked'});
    if (this.#record === before) this.host.changed(this);
  }

  /** Law 1 in one place: tracks go to the one leg that counts, once both agreed. */
  protected sendMedia(): void {
    const {localMedia, leg} = this;
    if (!localMedia || !leg?.link || !isTalking(this.#record.phase)) return;
    leg.link.attach(localMedia.tracks);
    leg.link.tell(localMedia.states);
  }

  protected sendNow<T extends MessageType>(endpoint: string | undefined, type: T, body: MessageBodies[T]): void {
    this.host.send(this, endpoint, type, body, 0, 0);
  }

  get #goodbye(): EndReason | undefined {
    const {end} = this.#record;
    return end?.by === 'remote' || this.isSilent ? undefined : end?.reason;
  }

  #phaseChanged(from: CallRecord['phase']): void {
    const {phase} = this.#record;
    if (phase === 'connected') this.connectedAt ??= this.host.platform.clock.now();
    if (phase === 'connecting') this.sendMedia();
    if (phase === 'ended') this.close({goodbye: this.#goodbye});
    else if (from !== phase) this.limit();
  }

  protected limit(limit = this.#phaseLimit, by: EndedBy = 'system'): void {
    this.#cancelLimit?.();
    if (!limit) return;
    const isOurs = (): boolean => limit.reason === 'unreachable' && !this.host.isOnline();
    const end = (): void => this.end(isOurs() ? 'signaling-failed' : limit.reason, by);
    this.#cancelLimit = this.host.platform.clock.after(limit.ms, end);
  }

  get #phaseLimit(): TimeLimit | undefined {
    return timeLimit(this.#record.phase, this.#record.direction, this.host.configuration.ringTimeout * 1000);
  }
}
