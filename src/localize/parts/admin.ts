/** What is said of the administration. */
export interface AdminTerms {}

export const enAdmin: AdminTerms = {};
