import type {DeviceChoice, DeviceKind} from '../types/media.js';
import {pageDevices} from './devices.js';

const KINDS = {mic: 'audioinput', camera: 'videoinput', speaker: 'audiooutput', ringer: 'audiooutput'} as const;

/** Calls ring where they are heard. */
const SAME = {deviceId: '', label: ''};

/**
 * The devices that can be chosen, without asking the person. Of each kind that is there one is chosen: the named one, or
 * else the first, which is the browser's own choice.
 */
export const listDevices = async (
  chosen: Readonly<Record<DeviceKind, string>>,
  devices = pageDevices(),
): Promise<readonly DeviceChoice[]> => {
  const all = (await devices?.enumerateDevices().catch(() => [])) ?? [];
  const listOf = (kind: DeviceKind): readonly DeviceChoice[] => {
    const isHeard = KINDS[kind] === 'audiooutput';
    if (isHeard && !('setSinkId' in HTMLMediaElement.prototype)) return [];
    // Those whose kind was never allowed have no id.
    const there = all.filter((device) => device.kind === KINDS[kind] && device.deviceId);
    if (kind === 'ringer' && there.length < 2) return [];
    const found = kind === 'ringer' ? [SAME, ...there] : there;
    const at = found.findIndex(({deviceId}) => deviceId === chosen[kind]);
    return found.map(({deviceId: id, label}, index) => Object.freeze({kind, id, label, chosen: index === Math.max(0, at)}));
  };
  return Object.freeze((['mic', 'camera', 'speaker', 'ringer'] as const).flatMap(listOf));
};
