import {AppError} from './app-error.js';
import type {Media} from './media.js';
import type {Signaling} from './notifications.js';
import type {OdooMethods} from './odoo-methods.js';
import {Peer} from './peer.js';
import type {Measured} from './peer.js';

/** `calling` and `ringing`: nobody has answered yet. */
export type CallState = 'calling' | 'ringing' | 'connecting' | 'connected' | 'ended';

export interface CallOptions {
  readonly id: string;
  readonly channel: number;
  readonly isOutgoing: boolean;
  readonly video: boolean;
  /** Who calls; empty when it is this person. */
  readonly callerName: string;
  readonly methods: OdooMethods;
  /** What is sent, made when somebody answers or calls. */
  readonly media: () => Media;
  readonly iceServers: readonly RTCIceServer[];
}

/** Milliseconds given to an offer that should have come with the ring. */
const OFFER_PATIENCE = 10_000;

const TOO_LATE = 'Somebody else has answered this call, or it is over.';

const certificateOf = (offer: RTCSessionDescriptionInit | undefined): string | undefined => /^a=fingerprint:.*$/m.exec(offer?.sdp ?? '')?.[0];

/** One call, out or in: what is said for it, and the connection. */
export class MobileCall {
  readonly id: string;
  readonly channel: number;
  readonly isOutgoing: boolean;
  readonly video: boolean;
  readonly callerName: string;
  /** In the server's words, once it is over. */
  endReason: string | undefined;
  readonly #options: CallOptions;
  #state: CallState;
  #peer: Peer | undefined;
  #media: Media | undefined;
  /** The newest offer, and all candidates, that came before this person answered. */
  #offer: RTCSessionDescriptionInit | undefined;
  #early: RTCIceCandidateInit[] = [];
  #last: Measured = {sound: undefined, picture: undefined};
  readonly #watchers = new Set<() => void>();
  /** One request at a time, or they arrive in another order. */
  #sending: Promise<unknown> = Promise.resolve();

  constructor(options: CallOptions) {
    const {id, channel, isOutgoing, video, callerName} = options;
    [this.id, this.channel, this.isOutgoing, this.video, this.callerName] = [id, channel, isOutgoing, video, callerName];
    this.#options = options;
    this.#state = isOutgoing ? 'calling' : 'ringing';
  }

  get state(): CallState {
    return this.#state;
  }

  /** What comes in; after the end, what came last. */
  get measured(): Measured {
    return this.#peer?.measured ?? this.#last;
  }

  /** Caller: offers at once, for whoever answers. */
  async offer(): Promise<void> {
    const peer = this.#open();
    await this.#signal('offer', await peer.offer());
  }

  /** Callee: throws when it is over, or somebody else was sooner. */
  async answer(): Promise<void> {
    if (this.#state !== 'ringing') throw new AppError('This call does not ring any more.');
    this.#change('connecting');
    await this.until(() => this.#offer !== undefined, OFFER_PATIENCE, 'The caller’s offer did not come.');
    const {success, end_reason: reason} = await this.#accept().catch((error: unknown) => {
      // A connection that was closed meanwhile has nothing better to say.
      throw this.#state === 'ended' ? new AppError(TOO_LATE, {cause: error}) : error;
    });
    if (success) return;
    this.finish(reason);
    throw new AppError(TOO_LATE);
  }

  /** Turns the camera on or off, without a word to anybody. */
  showPicture(isOn: boolean): void {
    this.#media?.showPicture(isOn);
  }

  /** Declines, cancels or hangs up: the server knows which of them it is. */
  async end(): Promise<void> {
    if (this.#state === 'ended') return;
    await this.#options.methods.endCall(this.channel, this.id);
    this.finish(undefined);
  }

  /** The server says that it is over. */
  finish(reason: string | undefined): void {
    if (this.#state === 'ended') {
      this.endReason ??= reason;
      return;
    }
    this.endReason = reason;
    this.#last = this.measured;
    this.#media?.stop();
    this.#peer?.close();
    this.#peer = undefined;
    this.#change('ended');
  }

  /** Something of the other side's. What this app does not know is for others. */
  async receive({signal_type: type, signal_data: data}: Signaling): Promise<void> {
    if (this.#state === 'ended') return;
    if (type === 'offer' && !this.isOutgoing) await this.#offered(data as RTCSessionDescriptionInit);
    if (type === 'answer' && this.isOutgoing) await this.#answered(data as RTCSessionDescriptionInit);
    if (type !== 'ice_candidate') return;
    if (this.#peer) await this.#peer.addCandidate(data as RTCIceCandidateInit);
    else this.#early.push(data as RTCIceCandidateInit);
  }

  /** Resolves as soon as it is true; rejects when the call ends before, or after so many milliseconds. */
  until(fits: () => boolean, ms = 30_000, otherwise = `The call is still ${this.#state}.`): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        this.#watchers.delete(look);
        clearTimeout(timer);
        act();
      };
      const look = (): void => {
        if (fits()) settle(resolve);
        else if (this.#state === 'ended') settle(() => reject(new AppError(`The call is over: ${this.endReason ?? 'ended'}.`)));
      };
      const timer = setTimeout(() => settle(() => reject(new AppError(otherwise))), ms);
      this.#watchers.add(look);
      look();
    });
  }

  connected(ms?: number): Promise<void> {
    return this.until(() => this.#state === 'connected', ms);
  }

  ended(ms?: number): Promise<void> {
    return this.until(() => this.#state === 'ended', ms);
  }

  /** Once this person has answered, a further offer looks for another path: on the same connection, or on a new one. */
  async #offered(offer: RTCSessionDescriptionInit): Promise<void> {
    const isNew = certificateOf(offer) !== certificateOf(this.#offer);
    this.#offer = offer;
    this.#look();
    if (!this.#peer) return;
    await this.#signal('answer', await (isNew ? this.#open() : this.#peer).answer(offer));
  }

  async #answered(answer: RTCSessionDescriptionInit): Promise<void> {
    if (this.#state === 'calling') this.#change('connecting');
    await this.#peer?.answered(answer);
  }

  async #accept(): ReturnType<OdooMethods['signal']> {
    const peer = this.#open();
    for (const candidate of this.#early.splice(0)) await peer.addCandidate(candidate);
    return this.#signal('answer', await peer.answer(this.#offer as RTCSessionDescriptionInit));
  }

  #open(): Peer {
    const {media, iceServers} = this.#options;
    this.#peer?.close();
    this.#media ??= media();
    this.#peer = new Peer({
      tracks: this.#media.tracks,
      iceServers,
      candidate: (candidate) => void this.#signal('ice_candidate', candidate).catch(() => undefined),
      connected: () => this.#change('connected'),
      failed: () => void this.end().catch(() => this.finish('connection-failed')),
    });
    return this.#peer;
  }

  #signal(type: string, data: object): ReturnType<OdooMethods['signal']> {
    const sent = this.#sending.then(() => this.#options.methods.signal(this.channel, this.id, type, data));
    this.#sending = sent.catch(() => undefined);
    return sent;
  }

  #change(state: CallState): void {
    if (this.#state === 'ended') return;
    this.#state = state;
    this.#look();
  }

  #look(): void {
    for (const look of [...this.#watchers]) look();
  }
}
