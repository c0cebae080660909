import type {MessageBodies} from './messages.js';
import type {CallPath} from '../types/call-state.js';
import type {EndReason} from '../types/end-reason.js';
import type {DeviceState, PerKind, RemoteMedia, TextKind} from '../types/media.js';

/** The messages that a link exchanges through the signalling. */
export type LinkMessageType = 'offer' | 'answer' | 'candidates' | 'renew';

/** `lost` may come back by itself or by a restart; only time makes it final, and that is the call's to judge. */
export type LinkStatus = 'connecting' | 'connected' | 'lost';

export type OutgoingTracks = PerKind<MediaStreamTrack | undefined>;

export const NO_TRACKS: OutgoingTracks = Object.freeze({mic: undefined, camera: undefined, screen: undefined});

/** The path in use, by its candidates' types. */
export interface LinkPath {
  readonly local: string;
  readonly remote: string;
  /** What leaves this device: of a relayed path, how it gets to the relay. */
  readonly protocol: string;
  readonly roundTripMs: number | undefined;
  /** Packets of sound and picture so far. */
  readonly received: number;
  readonly lost: number;
}

/** What a person may be told of a path that carries. */
export interface LinkHealth {
  readonly path: CallPath | undefined;
  readonly weak: boolean;
}

/** What was seen since a path was first looked for or was last lost, without a host, an address or a name. */
export interface SearchFacts {
  /** ICE servers that are in use, counted by scheme and transport: `turn:udp`. */
  readonly servers: Readonly<Record<string, number>>;
  readonly policy: LinkPolicy;
  /** Types of candidates of this side, and of the other. */
  readonly gathered: ReadonlySet<string>;
  readonly heard: ReadonlySet<string>;
  /** What servers failed with, counted by kind and code: `turn:udp 401`. */
  readonly errors: Readonly<Record<string, number>>;
  /** A relay refused its credentials; one said anything else of its own, such as that it is full. */
  readonly refused: boolean;
  readonly reached: boolean;
  /** The other side had its say in this search. */
  readonly answered: boolean;
}

export interface LinkReport {
  readonly search: SearchFacts;
  /** As of the last look, a few seconds ago at most while it carries. */
  readonly last: {readonly path: LinkPath; readonly loss: number} | undefined;
}

export interface PeerLinkOptions {
  /** The caller makes every offer of a call, restarts included; the callee asks for one with `renew`. */
  readonly role: 'offerer' | 'answerer';
  /** ICE servers; `fresh` before a restart. */
  iceServers(fresh: boolean): Promise<readonly RTCIceServer[]>;
  /** How much of this device's address may be gathered now. `none`: the offer waits for `widen`. */
  readonly policy: LinkPolicy;
  send<T extends LinkMessageType>(type: T, body: MessageBodies[T]): void;
  status(status: LinkStatus): void;
  /** The path that carries is another, or carries worse or better. */
  health(health: LinkHealth): void;
  /** The other side says what it sends. */
  remoteMedia(media: RemoteMedia): void;
  remoteText(text: string, kind: TextKind): void;
  /** The other side says over the call's own connection that it is over. */
  remoteGone(reason: EndReason): void;
  /** It says there that its page goes away for a moment. */
  remoteAway(): void;
}

/** The last word on a call's own connection: why it is over, or that this page will be back. */
export type Goodbye = EndReason | 'away';

export type LinkPolicy = 'all' | 'relay' | 'none';

/**
 * One connection to one endpoint of the other person. It is negotiated with transceivers that have no track, so
 * that nothing can flow until `attach` (law 1); no message from the other side calls `attach`.
 */
export interface PeerLink {
  readonly remote: MediaStream;
  readonly remoteScreen: MediaStream;
  receive<T extends LinkMessageType>(type: T, body: MessageBodies[T]): void;
  /** Allows what was held back; a connection that was relayed so far looks for a direct path. */
  widen(policy: LinkPolicy): void;
  /** Sends these tracks, now and on whatever connection replaces this one. */
  attach(tracks: OutgoingTracks): void;
  /** Says what this side sends. */
  tell(states: PerKind<DeviceState>): void;
  /** False when there is no way to send it. */
  sendText(text: string, kind?: TextKind): boolean;
  /** The network changed or a path was lost. */
  renew(): void;
  path(): Promise<LinkPath | undefined>;
  readonly report: LinkReport;
  /** `goodbye` tells the other side why, on the call's own connection, faster than signalling can. */
  close(goodbye?: Goodbye): void;
}
