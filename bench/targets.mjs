import {BUDGETS} from '../scripts/size-budgets.mjs';
import {compare} from './statistics.mjs';

const PRE_CONNECTED = 'call-elements, pre-connected';
const DEFAULT = 'call-elements, default';

/** One measure of one contestant, round by round. */
export const valuesOf = (series, name, measure) =>
  series.contestants.find((contestant) => contestant.name === name).rounds.map((round) => round[measure]);

const callTargets = (calls) => {
  const slow = calls?.find(({rtt}) => rtt === 50);
  if (!slow) return [];
  const ratio = (ours, theirs, measure) => compare(valuesOf(slow, ours, measure), valuesOf(slow, theirs, measure));
  const sides = [
    ['callerFrame', 'caller'],
    ['calleeFrame', 'callee'],
  ];
  return [
    ...sides.map(([measure, side]) => ({
      what: `answer → first frame at the ${side}, 50 ms, pre-connected ÷ PeerJS`,
      limit: 0.4,
      reached: ratio(PRE_CONNECTED, 'PeerJS peer.call', measure),
    })),
    ...sides.map(([measure, side]) => ({
      what: `answer → first frame at the ${side}, 50 ms, default ÷ bare RTCPeerConnection`,
      limit: 1.05,
      reached: ratio(DEFAULT, 'bare RTCPeerConnection', measure),
    })),
  ];
};

const kilobytes = ({brotli}) => ({median: brotli / 1000});

const weightTargets = (weight) =>
  weight
    ? [
        {what: 'at rest with the line open, PeerJS apart (kB, brotli)', limit: (BUDGETS['at rest'] + BUDGETS.online) / 1000, reached: kilobytes(weight.atRest)},
        {what: 'all that an English page fetches for a call, PeerJS apart (kB, brotli)', limit: BUDGETS['all in'] / 1000, reached: kilobytes(weight.inCall)},
      ]
    : [];

const mountTargets = (mount) => {
  if (!mount) return [];
  const ms = (name) => mount[name].map((round) => round.ms);
  return [
    {what: '200 call buttons ÷ 200 plain buttons', limit: 3, reached: compare(ms('call-button'), ms('plain button'))},
    {what: '200 call buttons ÷ 200 sl-buttons', limit: 0.6, reached: compare(ms('call-button'), ms('sl-button'))},
  ];
};

/** A check of every sign-in and every message costs something; this much at most. */
const loadTargets = (load) => {
  if (!load) return [];
  const ratio = (measure) => compare(valuesOf(load, 'call-elements-server', measure), valuesOf(load, 'stock', measure));
  return [
    {what: 'server: memory of a connection ÷ stock PeerServer', limit: 2, reached: ratio('bytesPerConnection')},
    {what: 'server: processor time of a ring ÷ stock PeerServer', limit: 2.5, reached: ratio('cpuPerRing')},
    {what: 'server: p95 of a ring ÷ stock PeerServer', limit: 2.5, reached: ratio('p95')},
  ];
};

/** What was aimed at and what was reached; a ratio's median decides. */
export const judge = ({calls, weight, mount, load}) =>
  [...callTargets(calls), ...weightTargets(weight), ...mountTargets(mount), ...loadTargets(load)].map((target) => ({
    ...target,
    isReached: target.reached.median <= target.limit,
  }));
