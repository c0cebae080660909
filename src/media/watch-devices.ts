import type {Devices} from './devices.js';

const INPUTS = {audioinput: 'mic', videoinput: 'camera'} as const;

/** Tells `found` which kinds of devices are there after each change, until `signal` aborts. */
export const watchDevices = (devices: Devices, signal: AbortSignal, found: (kind: 'mic' | 'camera') => void): void => {
  const look = async (): Promise<void> => {
    const list = await devices.enumerateDevices().catch(() => []);
    if (signal.aborted) return;
    const kinds = new Set(list.map(({kind}) => (kind === 'audiooutput' ? undefined : INPUTS[kind])));
    for (const kind of kinds) if (kind) found(kind);
  };
  const listen = (): void => void look();
  devices.addEventListener('devicechange', listen);
  signal.addEventListener('abort', () => devices.removeEventListener('devicechange', listen), {once: true});
};
