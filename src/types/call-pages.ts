import type {AnswerTicket, StartTicket} from './call-ticket.js';

export interface Opening {
  /** URL of the page that has the call. */
  readonly page: string;
  readonly user: string;
  readonly ticket: StartTicket | AnswerTicket;
}

/**
 * `opened`: the window has the ticket and loads its page. `shown`: it was there with a call, and is in front now. `blocked`:
 * the browser did not let it open. `impossible`: that page cannot be used.
 */
export type OpeningResult = 'opened' | 'shown' | 'blocked' | 'impossible';

/** Windows of their own for calls. */
export interface CallPages {
  /** This page is in such a window: its calls stay in it. */
  readonly isOwn: boolean;
  open(opening: Opening): OpeningResult;
  /** Brings the window of that name to the front; false where this tab cannot reach it. */
  show(name: string): boolean;
}
