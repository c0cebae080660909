/** When the addresses of this device may be shown to the other side (law 2). */
export const IP_PRIVACY = ['until-accept', 'always', 'off'] as const;
export type IpPrivacy = (typeof IP_PRIVACY)[number];

/** Where calls are shown. */
export const WINDOW_MODES = ['floating', 'inline', 'window'] as const;
export type WindowMode = (typeof WINDOW_MODES)[number];

/** What the person says of themselves; it decides whether a ring may sound. */
export const USER_STATUSES = ['available', 'away', 'busy', 'do-not-disturb', 'invisible'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

/** Everything that `<call-config>` and `configure()` can set; same names as the attributes, in camelCase. */
export interface CallConfiguration {
  /** Who the person here is, as the connector names them. Empty: nobody, the line stays off. */
  readonly userId: string;
  readonly userName: string;
  readonly userAvatar: string;
  readonly status: UserStatus;
  /** Connector for calls out. Empty: `peerjs` where `server` is set, else `local`. */
  readonly connector: string;
  /** Connectors open for calls in. Empty: only the one for calls out. */
  readonly connectors: readonly string[];
  /** URL of the signalling server, relative to the page or absolute. */
  readonly server: string;
  /** URL that gives this user's signed token, for a server that checks them. Empty: a stock PeerServer. */
  readonly tokenUrl: string;
  readonly iceServers: readonly RTCIceServer[];
  /** URL that gives ICE servers for this user. */
  readonly iceUrl: string;
  readonly ipPrivacy: IpPrivacy;
  /** Seconds that the other side may ring. */
  readonly ringTimeout: number;
  /** `none`, a URL, or empty for the built-in tone. */
  readonly ringtone: string;
  /** How the person here must be for a ring to sound; otherwise the popup is silent. */
  readonly ringWhile: readonly UserStatus[];
  readonly windowMode: WindowMode;
  /** URL of the page that `windowMode: 'window'` opens. */
  readonly callPage: string;
}

export const DEFAULT_CONFIGURATION: CallConfiguration = Object.freeze({
  userId: '',
  userName: '',
  userAvatar: '',
  status: 'available',
  connector: '',
  connectors: Object.freeze([]),
  server: '',
  tokenUrl: '',
  iceServers: Object.freeze([]),
  iceUrl: '',
  ipPrivacy: 'until-accept',
  ringTimeout: 45,
  ringtone: '',
  ringWhile: Object.freeze(['available', 'away'] as const),
  windowMode: 'floating',
  callPage: '',
});
