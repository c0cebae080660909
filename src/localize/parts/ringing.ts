/** What is said of several rings, notifications and what sounds. */
export interface RingingTerms {}

export const enRinging: RingingTerms = {};
