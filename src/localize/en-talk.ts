import type {TalkTerms} from './terms.js';

/** What is said of a call in English; it comes with what is shown of one. */
export const enTalk: TalkTerms = {
  answerAudio: 'Answer without camera',
  decline: 'Decline',
  close: 'Close',

  incomingAudio: 'Incoming call',
  incomingVideo: 'Incoming video call',
  keyToCall: 'Press F6 to go to the call.',
  soundBlocked: 'Click anywhere to hear the ring',

  moveWindow: 'Move with the arrow keys',
  isMuted: (name) => `${name} is muted`,
  sharesScreen: (name) => `${name} shares their screen`,
  youShareScreen: 'You are sharing your screen',

  phases: {
    initiating: 'Calling…',
    ringing: 'Ringing…',
    incoming: 'Incoming call',
    connecting: 'Connecting…',
    connected: 'Connected',
    reconnecting: 'Reconnecting…',
    ended: 'Call ended',
  },
  devices: {mic: 'Microphone', camera: 'Camera', screen: 'Share screen', speaker: 'Speaker'},
  settings: 'Settings',
  nothingToChoose: 'There is only one of each device.',
  pending: {mic: 'Starting the microphone…', camera: 'Starting the camera…', screen: 'Choosing what to share…'},
  unavailable: {
    mic: 'No microphone can be used',
    camera: 'No camera can be used',
    screen: 'This browser cannot share the screen',
  },

  ends: {
    'hung-up': {local: 'You hung up', remote: (name) => `${name} hung up`, system: 'The call has ended'},
    declined: {local: 'You declined', remote: (name) => `${name} declined`, system: 'The call was declined'},
    busy: {local: 'You were in another call', remote: (name) => `${name} is busy`, system: (name) => `${name} is busy`},
    'no-answer': {local: 'You did not answer', remote: 'Nobody answered', system: 'Nobody answered'},
    cancelled: {
      local: 'You cancelled the call',
      remote: (name) => `${name} cancelled the call`,
      system: 'The call was cancelled',
    },
    unreachable: (name) => `${name} cannot be reached`,
    'answered-elsewhere': 'Answered on another device',
    'declined-elsewhere': 'Declined on another device',
    'media-denied': {
      local: 'Microphone access was denied',
      remote: (name) => `${name} did not allow the microphone`,
      system: 'Microphone access was denied',
    },
    'no-device': {
      local: 'No microphone was found',
      remote: (name) => `${name} has no microphone`,
      system: 'No microphone was found',
    },
    'connection-failed': 'The connection failed',
    'signaling-failed': 'The call service cannot be reached',
    'page-closed': {
      local: 'This page was left',
      remote: (name) => `${name} left the page`,
      system: 'The page was left',
    },
    vetoed: {
      local: 'This page did not allow the call',
      remote: (name) => `The page of ${name} did not allow the call`,
      system: 'This page did not allow the call',
    },
  },

  errors: {
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
    'screen-denied': {sentence: 'The screen was not shared.', wayOut: 'Press again and choose what to share.'},
    'screen-unsupported': {
      sentence: 'This browser cannot share the screen.',
      wayOut: 'Use a browser on a computer to share it.',
    },
    'signaling-lost': {
      sentence: 'The line to the call service was lost.',
      wayOut: 'Check the network. It reconnects by itself.',
    },
    'signaling-refused': {sentence: 'The call service refused the sign-in.', wayOut: 'Reload the page and sign in again.'},
    'sound-blocked': {sentence: 'The browser holds the sound back.', wayOut: 'Click anywhere on the page to hear it.'},
    'user-missing': {sentence: 'Nobody is signed in here.', wayOut: 'Sign in, then call again.'},
    'webrtc-unsupported': {sentence: 'This browser cannot make calls.', wayOut: 'Use a current browser.'},
    'already-in-call': {sentence: 'You are in another call.', wayOut: 'End that call first.'},
    'connection-failed': {
      sentence: 'No connection could be made to the other side.',
      wayOut: 'Check the network, then call again.',
    },
  },
};
