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

export type CallPhase = (typeof CALL_PHASES)[number];

/** True from the press (or the ring) until the end. */
export const isLive = (phase: CallPhase): boolean => phase !== 'idle' && phase !== 'ended';

/** True once both people agreed to talk. */
export const isTalking = (phase: CallPhase): boolean =>
  phase === 'connecting' || phase === 'connected' || phase === 'reconnecting';
