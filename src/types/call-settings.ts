/** What is remembered of one user on this browser, from call to call. */
export interface CallSettings {
  readonly mic: boolean;
  readonly camera: boolean;
  /** Device ids; empty for the browser's default. */
  readonly micId: string;
  readonly cameraId: string;
  readonly speakerId: string;
}

export const DEFAULT_SETTINGS: CallSettings = Object.freeze({
  mic: true,
  camera: true,
  micId: '',
  cameraId: '',
  speakerId: '',
});

/** One user's settings. Reading and writing never fail: without a working IndexedDB they last as long as the page. */
export interface SettingsStore {
  load(): Promise<CallSettings>;
  save(changes: Partial<CallSettings>): Promise<void>;
}
