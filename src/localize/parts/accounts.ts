/** What is said of a person’s IM accounts. */
export interface AccountsTerms {}

export const enAccounts: AccountsTerms = {};
