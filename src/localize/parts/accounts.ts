/** What is said of a person’s IM accounts. */
export interface AccountsTerms {
  readonly accounts: string;
  readonly hint: string;
  readonly type: string;
  readonly id: string;
  readonly add: string;
  readonly removeThis: (account: string) => string;
  readonly noAccounts: string;
  readonly noTypes: string;
  readonly empty: string;
  readonly twice: string;
}

export const enAccounts: AccountsTerms = {
  accounts: 'IM accounts',
  hint: 'By these accounts others reach you with the services that they belong to. Whoever may see your status can see them.',
  type: 'Service',
  id: 'Account',
  add: 'Add an account',
  removeThis: (account) => `Remove ${account}`,
  noAccounts: 'No accounts yet.',
  noTypes: 'No way to call on this page needs an account.',
  empty: 'Enter the account.',
  twice: 'This account is in the list already.',
};
