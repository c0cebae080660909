import type {Devices} from './devices.js';

const INPUTS = {mic: 'audioinput', camera: 'videoinput'} as const;

/** Tells `found`, after each change, the ids of each kind of device that is there, until `signal` aborts. */
export const watchDevices = (
  devices: Devices,
  signal: AbortSignal,
  found: (kind: 'mic' | 'camera', ids: readonly string[]) => void,
): void => {
  const look = async (): Promise<void> => {
    const list = await devices.enumerateDevices().catch(() => []);
    for (const kind of ['mic', 'camera'] as const) {
      const ids = list.filter((device) => device.kind === INPUTS[kind]).map(({deviceId}) => deviceId);
      if (ids.length && !signal.aborted) found(kind, ids);
    }
  };
  const listen = (): void => void look();
  devices.addEventListener('devicechange', listen);
  signal.addEventListener('abort', () => devices.removeEventListener('devicechange', listen), {once: true});
};
