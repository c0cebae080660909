/** The phases of a call, in the words used everywhere: state, attributes, events, logs. */
export const CALL_PHASES = [
  'idle',
  'initiating',
  'ringing',
  'incoming',
  'connecting',
  'connected',
  'reconnecting',
  'ended',
] as const;
