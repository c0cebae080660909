/** What is said of a call in a window of its own. */
export interface ApartTerms {}

export const enApart: ApartTerms = {};
