/** What is said of several rings, notifications and what sounds. */
export interface RingingTerms {
  /** `status` is how the person here is, in words: why a popup makes no sound. */
  readonly silent: (status: string) => string;
  /** Asks the browser for permission to show notifications. */
  readonly notifyMe: string;
  readonly micLevel: string;
  readonly micIsOff: string;
  /** The loudspeaker on which calls ring. */
  readonly ringer: string;
  /** Choice of `ringer`: where calls are heard. */
  readonly asForCalls: string;
  /** On buttons that play a sound on the chosen loudspeaker. */
  readonly testSpeaker: string;
  readonly testRinger: string;
  readonly noSound: string;
}

export const enRinging: RingingTerms = {
  silent: (status) => `Silent: ${status}`,
  notifyMe: 'Notify me outside this page',
  micLevel: 'Microphone level',
  micIsOff: 'The microphone is off',
  ringer: 'Ring on',
  asForCalls: 'Same as calls',
  testSpeaker: 'Test the speaker',
  testRinger: 'Test the ring',
  noSound: 'No sound can be played there',
};
