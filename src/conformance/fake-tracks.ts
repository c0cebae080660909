import type {MediaKind} from '../types/media.js';

/** As much of a MediaStreamTrack as calls touch. */
class FakeTrack {
  readonly kind: 'audio' | 'video';
  readonly label: MediaKind;
  readyState: MediaStreamTrackState = 'live';
  enabled = true;

  readonly device: string | undefined;

  constructor(label: MediaKind, device?: string) {
    this.label = label;
    this.device = device;
    this.kind = label === 'mic' ? 'audio' : 'video';
  }

  getSettings(): MediaTrackSettings {
    return this.device === undefined ? {} : {deviceId: this.device};
  }

  stop(): void {
    this.readyState = 'ended';
  }
}

/** As much of a MediaStream as calls touch. */
class FakeStream {
  #tracks: readonly MediaStreamTrack[] = [];

  getTracks(): MediaStreamTrack[] {
    return [...this.#tracks];
  }

  addTrack(track: MediaStreamTrack): void {
    if (!this.#tracks.includes(track)) this.#tracks = [...this.#tracks, track];
  }

  removeTrack(track: MediaStreamTrack): void {
    this.#tracks = this.#tracks.filter((other) => other !== track);
  }
}

export const fakeTrack = (label: MediaKind, device?: string): MediaStreamTrack =>
  new FakeTrack(label, device) as unknown as MediaStreamTrack;

export const fakeStream = (): MediaStream => new FakeStream() as unknown as MediaStream;
