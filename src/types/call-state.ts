import type {CallTrouble} from './call-error.js';
import type {CallPhase} from './call-phase.js';
import type {CallEnd} from './end-reason.js';
import {NOTHING_SENT} from './media.js';
import type {CallMedia, DeviceState, PerKind, RemoteMedia} from './media.js';

/** The person at the other end. */
export interface CallPeer {
  /** As the connector names them. */
  readonly id: string;
  /** Their name, or their id where no name is known. Text, never markup. */
  readonly name: string;
  /** A checked URL, or undefined. */
  readonly avatar: string | undefined;
  /** Whether the connector vouches for who they are. */
  readonly identity: 'verified' | 'claimed';
}

/** How the connection to the signalling stands; the `state` of `<call-config>`. */
export type LineState = 'off' | 'connecting' | 'online' | 'offline' | 'error';

/** How sound and picture get to the other side. */
export type CallPath = 'direct' | 'relay';

/** What should be heard is a function of the state; `blocked` says that the browser wants a gesture first. */
export type SoundState = 'quiet' | 'playing' | 'blocked';

/** All that elements may know. Plain, frozen, replaced and never changed. */
export interface CallState {
  readonly phase: CallPhase;
  readonly callId: string | undefined;
  readonly direction: 'outgoing' | 'incoming' | undefined;
  readonly peer: CallPeer | undefined;
  readonly media: CallMedia;
  readonly connector: string | undefined;
  /** Milliseconds since the epoch, from the first moment of being connected. */
  readonly connectedAt: number | undefined;
  /** Stays until the next call begins. */
  readonly end: CallEnd | undefined;
  /** True when the page vetoed `call-incoming`: it shows the ring itself. */
  readonly shownByPage: boolean;
  /** What this side sends. */
  readonly local: PerKind<DeviceState>;
  /** What the other side says it sends. */
  readonly remote: RemoteMedia;
  /** While connected, once it is known. */
  readonly path: CallPath | undefined;
  /** True while too much is lost on the way, or comes too late. */
  readonly weak: boolean;
  readonly line: LineState;
  readonly sound: SoundState;
  /** The last trouble of this call or line; undefined when it is over. */
  readonly trouble: CallTrouble | undefined;
  /** Who the person here is; empty while nobody is signed in. */
  readonly userId: string;
}

export const IDLE_STATE: CallState = Object.freeze({
  phase: 'idle',
  callId: undefined,
  direction: undefined,
  peer: undefined,
  media: 'video',
  connector: undefined,
  connectedAt: undefined,
  end: undefined,
  shownByPage: false,
  local: Object.freeze({mic: 'off', camera: 'off', screen: 'off'}),
  remote: NOTHING_SENT,
  path: undefined,
  weak: false,
  line: 'off',
  sound: 'quiet',
  trouble: undefined,
  userId: '',
});
