import type {MessageBodies} from './messages.js';
import type {EndReason} from '../types/end-reason.js';
import type {DeviceState, PerKind, RemoteMedia} from '../types/media.js';

/** The messages that a link exchanges through the signalling. */
export type LinkMessageType = 'offer' | 'answer' | 'candidates' | 'renew';

/** `lost` may come back by itself or by a restart; only time makes it final, and that is the call's to judge. */
export type LinkStatus = 'connecting' | 'connected' | 'lost';

export type OutgoingTracks = PerKind<MediaStreamTrack | undefined>;

export const NO_TRACKS: OutgoingTracks = Object.freeze({mic: undefined, camera: undefined, screen: undefined});

export interface LinkPath {
  readonly local: string;
  readonly remote: string;
  readonly protocol: string;
  readonly roundTripMs: number | undefined;
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
  /** The other side says what it sends. */
  remoteMedia(media: RemoteMedia): void;
  remoteText(text: string): void;
  /** The other side says over the call's own connection that it is over. */
  remoteGone(reason: EndReason): void;
}

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
  sendText(text: string): boolean;
  /** The network changed or a path was lost. */
  renew(): void;
  path(): Promise<LinkPath | undefined>;
  /** `goodbye` tells the other side why, on the call's own connection, faster than signalling can. */
  close(goodbye?: EndReason): void;
}
