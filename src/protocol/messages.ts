import type {EndReason} from '../types/end-reason.js';
import type {CallMedia} from '../types/media.js';
import type {DropReason} from './drop-reason.js';

/** One ICE candidate as RTCIceCandidate.toJSON gives it. */
export interface Candidate {
  readonly candidate: string;
  readonly sdpMid: string | null;
  readonly sdpMLineIndex: number | null;
  readonly usernameFragment: string | null;
}

/** What each message says. The names follow SIP where SIP has one. */
export interface MessageBodies {
  /** Caller to all endpoints of a user, repeated for as long as it lasts: somebody calls you. */
  ring: {
    readonly media: CallMedia;
    readonly name: string;
    readonly avatar: string;
    /** Milliseconds since the epoch on the caller's clock. */
    readonly sentAt: number;
    /** The page that rang before was loaded anew; by these of its endpoints the call is known. */
    readonly was?: readonly string[] | undefined;
  };
  /** Nothing but the number in `ack`. */
  ack: Nothing;
  /** Callee: this endpoint got the ring. */
  ringing: Nothing;
  /** Callee: the person here answers. */
  accept: {readonly media: CallMedia};
  /** Caller to the endpoint whose answer counts. */
  confirm: Nothing;
  /** Either: this page goes away for a moment, and the next one of its tab goes on with the call. */
  leave: Nothing;
  /** That next page, to all endpoints of the other side and until `welcome`: here it is, and by these it was known. */
  rejoin: {readonly was: readonly string[]};
  /** To the page that came back: it has its place in the call again. */
  welcome: Nothing;
  /** Either: it is over. */
  end: {readonly reason: EndReason};
  /** Caller only (one offerer); a higher generation replaces the connection. */
  offer: {readonly generation: number; readonly sdp: string};
  answer: {readonly generation: number; readonly sdp: string};
  candidates: {readonly generation: number; readonly candidates: readonly Candidate[]};
  /** Callee asks the caller for an ICE restart. */
  renew: {readonly generation: number};
}

export type Nothing = Readonly<Record<string, never>>;
export type MessageType = keyof MessageBodies;

/** What goes over a connector. */
export interface Envelope<T extends MessageType = MessageType> {
  readonly v: 1;
  /** `crypto.randomUUID()` of the attempt. */
  readonly call: string;
  readonly from: {readonly user: string; readonly endpoint: string};
  readonly to: {readonly user: string; readonly endpoint?: string | undefined};
  /** 1, 2, 3 … for each call and pair of endpoints; 0 for what needs no order (`ring`, `ack`, `leave`, `rejoin`, `end` to all). */
  readonly seq: number;
  /** The highest number up to which everything has arrived from `to`. */
  readonly ack: number;
  readonly type: T;
  readonly body: MessageBodies[T];
}

/**
 * Stands for a numbered message whose content cannot be read, a newer version's perhaps. It keeps its place in the
 * order, or all that follows would wait for it for ever; it is never sent, and delivered to nobody.
 */
export interface SkipEnvelope extends Omit<Envelope, 'type' | 'body'> {
  readonly type: 'skip';
  readonly body: {readonly why: DropReason};
}

/** An envelope that can be narrowed by `type`. */
export type AnyEnvelope = {[T in MessageType]: Envelope<T>}[MessageType] | SkipEnvelope;
