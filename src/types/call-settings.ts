import type {UserStatus} from './configuration.js';

/** What is remembered of one user on this browser, from call to call. */
export interface CallSettings {
  readonly mic: boolean;
  readonly camera: boolean;
  /** Device ids; empty for the browser's default. */
  readonly micId: string;
  readonly cameraId: string;
  readonly speakerId: string;
  /** Where calls ring; empty for where they are heard. */
  readonly ringSpeakerId: string;
  /** How the person said they are; empty while they have not. */
  readonly status: UserStatus | '';
  /** Whether the system may be asked to tell of calls while no page is to be seen. */
  readonly notify: boolean;
  /** They were offered that in a popup already. */
  readonly notifyOffered: boolean;
}

export const DEFAULT_SETTINGS: CallSettings = Object.freeze({
  mic: true,
  camera: true,
  micId: '',
  cameraId: '',
  speakerId: '',
  ringSpeakerId: '',
  status: '',
  notify: true,
  notifyOffered: false,
});

/** One user's settings. Reading and writing never fail: without a working IndexedDB they last as long as the page. */
export interface SettingsStore {
  load(): Promise<CallSettings>;
  save(changes: Partial<CallSettings>): Promise<void>;
}
