import type {PeerLink} from '../protocol/peer-link.js';
import {MEDIA_KINDS, NOTHING_SENT} from '../types/media.js';
import type {MediaKind, RemoteMedia} from '../types/media.js';
import type {Clock} from '../util/clock.js';
import {syncStream} from '../util/sync-stream.js';
import {createArrival} from './create-arrival.js';
import {NO_LINES} from './lines.js';
import type {Lines} from './lines.js';

/** Milliseconds between two looks at what arrives. */
const PERIOD = 100;

type Streams = Pick<PeerLink, 'remote' | 'remoteScreen'>;

/**
 * Shows what the other side sends, and tells what that is: by its own word or, for as long as it has not said one, by
 * what arrives. Stacks other than ours never say one.
 */
export class RemoteShow {
  readonly #streams: Streams;
  readonly #clock: Clock;
  readonly #tell: (media: RemoteMedia) => void;
  readonly #arrivals = new Map<RTCRtpReceiver, () => boolean>();
  #lines = NO_LINES;
  #told = NOTHING_SENT;
  #hasWord = false;
  #cancel: (() => void) | undefined;

  constructor(streams: Streams, clock: Clock, tell: (media: RemoteMedia) => void) {
    this.#streams = streams;
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Voice and camera together and the screen by itself, as the lines of a connection have them; none without. */
  lines(lines: Lines = NO_LINES): void {
    this.#lines = lines;
    const receivers = MEDIA_KINDS.map((kind) => lines[kind]?.receiver);
    const [voice, camera, screen] = receivers.map((receiver) => receiver?.track);
    syncStream(this.#streams.remote, [voice, camera]);
    syncStream(this.#streams.remoteScreen, [screen]);
    for (const receiver of this.#arrivals.keys()) if (!receivers.includes(receiver)) this.#forget(receiver);
    if (!this.#hasWord) MEDIA_KINDS.forEach((kind, line) => this.#watch(kind, receivers[line]));
  }

  /** The other side says what it sends. */
  said(media: RemoteMedia): void {
    this.#hasWord = true;
    this.#rest();
    this.#tell(media);
  }

  close(): void {
    this.lines();
    this.#rest();
  }

  /** Nothing is looked at before something arrives. */
  #watch(kind: MediaKind, receiver: RTCRtpReceiver | undefined): void {
    if (!receiver || this.#arrivals.has(receiver)) return;
    this.#arrivals.set(receiver, createArrival(receiver, kind, this.#clock));
    receiver.track.addEventListener('unmute', this.#wake);
    if (!receiver.track.muted) this.#wake();
  }

  #forget(receiver: RTCRtpReceiver): void {
    this.#arrivals.delete(receiver);
    receiver.track.removeEventListener('unmute', this.#wake);
  }

  readonly #wake = (): void => {
    this.#cancel ??= this.#clock.after(PERIOD, this.#look);
  };

  readonly #look = (): void => {
    this.#cancel = this.#clock.after(PERIOD, this.#look);
    const [mic, camera, screen] = MEDIA_KINDS.map((kind) => this.#arrives(this.#lines[kind]?.receiver)) as [boolean, boolean, boolean];
    const now = {mic, camera, screen};
    if (MEDIA_KINDS.every((kind) => now[kind] === this.#told[kind])) return;
    this.#told = Object.freeze(now);
    this.#tell(now);
  };

  #arrives(receiver: RTCRtpReceiver | undefined): boolean {
    return (receiver && this.#arrivals.get(receiver)?.()) ?? false;
  }

  #rest(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    for (const receiver of this.#arrivals.keys()) this.#forget(receiver);
  }
}
