import {CallError} from '../types/call-error.js';
import type {CallErrorCode} from '../types/call-error.js';
import type {CallSettings, SettingsStore} from '../types/call-settings.js';
import type {LocalMedia, LocalMediaListener} from '../types/local-media.js';
import {MEDIA_KINDS} from '../types/media.js';
import type {MediaKind, PerKind} from '../types/media.js';
import {syncStream} from '../util/sync-stream.js';
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

/** This side's microphone, camera and screen during one call. Nothing is opened before `open` or `set`. */
export const createLocalMedia = ({settings, listener, devices = pageDevices()}: LocalMediaOptions): LocalMedia => {
  const preview = new MediaStream();
  const screen = new MediaStream();
  const stop = new AbortController();
  const {signal} = stop;
  /** What the person switched in this call; their word is newer than what is remembered. */
  const pressed = new Set<MediaKind>();
  /** Read ahead, so that an answer asks for the devices in the same task. */
  let remembered: CallSettings | undefined;
  /** The last choice of each kind: those before it are skipped. */
  const chosen: Partial<Record<Recorder, string>> = {};
  let queue: Promise<unknown> = Promise.resolve();

  const changed = (): void => {
    syncStream(preview, [device.camera.track]);
    syncStream(screen, [device.screen.track]);
    listener.changed();
  };

  /** The remembered one, or another; or exactly the one that is named. */
  const recorder =
    (kind: Recorder, id?: string): TrackSource =>
    async () => {
      if (!devices) throw new CallError('insecure-context');
      const last = await settings.load();
      const named = id === undefined ? {settings: last} : {settings: {...last, [`${kind}Id`]: id}, how: 'exact' as const};
      const want = {mic: kind === 'mic', camera: kind === 'camera'};
      return trackOf(await openDevices(want, {devices, signal, ...named}), kind);
    };

  const acquire: PerKind<TrackSource> = {
    mic: recorder('mic'),
    camera: recorder('camera'),
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

  /** The preferred device was plugged in again while another is in use. */
  const prefer = async (kind: Recorder, ids: readonly string[]): Promise<void> => {
    const id = (await settings.load())[`${kind}Id`];
    const now = device[kind].id;
    if (now && now !== id && ids.includes(id)) await device[kind].replace(recorder(kind, id)).catch(() => {});
  };

  let watching = false;
  const watch = (): void => {
    if (watching || !devices) return;
    watching = true;
    watchDevices(devices, signal, (kind, ids) => {
      device[kind].revive();
      queue = queue.then(() => prefer(kind, ids));
    });
  };

  const remember = (changes: Partial<CallSettings>): void => {
    if (remembered) remembered = {...remembered, ...changes};
    void settings.save(changes).catch(() => {});
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

  const use = async (kind: Recorder, id: string): Promise<void> => {
    if (chosen[kind] !== id) return;
    try {
      await device[kind].replace(recorder(kind, id));
    } catch (error) {
      return listener.trouble(error as CallError);
    }
    remember({[`${kind}Id`]: id});
    device[kind].revive();
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
      if (!on) device[kind].off();
      // In the same turn as the press: a screen cannot be asked for later.
      else await device[kind].on();
      if (kind !== 'screen' && (device[kind].state === 'on') === on) remember({[kind]: on});
    },
    use: (kind, id) => {
      chosen[kind] = id;
      const used = queue.then(() => use(kind, id));
      queue = used.catch(() => {});
      return used;
    },
    close: () => {
      stop.abort();
      for (const kind of MEDIA_KINDS) device[kind].close();
      syncStream(preview, []);
      syncStream(screen, []);
    },
  };
};
