import type {CallTicket, TicketStore} from '../types/call-ticket.js';
import {parseJson} from '../util/parse-json.js';
import {TICKET_KEY} from './has-ticket.js';
import {parseTicket} from './parse-ticket.js';

/** Milliseconds for which a ticket is good; a clock may be set back a little in the meantime. */
const GOOD_FOR = 20_000;
const SET_BACK = 1000;

/** Longer than any that we write. */
const LONGEST = 200_000;

/**
 * Tickets of this tab, or of a window that it opened: `storage` yields that one's own, which throws where there is none. A
 * window is given its ticket before it loads its page.
 */
export const pageTickets = (storage: () => Storage = () => sessionStorage, now: () => number = Date.now): TicketStore => {
  const read = (): CallTicket | undefined => {
    const text = storage().getItem(TICKET_KEY);
    const ticket = text !== null && text.length <= LONGEST ? parseTicket(parseJson(text)) : undefined;
    const age = ticket && now() - ticket.at;
    return age !== undefined && age <= GOOD_FOR && age >= -SET_BACK ? ticket : undefined;
  };
  return {
    put: (ticket) => {
      try {
        const text = JSON.stringify(ticket);
        if (text.length > LONGEST) return false;
        storage().setItem(TICKET_KEY, text);
        return true;
      } catch {
        return false;
      }
    },
    take: (user) => {
      try {
        const ticket = read();
        // Whoever else signs in here finds nothing of the person before, and leaves nothing to them.
        storage().removeItem(TICKET_KEY);
        return ticket?.user === user ? ticket : undefined;
      } catch {
        return undefined;
      }
    },
  };
};
