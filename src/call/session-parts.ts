import type {MessageType} from '../protocol/messages.js';
import type {CallError} from '../types/call-error.js';
import type {CallPeer} from '../types/call-state.js';
import type {CallTicketDevices} from '../types/call-ticket.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {LocalMedia} from '../types/local-media.js';
import type {CallMedia, TextKind} from '../types/media.js';
import type {CallSession} from './call-session.js';
import type {CallPlatform} from './platform.js';

/** What a session needs of the engine that runs it. */
export interface SessionHost {
  readonly platform: CallPlatform;
  readonly configuration: CallConfiguration;
  iceServers(fresh: boolean): Promise<readonly RTCIceServer[]>;
  createMedia(): LocalMedia;
  /** The person here, or the page's policy, forbade the microphone. */
  denied(media: LocalMedia, error: unknown): void;
  /** To one endpoint, or to all of the peer's. */
  send(session: CallSession, endpoint: string | undefined, type: MessageType, body: object, seq: number, ack: number): void;
  /** Phase, devices or the other side's media changed. */
  changed(session: CallSession): void;
  trouble(error: CallError, recoverable: boolean): void;
  text(text: string, kind: TextKind): void;
  isOnline(): boolean;
}

export interface SessionOptions {
  readonly id: string;
  readonly peer: CallPeer;
  readonly media: CallMedia;
  readonly connector: string;
  /** The page before this one left it to this page; without, it begins here. */
  readonly resumed?: Resumed | undefined;
}

/** What the page before this one knew of a call. */
export interface Resumed {
  /** All endpoints under which the other side may know this page. */
  readonly was: readonly string[];
  /** The other side's that counts. */
  readonly endpoint: string | undefined;
  readonly connectedAt: number | undefined;
  /** What was switched on there. */
  readonly devices: CallTicketDevices;
}
