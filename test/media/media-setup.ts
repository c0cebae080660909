import {createLocalMedia} from '../../src/media/local-media.js';
import type {CallError, CallErrorCode} from '../../src/types/call-error.js';
import {DEFAULT_SETTINGS} from '../../src/types/call-settings.js';
import type {CallSettings, SettingsStore} from '../../src/types/call-settings.js';
import {FakeDevices} from './fake-devices.js';

/** Local media over devices that do as they are told, with a memory of its own. */
export const setup = (remembered: Partial<CallSettings> = {}, devices = new FakeDevices()) => {
  let settings: CallSettings = {...DEFAULT_SETTINGS, ...remembered};
  const saved: Partial<CallSettings>[] = [];
  const store: SettingsStore = {
    load: async () => settings,
    save: async (changes) => {
      saved.push(changes);
      settings = {...settings, ...changes};
    },
  };
  const troubles: CallErrorCode[] = [];
  const seen: string[] = [];
  const media = createLocalMedia({
    settings: store,
    listener: {
      changed: () => void seen.push(Object.values(media.states).join(' ')),
      trouble: ({code}) => void troubles.push(code),
    },
    devices,
  });
  const sent = () => (['mic', 'camera', 'screen'] as const).filter((kind) => media.tracks[kind]).join(' ');
  return {media, devices, saved, troubles, seen, store, sent};
};

/** Which error it ends in. */
export const rejected = (promise: Promise<unknown>): Promise<CallErrorCode | 'resolved'> =>
  promise.then(() => 'resolved' as const, (error: CallError) => error.code);
