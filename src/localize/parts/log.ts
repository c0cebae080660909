/** What is said of the list of calls. */
export interface LogTerms {}

export const enLog: LogTerms = {};
