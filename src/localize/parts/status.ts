import type {UserStatus} from '../../types/configuration.js';

/** What is said of the choice of one’s own status. */
export interface StatusTerms {
  readonly names: Readonly<Record<UserStatus, string>>;
  /** What a status means, where its name does not say it. */
  readonly meanings: Readonly<Record<'do-not-disturb' | 'invisible', string>>;
  /** Name of the menu. */
  readonly yourStatus: string;
  /** Name of the button. */
  readonly statusIs: (name: string) => string;
  readonly notify: string;
  /** The person said no to it, so that only the browser's own settings can change it. */
  readonly notifyBlocked: string;
}

export const enStatus: StatusTerms = {
  names: {
    available: 'Available',
    away: 'Away',
    busy: 'Busy',
    'do-not-disturb': 'Do not disturb',
    invisible: 'Invisible',
  },
  meanings: {
    'do-not-disturb': 'Calls come in without a sound',
    invisible: 'You seem to be offline',
  },
  yourStatus: 'Your status',
  statusIs: (name) => `Your status: ${name}`,
  notify: 'Notify me outside the page',
  notifyBlocked: 'Notifications are blocked in the browser’s settings for this site',
};
