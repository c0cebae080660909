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
  /** What is plugged in: kinds, or `kind:id` where it matters which. */
  present: readonly string[] = ['audioinput', 'videoinput'];
  /** Decides what comes of a request; by default both devices work. */
  answer: Answer = (constraints) => this.give(constraints);
  answerScreen: () => Promise<MediaStream> = () => this.give({video: true});

  async give({audio, video}: MediaStreamConstraints): Promise<MediaStream> {
    const ids = [audio && this.#choose('audioinput', audio), video && this.#choose('videoinput', video)];
    const tracks = [audio && audioTrack(), video && videoTrack()].flatMap((track, index) => {
      if (!track) return [];
      track.getSettings = () => ({deviceId: ids[index] as string});
      return [observed(track)];
    });
    this.tracks.push(...tracks);
    return new MediaStream(tracks);
  }

  /** As browsers do: the one that is asked for, or the first where that was no demand. */
  #choose(kind: MediaDeviceKind, constraints: MediaTrackConstraints | true): string {
    const {exact, ideal} = (constraints === true ? {} : (constraints.deviceId ?? {})) as {exact?: string; ideal?: string};
    const ids = this.#list().filter((device) => device.kind === kind).map(({deviceId}) => deviceId);
    if (exact !== undefined && !ids.includes(exact)) throw new DOMException('', 'OverconstrainedError');
    return ids.find((id) => id === (exact ?? ideal)) ?? ids[0] ?? '';
  }

  #list(): {kind: MediaDeviceKind; deviceId: string; label: string}[] {
    return this.present.map((device) => {
      const [kind, deviceId = ''] = device.split(':');
      return {kind: kind as MediaDeviceKind, deviceId, label: deviceId && `The ${deviceId} one`};
    });
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

  async enumerateDevices(): Promise<{kind: MediaDeviceKind; deviceId: string; label: string}[]> {
    return this.#list();
  }

  addEventListener(_: 'devicechange', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_: 'devicechange', listener: () => void): void {
    this.listeners.delete(listener);
  }

  /** Something was plugged in or pulled out. */
  change(...present: string[]): void {
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
