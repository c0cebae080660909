import type {CallPhase} from '../types/call-phase.js';
import type {CallEvent, CallRecord} from './call-record.js';

type Of<T extends CallEvent['type']> = Extract<CallEvent, {type: T}>;
type Moves = {readonly [T in CallEvent['type']]?: (call: CallRecord, event: Of<T>) => CallRecord};

/** Both agreed, and media can flow. */
const settled = (call: CallRecord): CallRecord =>
  call.linked && call.confirmed ? {...call, phase: 'connected'} : call;

const end: Moves['end'] = (call, {reason, by}) => ({...call, phase: 'ended', linked: false, end: {reason, by}});
const accepted: Moves['accepted'] = (call, {endpoint}) =>
  settled({...call, phase: 'connecting', endpoint, confirmed: true});
const linked: Moves['linked'] = (call) => settled({...call, linked: true});
const left: Moves['left'] = (call) => (call.confirmed ? {...call, phase: 'reconnecting', linked: false} : call);
const moved: Moves['moved'] = (call, {endpoint}) => ({...call, endpoint, linked: false});
const returned: Moves['returned'] = (call, {endpoint}) =>
  ({...call, phase: 'reconnecting', endpoint, confirmed: true, linked: false});
const unlinked: Moves['unlinked'] = (call) => ({...call, linked: false});

/**
 * What each event does in each phase. What is not listed changes nothing: that is how doubled, late and forged
 * messages end, and why an ended call never opens again (law 3).
 */
const TRANSITIONS: Readonly<Record<CallPhase, Moves>> = {
  idle: {},
  initiating: {heard: (call) => ({...call, phase: 'ringing'}), accepted, linked, unlinked, end},
  ringing: {accepted, linked, unlinked, end},
  incoming: {accept: (call) => settled({...call, phase: 'connecting'}), linked, unlinked, moved, end},
  connecting: {confirmed: (call) => settled({...call, confirmed: true}), linked, unlinked, left, moved, returned, end},
  connected: {unlinked: (call) => ({...call, phase: 'reconnecting', linked: false}), left, returned, end},
  reconnecting: {linked, left, returned, end},
  ended: {},
};

/** The call after `event`; the same object when nothing changed. */
export const transition = (call: CallRecord, event: CallEvent): CallRecord => {
  const move = TRANSITIONS[call.phase][event.type] as ((call: CallRecord, event: CallEvent) => CallRecord) | undefined;
  return move ? Object.freeze(move(call, event)) : call;
};
