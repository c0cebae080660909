import type {TalkTerms} from './terms.js';

/** How somebody is, in English; it comes with what tells it. */
export const enPresence: TalkTerms['presence'] = {
  available: 'Available',
  away: 'Away',
  busy: 'Busy',
  'do-not-disturb': 'Do not disturb',
  offline: 'Offline',
};
