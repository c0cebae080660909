import {CallError} from '../types/call-error.js';
import type {CallErrorCode} from '../types/call-error.js';
import type {DeviceState, MediaKind} from '../types/media.js';
import {mediaError} from './media-error.js';

/** Yields a live track, or undefined when it was given up. Rejects with what the browser, or we, had to say. */
export type TrackSource = () => Promise<MediaStreamTrack | undefined>;

export interface DeviceOptions {
  readonly kind: MediaKind;
  readonly initial: DeviceState;
  /** Off, the device stays open for a quick return; else it is released. */
  readonly staysOpen: boolean;
  /** A track that ends by itself is replaced; else that was the person's own way to end it. */
  readonly replaces: boolean;
  readonly acquire: TrackSource;
  readonly changed: () => void;
  readonly lost: (error: CallError) => void;
}

/** One microphone, camera or screen through a call. The last wish wins, and no track outlives its reason. */
export interface Device {
  readonly state: DeviceState;
  /** What is to be sent; undefined unless on. */
  readonly track: MediaStreamTrack | undefined;
  /** Settles when on, no longer wanted, or (rejected with a CallError) impossible. */
  on(source?: TrackSource): Promise<void>;
  off(): void;
  /** Which one is open, as the browser calls it; sent or not. */
  readonly id: string | undefined;
  /**
   * While on, takes another source's track once it is there; rejects with a CallError when there is none, and keeps what it
   * has. Else only lets go of what it holds open, so that the next wish opens anew.
   */
  replace(from: TrackSource): Promise<void>;
  /** Something like it was plugged in: what is unavailable may be had again. */
  revive(): void;
  close(): void;
}

/** A press may well succeed the next time. */
const PASSING: readonly CallErrorCode[] = ['permission-dismissed', 'screen-denied'];

/** Another device may help. */
const CURABLE: readonly CallErrorCode[] = ['no-mic', 'no-camera', 'device-busy'];

export const createDevice = (options: DeviceOptions): Device => {
  const {kind, acquire, changed} = options;
  let state = options.initial;
  let wanted = false;
  let closed = false;
  let source: MediaStreamTrack | undefined;
  let opening: Promise<void> | undefined;
  let curable = false;
  /** It ended by itself while it was on, and has not come back. */
  let missed = false;

  const become = (next: DeviceState): void => {
    if (closed || state === next) return;
    state = next;
    changed();
  };

  const release = (): void => {
    source?.removeEventListener('ended', ended);
    source?.stop();
    source = undefined;
  };

  /** Fired by the world only, never by our own `stop()`. */
  const ended = (): void => {
    release();
    if (!wanted) return;
    if (!options.replaces) return off();
    missed = true;
    void on().catch(() => {});
    options.lost(new CallError('device-lost'));
  };

  const arrive = (track: MediaStreamTrack | undefined): void => {
    if (closed || !wanted || source) return track?.stop();
    if (!track) return off();
    if (track.readyState === 'ended') throw new DOMException('The track was over on arrival.', 'NotReadableError');
    missed = false;
    source = track;
    track.addEventListener('ended', ended);
    become('on');
  };

  const fail = (error: unknown): void => {
    if (closed || !wanted) return;
    const trouble = mediaError(error, kind);
    curable = CURABLE.includes(trouble.code);
    wanted = false;
    become(PASSING.includes(trouble.code) ? 'off' : 'unavailable');
    throw trouble;
  };

  const open = async (from: TrackSource): Promise<void> => {
    // `opening` is cleared before the outcome is told: whoever then presses again begins anew.
    try {
      const track = await from();
      opening = undefined;
      arrive(track);
    } catch (error) {
      opening = undefined;
      fail(error);
    }
  };

  const on = async (from: TrackSource = acquire): Promise<void> => {
    if (closed) return;
    wanted = true;
    if (source) {
      source.enabled = true;
      return become('on');
    }
    become('pending');
    // Several presses share one opening, so that no second prompt appears.
    return (opening ??= open(from));
  };

  const replace = async (from: TrackSource): Promise<void> => {
    await opening?.catch(() => {});
    if (state !== 'on') return release();
    try {
      const track = await from();
      if (!track) return;
      release();
      // Not told: the other side sees one picture after the other.
      if (wanted) state = 'pending';
      arrive(track);
    } catch (error) {
      const trouble = mediaError(error, kind);
      if (closed || !wanted) return;
      if (trouble.code !== 'device-busy') throw trouble;
      // A phone opens one camera at a time.
      release();
      await on(from).catch(async () => {
        await on();
        throw trouble;
      });
    }
  };

  const off = (): void => {
    wanted = false;
    missed = false;
    if (!options.staysOpen) release();
    // Not sent, and not recorded either: some browsers put the device's light out for this.
    if (source) source.enabled = false;
    if (state !== 'unavailable') become('off');
  };

  return {
    get state() {
      return state;
    },
    get track() {
      return state === 'on' ? source : undefined;
    },
    get id() {
      return source?.getSettings().deviceId;
    },
    on,
    off,
    replace,
    revive: () => {
      if (state !== 'unavailable' || !curable) return;
      // Only what was on comes back by itself; nobody is recorded, or asked, who has not wished it.
      if (missed) void on().catch(() => {});
      else become('off');
    },
    close: () => {
      closed = true;
      wanted = false;
      state = 'off';
      release();
    },
  };
};
