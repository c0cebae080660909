/** Why the server ended a connection. Clients come back, with a fresh token where theirs is over. */
export const CLOSE_CODES = {restart: 1012, expired: 4401, abuse: 4429} as const;
