import type {RestTerms} from './terms.js';

/** English: always there, and what is said until another language has arrived. */
export const en: RestTerms = {
  dir: 'ltr',

  call: 'Call',
  cancel: 'Cancel',
  answer: 'Answer',
  hangUp: 'Hang up',

  audioCallTo: (name) => `Call ${name}`,
  videoCallTo: (name) => `Video call to ${name}`,
  callWith: (name) => `Call with ${name}`,
  isCalling: (name) => `${name} is calling you`,
  inAnotherCall: 'You are in another call',
  nobodyToCall: 'Nobody to call',
  notSignedIn: 'Sign in to call',
};
