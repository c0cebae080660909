/** What a source of ICE servers gives. */
export interface IceAnswer {
  readonly iceServers: readonly RTCIceServer[];
  /** Seconds that the credentials last. */
  readonly ttl?: number | undefined;
  /** As the server found it: `none` means that it was given none. */
  readonly source?: string | undefined;
}

/** Where ICE servers may come from, in the order in which they are asked. */
export interface IceSources {
  /** For whom they are asked, and over which connector: credentials of one are not for another. */
  readonly owner: string;
  readonly connector?: (() => Promise<IceAnswer>) | undefined;
  /** Answers `{iceServers, ttl?}` or a bare list, for the person who is signed in on this origin. */
  readonly iceUrl?: string | undefined;
  /** Of the page's own configuration. */
  readonly list?: readonly RTCIceServer[] | undefined;
}

/** Which of them gave the answer; `none`: host candidates only. */
export type IceSourceName = 'connector' | 'ice-url' | 'ice-servers' | 'none';
