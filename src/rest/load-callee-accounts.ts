/** Asking for accounts, fetched when a way to call needs one. */
export const loadCalleeAccounts = () => import('./callee-accounts.js').then(({calleeAccounts}) => calleeAccounts);
