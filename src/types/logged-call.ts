import type {CallPeer} from './call-state.js';
import type {EndedBy, EndReason} from './end-reason.js';
import type {CallMedia} from './media.js';

/** One call of the past. */
export interface LoggedCall {
  readonly callId: string;
  readonly peer: CallPeer;
  readonly direction: 'outgoing' | 'incoming';
  readonly media: CallMedia;
  /** Over which it went; undefined where that is not known. */
  readonly connector: string | undefined;
  /** When it began, in milliseconds since the epoch. */
  readonly at: number;
  /** How long the two were connected; 0 when they never were. */
  readonly durationMs: number;
  readonly reason: EndReason;
  readonly by: EndedBy;
  /** It rang here, and nobody answered or declined. */
  readonly missed: boolean;
}

/** What is kept for one person. */
export interface CallHistory {
  /** The newest first. */
  readonly calls: readonly LoggedCall[];
  /** Until when the person has seen what they missed, in milliseconds since the epoch. */
  readonly seenAt: number;
}

/** The calls of one person in this browser. Nothing of it ever fails: where nothing can be kept, it lasts as long as the page. */
export interface CallLog {
  read(): Promise<CallHistory>;
  add(call: LoggedCall): Promise<void>;
  /** What was missed until then is no longer news. */
  see(at: number): Promise<void>;
  clear(): Promise<void>;
  /** Calls `fn` after each change, also of another tab, until the returned function is called. */
  watch(fn: () => void): () => void;
}
