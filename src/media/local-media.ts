import {CallError} from '../types/call-error.js';
import type {CallErrorCode} from '../types/call-error.js';
import type {CallSettings, SettingsStore} from '../types/call-settings.js';
import type {LocalMedia, LocalMediaListener} from '../types/local-media.js';
import {MEDIA_KINDS} from '../types/media.js';
import type {MediaKind, PerKind} from '../types/media.js';
import {createDevice} from './device.js';
import type {Device, TrackSource} from './device.js';
import {pageDevices} from './devices.js';
import type {Devices} from './devices.js';
import type {WantedDevices} from './media-constraints.js';
import {openDevices} from './open-devices.js';
import type {OpenedDevices} from './open-devices.js';
import {openScreen} from './open-screen.js';
import {watchDevices} from './watch-devices.js';

export interface LocalMediaOptions {
  readonly settings: SettingsStore;
  readonly listener: LocalMediaListener;
  /** The page's own by default. */
  readonly devices?: Devices | undefined;
}

type Recorder = 'mic' | 'camera';

/** Somebody, or the page, said no to the microphone: there is no call without their consent. */
const FORBIDDEN: readonly CallErrorCode[] = ['mic-denied', 'permission-dismissed', 'policy-blocked'];

const trackOf = (opened: OpenedDevices, kind: Recorder): MediaStreamTrack | undefined => {
  const found = opened[kind];
  if (found instanceof CallError) throw found;
  return found;
};

const show = (stream: MediaStream, track: MediaStreamTrack | undefined): void => {
  for (const other of stream.getTracks()) if (other !== track) stream.removeTrack(other);
  if (track) stream.addTrack(track);
};

/** This side's microphone, camera and screen during one call. Nothing is opened before `open` or `set`. */
export const createLocalMedia = ({settings, listener, devices = pageDevices()}: LocalMediaOptions): LocalMedia => {
  const preview = new MediaStream();
  const screen = new MediaStream();
  const stop = new AbortController();
  const {signal} = stop;
  /** What the person switched in this call; their word is newer than what is remembered. */
  const pressed = new Set<MediaKind>();
  let queue = Promise.resolve();
  /** Read ahead, so that an answer asks for the devices in the same task. */
  let remembered: CallSettings | undefined;

  const changed = (): void => {
    show(preview, device.camera.track);
    show(screen, device.screen.track);
    listener.changed();
  };

  const record = async (want: WantedDevices): Promise<OpenedDevices> => {
    if (!devices) throw new CallError('insecure-context');
    return openDevices(want, {devices, settings: await settings.load(), signal});
  };

  const acquire: PerKind<TrackSource> = {
    mic: async () => trackOf(await record({mic: true, camera: false}), 'mic'),
    camera: async () => trackOf(await record({mic: false, camera: true}), 'camera'),
    screen: async () => {
      if (!devices) throw new CallError('insecure-context');
      return openScreen(devices);
    },
  };

  const make = (kind: MediaKind): Device =>
    createDevice({
      kind,
      initial: devices && (kind !== 'screen' || devices.getDisplayMedia) ? 'off' : 'unavailable',
      staysOpen: kind === 'mic',
      replaces: kind !== 'screen',
      acquire: acquire[kind],
      changed,
      lost: (error) => listener.trouble(error),
    });
  const device: PerKind<Device> = {mic: make('mic'), camera: make('camera'), screen: make('screen')};

  let watching = false;
  const watch = (): void => {
    if (watching || !devices) return;
    watching = true;
    watchDevices(devices, signal, (kind) => device[kind].revive());
  };

  const remember = (kind: MediaKind, on: boolean): void => {
    if (kind !== 'screen') void settings.save({[kind]: on}).catch(() => {});
  };

  const open = async (want: WantedDevices, last: CallSettings): Promise<void> => {
    if (signal.aborted) return;
    if (!devices) return listener.trouble(new CallError('insecure-context'));
    watch();
    const isWanted = (kind: Recorder): boolean =>
      want[kind] && last[kind] && !pressed.has(kind) && !['on', 'pending'].includes(device[kind].state);
    const now = {mic: isWanted('mic'), camera: isWanted('camera')};
    const opened = openDevices(now, {devices, settings: last, signal});
    const failureOf = async (kind: Recorder): Promise<CallError | undefined> => {
      if (!now[kind]) return undefined;
      const on = device[kind].on(async () => trackOf(await opened, kind));
      return on.then(() => undefined, (error: CallError) => error);
    };
    const [mic, camera] = await Promise.all([failureOf('mic'), failureOf('camera')]);
    if (mic && FORBIDDEN.includes(mic.code)) throw mic;
    // The last one told is the one that stays to be read: not to be heard is worse than not to be seen.
    for (const failure of [camera, mic]) if (failure) listener.trouble(failure);
  };

  const perKind = <T>(read: (one: Device) => T): PerKind<T> =>
    Object.freeze({mic: read(device.mic), camera: read(device.camera), screen: read(device.screen)});

  return {
    get states() {
      return perKind(({state}) => state);
    },
    get tracks() {
      return perKind(({track}) => track);
    },
    preview,
    screen,
    prepare: () => {
      void settings.load().then((last) => (remembered = last));
    },
    open: (want) => {
      const last = remembered;
      remembered = undefined;
      const opened = last ? open(want, last) : queue.then(async () => open(want, await settings.load()));
      queue = opened.catch(() => {});
      return opened;
    },
    set: async (kind, on) => {
      if (signal.aborted) return;
      pressed.add(kind);
      watch();
      if (!on) {
        device[kind].off();
        return remember(kind, false);
      }
      // In the same turn as the press: a screen cannot be asked for later.
      await device[kind].on();
      if (device[kind].state === 'on') remember(kind, true);
    },
    close: () => {
      stop.abort();
      for (const kind of MEDIA_KINDS) device[kind].close();
      show(preview, undefined);
      show(screen, undefined);
    },
  };
};
