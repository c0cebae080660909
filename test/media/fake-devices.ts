import type {Devices} from '../../src/media/devices.js';

type Answer = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

let sound: AudioContext | undefined;

const audioTrack = (): MediaStreamTrack => {
  sound ??= new AudioContext();
  return sound.createMediaStreamDestination().stream.getAudioTracks()[0]!;
};

const videoTrack = (): MediaStreamTrack => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  return canvas.captureStream().getVideoTracks()[0]!;
};

type Listener = (event: Event) => void;

/** Firefox delivers no event to a track but its own, so the plug is pulled through the book of listeners. */
const listenersOf = new WeakMap<MediaStreamTrack, Set<Listener>>();

const observed = (track: MediaStreamTrack): MediaStreamTrack => {
  const listeners = new Set<Listener>();
  listenersOf.set(track, listeners);
  track.addEventListener = (_: string, listener: Listener) => void listeners.add(listener);
  track.removeEventListener = (_: string, listener: Listener) => void listeners.delete(listener);
  return track;
};

export const refusal = (message = '') => new DOMException(message, 'NotAllowedError');
export const missing = () => new DOMException('', 'NotFoundError');
export const taken = () => new DOMException('', 'NotReadableError');

/** Real tracks from devices that do as they are told, and keep a book of it. */
export class FakeDevices implements Devices {
  /** Every track that was ever given out. */
  readonly tracks: MediaStreamTrack[] = [];
  /** What was asked for, as words: `mic`, `camera`, `mic camera`, `screen`. */
  readonly asked: string[] = [];
  readonly constraints: MediaStreamConstraints[] = [];
  readonly listeners = new Set<() => void>();
  present: MediaDeviceKind[] = ['audioinput', 'videoinput'];
  /** Decides what comes of a request; by default both devices work. */
  answer: Answer = (constraints) => this.give(constraints);
  answerScreen: () => Promise<MediaStream> = () => this.give({video: true});

  give({audio, video}: MediaStreamConstraints): Promise<MediaStream> {
    const tracks = [...(audio ? [audioTrack()] : []), ...(video ? [videoTrack()] : [])].map(observed);
    this.tracks.push(...tracks);
    return Promise.resolve(new MediaStream(tracks));
  }

  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push([constraints.audio && 'mic', constraints.video && 'camera'].filter(Boolean).join(' '));
    this.constraints.push(constraints);
    return this.answer(constraints);
  }

  getDisplayMedia(): Promise<MediaStream> {
    this.asked.push('screen');
    return this.answerScreen();
  }

  enumerateDevices(): Promise<{kind: MediaDeviceKind}[]> {
    return Promise.resolve(this.present.map((kind) => ({kind})));
  }

  addEventListener(_: 'devicechange', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_: 'devicechange', listener: () => void): void {
    this.listeners.delete(listener);
  }

  /** Something was plugged in or pulled out. */
  change(...present: MediaDeviceKind[]): void {
    this.present = present;
    for (const listener of this.listeners) listener();
  }

  /** Requests wait until they are let through, one by one and in any order. */
  hold(): {readonly waiting: (() => void)[]} {
    const waiting: (() => void)[] = [];
    this.answer = (constraints) => new Promise((resolve) => waiting.push(() => resolve(this.give(constraints))));
    return {waiting};
  }

  /** Pulls the plug: the browser ends the track by itself. */
  unplug(track: MediaStreamTrack | undefined): void {
    if (!track) throw new Error('There is nothing to unplug.');
    track.stop();
    for (const listener of [...(listenersOf.get(track) ?? [])]) listener(new Event('ended'));
  }

  /** Tracks that somebody still listens to. */
  get heard(): number {
    return this.tracks.filter((track) => listenersOf.get(track)?.size).length;
  }

  get live(): number {
    return this.tracks.filter(({readyState}) => readyState === 'live').length;
  }
}
