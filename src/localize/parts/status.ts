/** What is said of the choice of one’s own status. */
export interface StatusTerms {}

export const enStatus: StatusTerms = {};
