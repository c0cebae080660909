import type {CallTicket, TicketStore} from '../types/call-ticket.js';
import {parseJson} from '../util/parse-json.js';
import {TICKET_KEY} from './has-ticket.js';
import {parseTicket} from './parse-ticket.js';

/** Whoever comes later than this finds no call any more. */
const GOOD_FOR = 20_000;

/**
 * Tickets of this tab, or of a window that it opened: `storage` yields that one's own, which throws where there is none. A
 * window is given its ticket before it loads its page.
 */
export const pageTickets = (storage: () => Storage = () => sessionStorage, now: () => number = Date.now): TicketStore => ({
  put(ticket) {
    try {
      storage().setItem(TICKET_KEY, JSON.stringify(ticket));
      return true;
    } catch {
      return false;
    }
  },

  take(user): CallTicket | undefined {
    try {
      const kept = storage().getItem(TICKET_KEY);
      if (kept === null) return undefined;
      storage().removeItem(TICKET_KEY);
      const ticket = parseTicket(parseJson(kept));
      const isGood = ticket?.user === user && Math.abs(now() - ticket.at) <= GOOD_FOR;
      return isGood ? ticket : undefined;
    } catch {
      return undefined;
    }
  },
});
