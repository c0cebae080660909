import {enPresence} from './en-presence.js';
import type {TalkTerms} from './terms.js';

/** What is said of a call in English; it comes with what is shown of one. */
export const enTalk: TalkTerms = {
  presence: enPresence,

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
  relayed: 'Connected by relay',
  weak: 'The connection is weak',
  callGoesOn: 'The call goes on. Only its line to the call service is lost.',
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

  // What has to be said while nothing can be fetched; the rest is in en-trouble.ts.
  errors: {
    'signaling-lost': {
      sentence: 'The line to the call service was lost.',
      wayOut: 'Check the network. It reconnects by itself.',
    },
    'connection-failed': {
      sentence: 'No connection could be made to the other side.',
      wayOut: 'Check the network, then call again.',
    },
  },
};
