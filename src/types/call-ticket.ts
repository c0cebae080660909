import type {CallPeer} from './call-state.js';
import type {StartOptions} from './controller.js';
import type {CallMedia} from './media.js';

interface Ticket {
  /** Whose it is: nobody else may use it. */
  readonly user: string;
  /** Milliseconds since the epoch at which it was written; it is good for a short time only. */
  readonly at: number;
}

/** A window of its own was opened by a press on Call: it is to begin this call. */
export interface StartTicket extends Ticket {
  readonly kind: 'start';
  readonly options: StartOptions;
}

/** A window of its own was opened by a press on Answer: it is to answer this ring. */
export interface AnswerTicket extends Ticket {
  readonly kind: 'answer';
  readonly connector: string;
  /** The ring as it came in, and who the connector said had sent it. */
  readonly message: unknown;
  readonly sender: {readonly user?: string | undefined; readonly name?: string | undefined; readonly avatar?: string | undefined} | undefined;
  readonly media: CallMedia | undefined;
}

/** What was switched on when the page was left. */
export interface CallTicketDevices {
  readonly mic: boolean;
  readonly camera: boolean;
}

/** A page with a call was left; the next page of this tab goes on with it. */
export interface RejoinTicket extends Ticket, CallTicketDevices {
  readonly kind: 'rejoin';
  readonly callId: string;
  readonly connector: string;
  readonly direction: 'outgoing' | 'incoming';
  /** Nobody answered yet: it rings on. */
  readonly isRinging: boolean;
  readonly peer: CallPeer;
  readonly media: CallMedia;
  /** This page's endpoint and those of the pages before it: by one of them the other side knows this one. */
  readonly was: readonly string[];
  /** The other side's that counts. */
  readonly remoteEndpoint: string | undefined;
  readonly connectedAt: number | undefined;
}

/** What one page leaves for the next in `sessionStorage`: a window that it opens, or itself after a reload. Good once. */
export type CallTicket = StartTicket | AnswerTicket | RejoinTicket;

/** Where tickets are kept. Neither throws; without a working storage there are none. */
export interface TicketStore {
  /** False when it could not be kept. */
  put(ticket: CallTicket): boolean;
  /** The ticket of this user, which is gone then; undefined when there is none, or it is too old. */
  take(user: string): CallTicket | undefined;
}
