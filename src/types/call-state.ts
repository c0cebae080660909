import type {CallTrouble} from './call-error.js';
import type {CallPhase} from './call-phase.js';
import type {UserStatus} from './configuration.js';
import type {ConnectorOffer} from './connector-offer.js';
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

/** A call that rings behind the first one. */
export interface WaitingCall {
  readonly callId: string;
  readonly peer: CallPeer;
  readonly media: CallMedia;
  readonly connector: string;
  /** The page vetoed `call-incoming`: it shows this one itself. */
  readonly shownByPage: boolean;
}

/** The call that another tab or window of this browser has; a user has one at a time. */
export interface CallElsewhere {
  readonly callId: string;
  readonly phase: CallPhase;
  /** The other person's id and name. */
  readonly peer: {readonly id: string; readonly name: string};
  /** `window` is one of its own, by this name, which can be brought to the front. */
  readonly place: 'tab' | 'window';
  readonly windowName: string;
}

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
  /** Calls that ring behind this one, in the order in which they came. */
  readonly waiting: readonly WaitingCall[];
  /** The call that another tab of this person has. */
  readonly elsewhere: CallElsewhere | undefined;
  /** What this side sends. */
  readonly local: PerKind<DeviceState>;
  /** What the other side says it sends. */
  readonly remote: RemoteMedia;
  /** While connected, once it is known. */
  readonly path: CallPath | undefined;
  /** True while too much is lost on the way, or comes too late. */
  readonly weak: boolean;
  readonly line: LineState;
  /** The connectors that the page named, the one for calls out first. */
  readonly connectors: readonly string[];
  /** What the server's admin decided of connectors; empty where nothing is known. */
  readonly offers: readonly ConnectorOffer[];
  /** False while the server's admin lets nobody call. */
  readonly mayCall: boolean;
  readonly sound: SoundState;
  /** True while it rings without a sound, because of how the person here is. */
  readonly silent: boolean;
  /** How the person here is. */
  readonly status: UserStatus;
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
  waiting: Object.freeze([]),
  elsewhere: undefined,
  local: Object.freeze({mic: 'off', camera: 'off', screen: 'off'}),
  remote: NOTHING_SENT,
  path: undefined,
  weak: false,
  line: 'off',
  connectors: Object.freeze([]),
  offers: Object.freeze([]),
  mayCall: true,
  sound: 'quiet',
  silent: false,
  status: 'available',
  trouble: undefined,
  userId: '',
});
