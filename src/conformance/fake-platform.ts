import type {CallPlatform} from '../call/platform.js';
import type {CallTicket, TicketStore} from '../types/call-ticket.js';
import {DEFAULT_SETTINGS} from '../types/call-settings.js';
import type {CallSettings, SettingsStore} from '../types/call-settings.js';
import type {LocalMedia, LocalMediaListener} from '../types/local-media.js';
import type {DeviceChoice, DeviceKind} from '../types/media.js';
import type {OutgoingTracks, PeerLink, PeerLinkOptions} from '../protocol/peer-link.js';
import type {SoundListener, Sounds, Tone} from '../types/sounds.js';
import type {Clock} from '../util/clock.js';
import {FakeLink} from './fake-link.js';
import {createFakeMedia} from './fake-media.js';
import type {FakeDevices} from './fake-media.js';
import type {FakeNetwork} from './fake-network.js';

export interface FakePlatformOptions {
  readonly clock: Clock;
  readonly network: FakeNetwork;
  /** Names this device on the network. */
  readonly device: string;
  randomId(): string;
  /** Left by the page before. */
  readonly ticket?: CallTicket | undefined;
  /** Tracks were handed over to be sent. */
  attached?(link: FakeLink, tracks: OutgoingTracks): void;
}

/** One person's browser without a browser: what is open on it and what sounds can be seen from outside. */
export class FakePlatform implements CallPlatform {
  readonly clock: Clock;
  readonly isSupported = true;
  readonly windowName: string = '';
  readonly devices: FakeDevices = {mic: 'allowed', camera: 'allowed', screen: 'allowed', delay: 0};
  readonly links = new Set<FakeLink>();
  readonly media = new Set<LocalMedia>();
  /** Every tone that began, with the URL that replaced it. */
  readonly sounded: string[] = [];
  /** Where it sounds; empty for the system's own choice. */
  speaker = '';
  ringer = '';
  readonly #settings = new Map<string, CallSettings>();
  readonly #options: FakePlatformOptions;
  #tone: Tone | undefined;

  constructor(options: FakePlatformOptions) {
    this.#options = options;
    this.clock = options.clock;
    this.ticket = options.ticket;
  }

  /** What sounds now; the tone after a call is over in no time here. */
  get tone(): Tone | undefined {
    return this.#tone;
  }

  readonly fetch: typeof fetch = async () => Promise.reject(new TypeError('There is no network here.'));

  createLink(options: PeerLinkOptions): PeerLink {
    const {clock, network, device, attached} = this.#options;
    const link: FakeLink = new FakeLink(options, {
      clock,
      network,
      device,
      attached: (tracks) => attached?.(link, tracks),
      closed: () => this.links.delete(link),
    });
    this.links.add(link);
    return link;
  }

  createMedia(settings: SettingsStore, listener: LocalMediaListener): LocalMedia {
    const {clock, devices} = this;
    return createFakeMedia({
      clock,
      devices,
      settings,
      listener,
      opened: (media) => this.media.add(media),
      closed: (media) => this.media.delete(media),
    });
  }

  createSettings(user: string): SettingsStore {
    const settings = (): CallSettings => this.#settings.get(user) ?? DEFAULT_SETTINGS;
    return {
      load: async () => settings(),
      save: async (changes) => void this.#settings.set(user, Object.freeze({...settings(), ...changes})),
    };
  }

  /** As left by the page before, and for the next. */
  ticket: CallTicket | undefined;

  readonly tickets: TicketStore = {
    put: (ticket) => {
      this.ticket = ticket;
      return true;
    },
    take: (user) => {
      const {ticket} = this;
      this.ticket = undefined;
      return ticket?.user === user ? ticket : undefined;
    },
  };

  async listDevices(chosen: Readonly<Record<DeviceKind, string>>): Promise<readonly DeviceChoice[]> {
    return (['mic', 'camera', 'speaker'] as const).flatMap((kind) =>
      [`${kind}-1`, `${kind}-2`].map((id) => ({kind, id, label: '', chosen: (chosen[kind] || `${kind}-1`) === id})),
    );
  }

  createSounds(listener: SoundListener, speaker: () => Promise<string>, ringer = speaker): Sounds {
    const sound: Sounds['tone'] = (tone, options) => {
      if (tone && (tone !== this.#tone || tone === 'hang-up')) this.sounded.push(`${tone} ${options?.url ?? ''}`.trim());
      this.#tone = tone === 'hang-up' ? undefined : tone;
      listener(this.#tone ? 'playing' : 'quiet');
    };
    const reroute = (): void => {
      void speaker().then((id) => (this.speaker = id));
      void ringer().then((id) => (this.ringer = id));
    };
    return {tone: sound, voice: () => undefined, reroute, dispose: () => sound(undefined)};
  }
}
