import type {CallRequestEvent} from '../events/call-request-event.js';
import type {CallTrouble} from './call-error.js';
import type {Presence} from './presence.js';
import type {CallConfiguration} from './configuration.js';
import type {NoticeListener} from './notice.js';
import type {CallState} from './call-state.js';
import type {EndReason} from './end-reason.js';
import type {CallMedia, DeviceChoice, DeviceKind, MediaKind} from './media.js';

/** Whom to call, and how. */
export interface StartOptions {
  /** As the connector names them. */
  readonly callee: string;
  /** Shown until the other side says who it is. */
  readonly calleeName?: string;
  readonly calleeAvatar?: string;
  /** `video` by default. */
  readonly media?: CallMedia;
  /** The configured one by default. */
  readonly connector?: string;
}

/** What can be seen and heard. The same object for the whole of a call, so that it can be put into `srcObject` once. */
export interface CallStreams {
  /** Own camera. */
  readonly local: MediaStream | undefined;
  /** The other person's voice and camera. */
  readonly remote: MediaStream | undefined;
  /** The other person's screen. */
  readonly remoteScreen: MediaStream | undefined;
  /** Own screen, while it is shared. */
  readonly localScreen: MediaStream | undefined;
  /** Own microphone, while it is on: for a level meter. */
  readonly microphone: MediaStreamTrack | undefined;
}

/**
 * One person's calls on one page: the object that all elements share. Every method may be called twice
 * or at the wrong time without harm; promises settle on the fact, not on the send.
 */
export interface CallControllerFace {
  readonly state: CallState;
  readonly configuration: CallConfiguration;
  readonly streams: CallStreams;
  /** Calls `fn` after each change of state, until the returned function is called. */
  subscribe(fn: (state: CallState) => void): () => void;
  /** Tells `fn` what happens, until the returned function is called. */
  onNotice(fn: NoticeListener): () => void;
  /** Changes only what is given. */
  configure(changes: Partial<CallConfiguration>): void;
  /** Fetches what a call needs, ahead of a press that is likely. */
  prepare(): void;
  /** Carries out a request that an element announced. */
  handle(request: CallRequestEvent): void;
  /** Settles when the other side rings or the attempt is over; says which. */
  start(options: StartOptions): Promise<CallState>;
  /** Settles when connected, or over. Without media: as the caller asked, with the remembered camera. */
  accept(options?: {readonly media?: CallMedia; /** Which of several that ring; by default the first. */ readonly callId?: string}): Promise<CallState>;
  /** `callId` says which of several that ring; by default the first. */
  decline(reason?: EndReason, callId?: string): Promise<CallState>;
  hangUp(): Promise<CallState>;
  /** Settles when the device is on or off, or cannot be. */
  set(kind: MediaKind, on: boolean): Promise<CallState>;
  /** The microphones, cameras and loudspeakers there are; speakers only where the browser lets one choose. */
  devices(): Promise<readonly DeviceChoice[]>;
  /** Uses another device, at once in a call, and remembers it for this user. Settles when it is in use, or cannot be. */
  choose(kind: DeviceKind, id: string): Promise<CallState>;
  /**
   * Tells `fn` how `user` is, by the connector of that name or the one for calls out, now and on each change, until the
   * returned function is called; `unknown` where it cannot be known.
   */
  presence(user: string, fn: (presence: Presence) => void, connector?: string): () => void;
  /** Sends a line of text to the other side over the call's own connection; false when there is none. */
  sendText(text: string): boolean;
  /** Shows the other side what is being written: the whole line each time, empty when it was taken back. */
  sendDraft(text: string): boolean;
  /** A report without names, addresses or keys. */
  diagnostics(): Promise<CallDiagnostics>;
  /** Ends what is going on and lets go of everything. */
  dispose(): Promise<void>;
}

/** Redacted: it may be pasted into a public issue. Words of closed lists and numbers only, of the call that is on or was the last. */
export interface CallDiagnostics {
  readonly version: string;
  readonly phase: string;
  readonly line: string;
  readonly connector: string | undefined;
  /** How each connector in use stands. */
  readonly lines: readonly {readonly connector: string; readonly state: string}[];
  readonly ipPrivacy: string;
  /** Where the ICE servers came from, who was asked for them in vain, and for how many seconds they are and will be good. */
  readonly ice:
    | {
        readonly source: string;
        readonly failures: readonly {readonly source: string; readonly reason: string}[];
        readonly age: number;
        readonly left: number | undefined;
      }
    | undefined;
  /** What the last search for a path found. */
  readonly search:
    | {
        /** ICE servers, counted by scheme and transport: `turn:udp`. */
        readonly servers: Readonly<Record<string, number>>;
        /** `relay`: nothing else was allowed. */
        readonly policy: string;
        /** Types of candidates, this side's and the other's. */
        readonly gathered: readonly string[];
        readonly heard: readonly string[];
        /** Counted by kind of server and code: `turn:udp 401`. */
        readonly errors: Readonly<Record<string, number>>;
        readonly answered: boolean;
      }
    | undefined;
  /** `host`, `srflx`, `prflx` or `relay`, and over what. */
  readonly path: {readonly local: string; readonly remote: string; readonly protocol: string} | undefined;
  readonly roundTripMs: number | undefined;
  /** Of what the other side sent in the last seconds, how much was lost. */
  readonly lossPercent: number | undefined;
  /** Messages dropped, by why. */
  readonly dropped: Readonly<Record<string, number>>;
  /** The last one of the call or the line; its reference without the user's name. */
  readonly trouble: CallTrouble | undefined;
}
