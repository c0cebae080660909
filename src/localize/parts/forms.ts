/** What the forms say that change something on the server. */
export interface FormsTerms {
  readonly save: string;
  readonly cancel: string;
  readonly saving: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly loading: string;
  readonly retry: string;
  readonly remove: string;
  readonly keep: string;
  readonly nothing: string;
  readonly on: string;
  readonly off: string;
  /** Something is to be corrected before it can be saved. */
  readonly faulty: string;
  /** Both changed the same. */
  readonly conflict: string;
  /** The other's changes were put in beside one's own. */
  readonly taken: string;
  readonly mine: string;
  readonly theirs: string;
  readonly keepMine: string;
  readonly takeTheirs: string;
  readonly decide: string;
  readonly noServer: string;
  readonly reference: (reference: string) => string;
  readonly troubles: {
    readonly 'signed-out': string;
    readonly forbidden: string;
    readonly conflict: string;
    readonly invalid: string;
    readonly busy: string;
    readonly missing: string;
    readonly unavailable: string;
    readonly failed: string;
    readonly offline: string;
    readonly slow: string;
  };
}

export const enForms: FormsTerms = {
  save: 'Save',
  cancel: 'Cancel',
  saving: 'Saving…',
  saved: 'Saved.',
  unsaved: 'Not saved yet.',
  loading: 'Loading…',
  retry: 'Try again',
  remove: 'Remove',
  keep: 'Keep',
  nothing: 'nothing',
  on: 'On',
  off: 'Off',
  faulty: 'Not saved: see what is marked.',
  conflict: 'Somebody else changed the same in the meantime. Nothing is lost: choose what is to count, then save.',
  taken: 'Somebody else saved in the meantime. What they changed is here, beside your own changes.',
  mine: 'Yours',
  theirs: 'Theirs',
  keepMine: 'Keep all of mine',
  takeTheirs: 'Take all of theirs',
  decide: 'Go on with this choice',
  noServer: 'This page names no call server with sign-in, so there is nothing to set up here. Give the page a server and a token-url.',
  reference: (reference) => `Reference for whoever runs the server: ${reference}`,
  troubles: {
    'signed-out': 'You are signed out. Sign in again, in another tab if you like, then try again: what you typed stays here.',
    forbidden: 'Only administrators may do this. Ask one, or ask for these rights.',
    conflict: 'Others keep saving this. Try again.',
    invalid: 'The server did not take this. See what is marked, and try again.',
    busy: 'These were too many requests. Wait a minute, then try again.',
    missing: 'The server does not know of this. It may be older than this page.',
    unavailable: 'The server’s database does not answer at the moment. Try again in a while: what you typed stays here.',
    failed: 'The server failed, which is not your fault. Try again: what you typed stays here.',
    offline: 'The server cannot be reached. Check your connection, then try again: what you typed stays here.',
    slow: 'The server took too long. Try again: what you typed stays here.',
  },
};
