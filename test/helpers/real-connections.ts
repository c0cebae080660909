/** Notes every RTCPeerConnection that this page makes. */
export interface ConnectionBook {
  readonly all: readonly RTCPeerConnection[];
  readonly open: readonly RTCPeerConnection[];
  /** The browser's own class, for a peer that is not to stand in the book. */
  readonly native: typeof RTCPeerConnection;
  /** The last open one that made an offer, and the last one that answered. */
  readonly offerer: RTCPeerConnection;
  readonly answerer: RTCPeerConnection;
  close(): void;
}

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
};

export const bookConnections = (): ConnectionBook => {
  const native = globalThis.RTCPeerConnection;
  const all: RTCPeerConnection[] = [];
  class Booked extends native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      all.push(this);
    }
  }
  globalThis.RTCPeerConnection = Booked;
  const open = () => all.filter(({signalingState}) => signalingState !== 'closed');
  const last = (type: RTCSdpType) => must(open().findLast(({localDescription}) => localDescription?.type === type), type);
  return {
    all,
    native,
    get open() {
      return open();
    },
    get offerer() {
      return last('offer');
    },
    get answerer() {
      return last('answer');
    },
    close: () => {
      globalThis.RTCPeerConnection = native;
    },
  };
};

/** What of W3C webrtc-stats the tests look at. */
interface Flow {
  readonly type: string;
  readonly kind?: string;
  readonly packetsSent?: number;
  readonly packetsReceived?: number;
  readonly framesDecoded?: number;
}

const flows = async (pc: RTCPeerConnection, type: string): Promise<readonly Flow[]> => {
  const stats = (await pc.getStats()) as unknown as ReadonlyMap<string, Flow>;
  return [...stats.values()].filter((flow) => flow.type === type);
};

const total = (list: readonly Flow[], name: 'packetsSent' | 'packetsReceived' | 'framesDecoded'): number =>
  list.reduce((sum, flow) => sum + (flow[name] ?? 0), 0);

/** RTP packets that left. */
export const packetsSent = async (pc: RTCPeerConnection): Promise<number> =>
  total(await flows(pc, 'outbound-rtp'), 'packetsSent');

/** Pictures and packets of sound that arrived. */
export const received = async (pc: RTCPeerConnection): Promise<{readonly frames: number; readonly sound: number}> => {
  const list = await flows(pc, 'inbound-rtp');
  const sound = list.filter(({kind}) => kind === 'audio');
  return {frames: total(list, 'framesDecoded'), sound: total(sound, 'packetsReceived')};
};

export const sentTracks = (pc: RTCPeerConnection): readonly MediaStreamTrack[] =>
  pc.getSenders().flatMap(({track}) => (track ? [track] : []));
