import type {CallSettings} from '../types/call-settings.js';

/** Which devices to open. */
export interface WantedDevices {
  readonly mic: boolean;
  readonly camera: boolean;
}

/** A preference and no demand: a device that was left at home must not spoil the call. */
const preferred = (id: string): {deviceId?: ConstrainDOMString} => (id ? {deviceId: {ideal: id}} : {});

/** What to ask `getUserMedia` for. A kind that is not wanted is not mentioned. */
export const mediaConstraints = (want: WantedDevices, settings: CallSettings): MediaStreamConstraints => ({
  ...(want.mic && {
    audio: {...preferred(settings.micId), echoCancellation: true, noiseSuppression: true, autoGainControl: true},
  }),
  ...(want.camera && {
    video: {...preferred(settings.cameraId), width: {ideal: 1280}, height: {ideal: 720}, frameRate: {ideal: 30, max: 30}},
  }),
});
