/** What is said of the text of a call. */
export interface TextTerms {}

export const enText: TextTerms = {};
