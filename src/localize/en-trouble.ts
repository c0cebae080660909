import type {CallErrorCode} from '../types/call-error.js';
import type {ErrorTerms} from './terms.js';

/** What is said of troubles in English; fetched with the first of them. */
const errors: Readonly<Record<Exclude<CallErrorCode, 'signaling-lost' | 'connection-failed'>, ErrorTerms>> = {
  'call-refused': {
    sentence: 'The call service did not allow this call.',
    wayOut: 'Wait a minute and call again, or ask whoever runs this page who may call whom.',
  },
  'callee-missing': {sentence: 'Nobody was named to be called.', wayOut: 'Choose a person and call again.'},
  'connector-failed': {sentence: 'The call service did not start.', wayOut: 'Try again in a moment.'},
  'connector-unknown': {
    sentence: 'This page does not know that call service.',
    wayOut: 'Ask whoever runs this page to check its settings.',
  },
  'device-busy': {
    sentence: 'Another program is using the microphone or camera.',
    wayOut: 'Close that program, then switch it on here again.',
  },
  'device-lost': {sentence: 'A microphone or camera was unplugged.', wayOut: 'Plug it in, then switch it on again.'},
  'insecure-context': {sentence: 'Calls need a secure page.', wayOut: 'Open this page by its https:// address.'},
  'mic-denied': {
    sentence: 'The microphone is blocked for this page.',
    wayOut: 'Allow it in the browser’s address bar, then try again.',
  },
  'camera-denied': {
    sentence: 'The camera is blocked for this page.',
    wayOut: 'Allow it in the browser’s address bar, then switch it on.',
  },
  'permission-dismissed': {
    sentence: 'The question about the microphone was closed.',
    wayOut: 'Try again and choose Allow.',
  },
  'no-mic': {sentence: 'No microphone was found.', wayOut: 'Connect one, then try again.'},
  'no-camera': {sentence: 'No camera was found.', wayOut: 'Connect one, or go on without it.'},
  'policy-blocked': {
    sentence: 'This page may not use the microphone or camera.',
    wayOut: 'Ask whoever runs this page to allow it.',
  },
  'relay-missing': {
    sentence: 'No relay is set up, and this call needs one.',
    wayOut: 'Ask whoever runs this page to add a TURN server.',
  },
  'relay-refused': {
    sentence: 'The relay refused its credentials.',
    wayOut: 'Ask whoever runs this page to check its TURN server.',
  },
  'relay-unreachable': {
    sentence: 'No direct way was found, and no relay could be reached.',
    wayOut: 'Try another network, or ask for a TURN server on port 443.',
  },
  'screen-denied': {sentence: 'The screen was not shared.', wayOut: 'Press again and choose what to share.'},
  'screen-unsupported': {
    sentence: 'This browser cannot share the screen.',
    wayOut: 'Use a browser on a computer to share it.',
  },
  'signaling-refused': {sentence: 'The call service refused the sign-in.', wayOut: 'Reload the page and sign in again.'},
  'sound-blocked': {sentence: 'The browser holds the sound back.', wayOut: 'Click anywhere on the page to hear it.'},
  'user-missing': {sentence: 'Nobody is signed in here.', wayOut: 'Sign in, then call again.'},
  'webrtc-unsupported': {sentence: 'This browser cannot make calls.', wayOut: 'Use a current browser.'},
  'already-in-call': {sentence: 'You are in another call.', wayOut: 'End that call first.'},
  'window-blocked': {
    sentence: 'The browser blocked the window of this call.',
    wayOut: 'The call is on this page. Allow pop-ups here to have the next one in a window.',
  },
};

export const enTrouble = {errors};
