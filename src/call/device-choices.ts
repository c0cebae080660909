import type {SettingsStore} from '../types/call-settings.js';
import type {LocalMedia} from '../types/local-media.js';
import type {DeviceChoice, DeviceKind} from '../types/media.js';
import type {EngineHost} from './engine-host.js';
import type {CallPlatform} from './platform.js';

export interface DeviceChoicesOptions {
  /** Says whose choices they are. */
  readonly host: EngineHost;
  readonly platform: CallPlatform;
  /** Of the call that is on. */
  media(): LocalMedia | undefined;
  sounds(): {reroute(): void};
}

/** What the person can choose among, and what comes of a choice: at once in a call, and at the next one. */
export class DeviceChoices {
  readonly #options: DeviceChoicesOptions;
  readonly #stores = new Map<string, SettingsStore>();

  constructor(options: DeviceChoicesOptions) {
    this.#options = options;
  }

  /** What is remembered of the person. */
  get settings(): SettingsStore {
    const {host, platform} = this.#options;
    const {userId} = host.configuration;
    const known = this.#stores.get(userId) ?? platform.createSettings(userId);
    this.#stores.set(userId, known);
    return known;
  }

  async speaker(): Promise<string> {
    return (await this.settings.load()).speakerId;
  }

  /** Where calls ring: where they are heard, unless the person said otherwise. */
  async ringer(): Promise<string> {
    const {ringSpeakerId, speakerId} = await this.settings.load();
    return ringSpeakerId || speakerId;
  }

  async list(): Promise<readonly DeviceChoice[]> {
    const {micId, cameraId, speakerId, ringSpeakerId} = await this.settings.load();
    const {mic, camera} = this.#options.media()?.tracks ?? {};
    return this.#options.platform.listDevices({
      mic: mic?.getSettings().deviceId ?? micId,
      camera: camera?.getSettings().deviceId ?? cameraId,
      speaker: speakerId,
      ringer: ringSpeakerId,
    });
  }

  async choose(kind: DeviceKind, id: string): Promise<void> {
    const media = this.#options.media();
    if (media && (kind === 'mic' || kind === 'camera')) return media.use(kind, id);
    await this.settings.save({[kind === 'ringer' ? 'ringSpeakerId' : `${kind}Id`]: id});
    this.#options.sounds().reroute();
  }
}
