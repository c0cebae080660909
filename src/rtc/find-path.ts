import type {LinkPath} from '../protocol/peer-link.js';

/** The candidate types, never the addresses, of the path in use, and how well it carries. */
export const findPath = async (pc: RTCPeerConnection): Promise<LinkPath | undefined> => {
  const stats = (await pc.getStats()) as unknown as ReadonlyMap<string, Stat>;
  const all = [...stats.values()];
  const transport = all.find(({type}) => type === 'transport');
  const pair =
    stats.get(transport?.selectedCandidatePairId ?? '') ??
    all.find(({type, nominated, state}) => type === 'candidate-pair' && nominated && state === 'succeeded');
  const local = stats.get(pair?.localCandidateId ?? '');
  const remote = stats.get(pair?.remoteCandidateId ?? '');
  if (!pair || !local || !remote) return undefined;
  const inbound = all.filter(({type}) => type === 'inbound-rtp');
  const sum = (name: 'packetsReceived' | 'packetsLost') => inbound.reduce((total, one) => total + (one[name] ?? 0), 0);
  return {
    local: local.candidateType ?? 'unknown',
    remote: remote.candidateType ?? 'unknown',
    protocol: local.relayProtocol ?? local.protocol ?? 'unknown',
    roundTripMs: pair.currentRoundTripTime === undefined ? undefined : Math.round(pair.currentRoundTripTime * 1000),
    received: sum('packetsReceived'),
    lost: sum('packetsLost'),
  };
};

/** The few members of W3C webrtc-stats that are looked at. */
interface Stat {
  readonly type: string;
  readonly selectedCandidatePairId?: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly candidateType?: string;
  readonly protocol?: string;
  readonly relayProtocol?: string;
  readonly currentRoundTripTime?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
}
