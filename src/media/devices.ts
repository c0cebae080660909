/** The part of `navigator.mediaDevices` that a call uses. */
export interface Devices {
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  /** Missing on phones. */
  getDisplayMedia?(options?: DisplayMediaStreamOptions): Promise<MediaStream>;
  enumerateDevices(): Promise<readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[]>;
  addEventListener(type: 'devicechange', listener: () => void): void;
  removeEventListener(type: 'devicechange', listener: () => void): void;
}

/** This page's devices; undefined where the page is not served securely. */
export const pageDevices = (): Devices | undefined =>
  (globalThis.navigator as Partial<Navigator> | undefined)?.mediaDevices;
