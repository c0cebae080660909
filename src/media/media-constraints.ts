import type {CallSettings} from '../types/call-settings.js';

/** Which devices to open. */
export interface WantedDevices {
  readonly mic: boolean;
  readonly camera: boolean;
}

/** A remembered device is a preference: one that was left at home must not spoil the call. One just chosen is a demand. */
export type Insistence = 'ideal' | 'exact';

const one = (id: string, how: Insistence): {deviceId?: ConstrainDOMString} => (id ? {deviceId: {[how]: id}} : {});

/** What to ask `getUserMedia` for. A kind that is not wanted is not mentioned. */
export const mediaConstraints = (want: WantedDevices, settings: CallSettings, how: Insistence = 'ideal'): MediaStreamConstraints => ({
  ...(want.mic && {
    audio: {...one(settings.micId, how), echoCancellation: true, noiseSuppression: true, autoGainControl: true},
  }),
  ...(want.camera && {
    video: {...one(settings.cameraId, how), width: {ideal: 1280}, height: {ideal: 720}, frameRate: {ideal: 30, max: 30}},
  }),
});
