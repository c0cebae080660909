import type {CallPolicy} from '../connectors/connector.js';
import type {CallState} from '../types/call-state.js';
import type {UserStatus} from '../types/configuration.js';
import type {Tone} from '../types/sounds.js';

/** These people said that they may be disturbed. */
const MAY_SOUND: readonly UserStatus[] = ['available', 'away'];

/** Law 5: what should be heard is a function of the state. */
export const toneFor = ({phase, end, direction, connectedAt}: CallState, status: UserStatus, policy?: CallPolicy): Tone | undefined => {
  if (phase === 'ringing') return 'ringback';
  const maySound = MAY_SOUND.includes(status) || (status === 'do-not-disturb' && policy?.ringWhileDoNotDisturb);
  if (phase === 'incoming') return maySound ? 'ringtone' : undefined;
  const wasOn = direction === 'outgoing' || connectedAt !== undefined;
  if (phase === 'ended' && end?.by !== 'local' && wasOn) return 'hang-up';
  return undefined;
};
