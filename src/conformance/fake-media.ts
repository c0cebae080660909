import {CallError} from '../types/call-error.js';
import type {CallErrorCode} from '../types/call-error.js';
import type {SettingsStore} from '../types/call-settings.js';
import type {LocalMedia, LocalMediaListener} from '../types/local-media.js';
import {MEDIA_KINDS} from '../types/media.js';
import type {DeviceState, MediaKind, PerKind} from '../types/media.js';
import type {Clock} from '../util/clock.js';
import {syncStream} from '../util/sync-stream.js';
import {fakeStream, fakeTrack} from './fake-tracks.js';

/** What this person's browser says when a device is wanted; a test may change it between two wishes. */
export interface FakeDevices {
  mic: 'allowed' | 'denied' | 'missing';
  camera: 'allowed' | 'denied' | 'missing';
  screen: 'allowed' | 'denied' | 'missing';
  /** Milliseconds until it says so; 0 for at once. */
  delay: number;
}

const REFUSALS: PerKind<{readonly denied: CallErrorCode; readonly missing: CallErrorCode}> = {
  mic: {denied: 'mic-denied', missing: 'no-mic'},
  camera: {denied: 'camera-denied', missing: 'no-camera'},
  screen: {denied: 'screen-denied', missing: 'screen-unsupported'},
};

export interface FakeMediaOptions {
  readonly clock: Clock;
  readonly devices: FakeDevices;
  readonly settings: SettingsStore;
  readonly listener: LocalMediaListener;
  /** Devices were asked for. */
  opened(media: LocalMedia): void;
  closed(media: LocalMedia): void;
}

/** Local media without devices: grants, refuses and takes its time as it is told. */
export const createFakeMedia = ({clock, devices, settings, listener, opened, closed}: FakeMediaOptions): LocalMedia => {
  const preview = fakeStream();
  const screen = fakeStream();
  const tracks: Record<MediaKind, MediaStreamTrack | undefined> = {mic: undefined, camera: undefined, screen: undefined};
  const states: Record<MediaKind, DeviceState> = {mic: 'off', camera: 'off', screen: 'off'};
  const prompts: (() => void)[] = [];
  let isClosed = false;

  const put = (kind: MediaKind, state: DeviceState, device?: string): void => {
    states[kind] = state;
    tracks[kind]?.stop();
    tracks[kind] = state === 'on' ? fakeTrack(kind, device) : undefined;
    syncStream(preview, [tracks.camera]);
    syncStream(screen, [tracks.screen]);
    listener.changed();
  };
  const answered = async (): Promise<void> => {
    if (devices.delay > 0) await new Promise<void>((resolve) => prompts.push(clock.after(devices.delay, resolve)));
  };

  const acquire = async (kind: MediaKind): Promise<void> => {
    put(kind, 'pending');
    await answered();
    if (isClosed || states[kind] !== 'pending') return;
    const answer = devices[kind];
    put(kind, answer === 'allowed' ? 'on' : answer === 'denied' ? 'off' : 'unavailable');
    if (answer !== 'allowed') throw new CallError(REFUSALS[kind][answer]);
  };

  const media: LocalMedia = {
    get states() {
      return Object.freeze({...states});
    },
    get tracks() {
      return Object.freeze({...tracks});
    },
    preview,
    screen,
    prepare: () => undefined,
    open: async (want) => {
      if (isClosed) return;
      opened(media);
      const remembered = await settings.load();
      if (isClosed) return;
      const kinds = (['mic', 'camera'] as const).filter((kind) => want[kind] && remembered[kind]);
      const results = await Promise.allSettled(kinds.map(acquire));
      for (const result of results) {
        if (result.status === 'fulfilled') continue;
        const error = CallError.from(result.reason, 'device-busy');
        if (error.code === 'mic-denied') throw error;
        listener.trouble(error);
      }
    },
    set: async (kind, on) => {
      if (isClosed) return;
      opened(media);
      if (kind !== 'screen') void settings.save({[kind]: on});
      if (!on) put(kind, 'off');
      else if (states[kind] !== 'on') await acquire(kind);
    },
    use: async (kind, deviceId) => {
      if (!isClosed && states[kind] === 'on') {
        await answered();
        if (devices[kind] !== 'allowed') return listener.trouble(new CallError(REFUSALS[kind][devices[kind]]));
        if (!isClosed && states[kind] === 'on') put(kind, 'on', deviceId);
      }
      await settings.save({[`${kind}Id`]: deviceId});
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      for (const cancel of prompts) cancel();
      for (const kind of MEDIA_KINDS) tracks[kind]?.stop();
      closed(media);
    },
  };
  return media;
};
