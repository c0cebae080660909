import type {TicketStore} from '../types/call-ticket.js';
import type {SettingsStore} from '../types/call-settings.js';
import type {LocalMedia, LocalMediaListener} from '../types/local-media.js';
import type {DeviceChoice, DeviceKind} from '../types/media.js';
import type {PeerLink, PeerLinkOptions} from '../protocol/peer-link.js';
import type {SoundListener, Sounds} from '../types/sounds.js';
import type {Clock} from '../util/clock.js';

/** What a call needs of the world; the browser's is in `browser-engine.ts`, the tests have their own. */
export interface CallPlatform {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Whether this browser can make calls at all. */
  readonly isSupported: boolean;
  createLink(options: PeerLinkOptions): PeerLink;
  createMedia(settings: SettingsStore, listener: LocalMediaListener): LocalMedia;
  createSettings(user: string): SettingsStore;
  /** For the next page of this tab, and for windows that it opens. */
  readonly tickets: TicketStore;
  /** Of the window of its own that this page has for its call; empty for a page that is in a tab like any other. */
  readonly windowName: string;
  /** Each yields the id of the chosen loudspeaker, `ringer` of the one on which calls ring; empty for the system's own. */
  createSounds(listener: SoundListener, speaker: () => Promise<string>, ringer: () => Promise<string>): Sounds;
  /** What there is to choose among, with the ids that are in use or remembered. */
  listDevices(chosen: Readonly<Record<DeviceKind, string>>): Promise<readonly DeviceChoice[]>;
}
