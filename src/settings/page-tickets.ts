import type {CallTicket, TicketStore} from '../types/call-ticket.js';
import {parseJson} from '../util/parse-json.js';
import {TICKET_KEY} from './has-ticket.js';
import {parseTicket} from './parse-ticket.js';

/** Milliseconds for which a ticket is good; a clock may be set back a little in the meantime. */
const GOOD_FOR = 20_000;
const SET_BACK = 1000;

/** Longer than all that we write, and more than there are people on one page. */
const LONGEST = 200_000;
const MOST = 8;

/**
 * Tickets of this tab, one for each person on its page, or of a window that it opened: `storage` yields that one's own, which
 * throws where there is none. A window is given its ticket before it loads its page.
 */
export const pageTickets = (storage: () => Storage = () => sessionStorage, now: () => number = Date.now): TicketStore => {
  const isGood = ({at}: CallTicket): boolean => now() - at <= GOOD_FOR && now() - at >= -SET_BACK;

  const read = (): readonly CallTicket[] => {
    const text = storage().getItem(TICKET_KEY);
    const kept = text !== null && text.length <= LONGEST ? parseJson(text) : undefined;
    const tickets = (Array.isArray(kept) ? kept : [kept]).slice(0, MOST).map(parseTicket);
    return tickets.filter((ticket) => ticket !== undefined).filter(isGood);
  };

  const write = (tickets: readonly CallTicket[]): boolean => {
    const text = JSON.stringify(tickets);
    if (text.length > LONGEST) return false;
    if (tickets.length > 0) storage().setItem(TICKET_KEY, text);
    else storage().removeItem(TICKET_KEY);
    return true;
  };

  return {
    put: (ticket) => {
      try {
        return write([...read().filter(({user}) => user !== ticket.user), ticket].slice(-MOST));
      } catch {
        return false;
      }
    },
    take: (user) => {
      try {
        const tickets = read();
        // Those of others on the same page wait for them, for the little time that they are good.
        write(tickets.filter((ticket) => ticket.user !== user));
        return tickets.find((ticket) => ticket.user === user);
      } catch {
        return undefined;
      }
    },
  };
};
