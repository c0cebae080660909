/** Where a ticket lies in `sessionStorage`. */
export const TICKET_KEY = 'call-elements:ticket';

/** Whether another page left something for this one; cheap, so that a page at rest can ask. */
export const hasTicket = (storage: () => Storage = () => sessionStorage): boolean => {
  try {
    return storage().getItem(TICKET_KEY) !== null;
  } catch {
    return false;
  }
};
