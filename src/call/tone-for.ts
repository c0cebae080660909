import type {CallPolicy} from '../connectors/connector.js';
import type {CallState} from '../types/call-state.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {Tone} from '../types/sounds.js';

/** Whether a ring may be heard, as the person here is now: `ring-while` says, and the server may add one. */
export const maySound = ({status, ringWhile}: Pick<CallConfiguration, 'status' | 'ringWhile'>, policy?: CallPolicy): boolean =>
  ringWhile.includes(status) || (status === 'do-not-disturb' && policy?.ringWhileDoNotDisturb === true);

/** Law 5: what should be heard is a function of the state, and of whether a ring is welcome. */
export const toneFor = ({phase, end, direction, connectedAt}: CallState, isWelcome: boolean): Tone | undefined => {
  if (phase === 'ringing') return 'ringback';
  if (phase === 'incoming') return isWelcome ? 'ringtone' : undefined;
  const wasOn = direction === 'outgoing' || connectedAt !== undefined;
  if (phase === 'ended' && end?.by !== 'local' && wasOn) return 'hang-up';
  return undefined;
};
