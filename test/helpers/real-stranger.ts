import {createController} from '../../src/call/create-controller.js';
import {registerConnector} from '../../src/connectors/connector-registry.js';
import type {Connector, ConnectorSink} from '../../src/connectors/connector.js';
import type {AnyEnvelope, Candidate, MessageType} from '../../src/protocol/messages.js';
import type {CallConfiguration} from '../../src/types/configuration.js';
import type {CallControllerFace} from '../../src/types/controller.js';
import type {CallState} from '../../src/types/call-state.js';
import {randomId} from '../../src/util/random-id.js';
import {bookConnections, packetsSent, sentTracks} from './real-connections.js';
import type {ConnectionBook} from './real-connections.js';
import {bookMedia, openFakeTracks} from './real-media.js';
import type {FakeTracks, MediaBook} from './real-media.js';
import {stateOf} from './state-of.js';

/** Somebody at the other end of Bob's wire, with a real connection, who sends whatever they like. */
export interface Stranger {
  readonly call: string;
  readonly heard: readonly AnyEnvelope[];
  readonly pc: RTCPeerConnection;
  say(type: MessageType, body?: object): void;
  ring(): void;
  /** Makes an offer as an honest caller would, after `change` had its way with it. */
  offer(options?: {readonly generation?: number; change?(sdp: string): string; bundled?: boolean}): Promise<void>;
  /** Resolves with the first message of a type that is not yet among those that were waited for. */
  next<T extends MessageType>(type: T): Promise<Extract<AnyEnvelope, {type: T}>>;
  /** Takes in all answers and candidates of Bob's until the connection stands. */
  connect(): Promise<void>;
}

/** Bob: a real controller with the browser's fake devices, whose only way out is a wire in this page. */
export interface Bob {
  readonly controller: CallControllerFace;
  readonly book: ConnectionBook;
  readonly media: MediaBook;
  /** A camera that is not Bob's, to see time pass by. */
  readonly witness: FakeTracks;
  stranger(options?: {readonly user?: string; readonly call?: string}): Stranger;
  until(fits: (state: CallState) => boolean): Promise<CallState>;
  /** Tracks on Bob's senders, RTP packets sent, and devices asked for. */
  leaks(): Promise<{readonly tracks: number; readonly packets: number; readonly asked: number; readonly live: number}>;
  close(): Promise<void>;
}

export const NO_LEAKS = {tracks: 0, packets: 0, asked: 0, live: 0};

const LINES = ['audio', 'video', 'video'];

export const startBob = async (configuration: Partial<CallConfiguration> = {}): Promise<Bob> => {
  const witness = await openFakeTracks();
  const book = bookConnections();
  const media = bookMedia();
  let sink: ConnectorSink | undefined;
  const ears = new Set<(envelope: AnyEnvelope) => void>();
  const connector: Connector = {
    capabilities: {identity: 'claimed', presence: false, ice: false, maxBytes: 1_000_000},
    open: async (_, opened) => void (sink = opened),
    send: async (_, message) => {
      const envelope = JSON.parse(JSON.stringify(message)) as AnyEnvelope;
      queueMicrotask(() => ears.forEach((hear) => hear(envelope)));
    },
    close: async () => undefined,
  };
  registerConnector('wire', async () => () => connector);
  const controller = createController();
  controller.configure({userId: 'bob', connector: 'wire', ipPrivacy: 'off', ringtone: 'none', ...configuration});

  const until = (fits: (state: CallState) => boolean): Promise<CallState> => stateOf(controller, fits);

  await until(({line}) => line === 'online');
  const connections: RTCPeerConnection[] = [];

  const stranger: Bob['stranger'] = ({user = 'mallory', call = randomId()} = {}) => {
    const pc = new book.native();
    connections.push(pc);
    pc.createDataChannel('call', {negotiated: true, id: 0});
    const endpoint = randomId();
    const heard: AnyEnvelope[] = [];
    const waiting = new Set<() => void>();
    const used = new Set<AnyEnvelope>();
    let seq = 0;
    ears.add((envelope) => {
      if (envelope.call !== call) return;
      heard.push(envelope);
      for (const look of waiting) look();
    });
    const say = (type: MessageType, body: object = {}): void => {
      seq += type === 'ring' ? 0 : 1;
      const number = type === 'ring' ? 0 : seq;
      sink?.message({v: 1, call, from: {user, endpoint}, to: {user: 'bob'}, seq: number, ack: 0, type, body});
    };
    const next: Stranger['next'] = <T extends MessageType>(type: T) =>
      new Promise<Extract<AnyEnvelope, {type: T}>>((resolve) => {
        const look = (): void => {
          const found = heard.find((one) => one.type === type && !used.has(one) && !isRepeat(one, used));
          if (!found) return;
          waiting.delete(look);
          used.add(found);
          resolve(found as Extract<AnyEnvelope, {type: T}>);
        };
        waiting.add(look);
        look();
      });
    const offer: Stranger['offer'] = async ({generation = 1, change = (sdp: string) => sdp, bundled = false} = {}) => {
      const early: Candidate[] = [];
      let told = false;
      const candidates = (list: readonly Candidate[]) => say('candidates', {generation, candidates: list});
      pc.onicecandidate = ({candidate}) => {
        if (!candidate?.candidate) return;
        const plain = candidate.toJSON() as Candidate;
        if (told && !bundled) candidates([plain]);
        else early.push(plain);
      };
      if (pc.getTransceivers().length === 0) for (const kind of LINES) pc.addTransceiver(kind);
      else pc.restartIce();
      await pc.setLocalDescription(await pc.createOffer());
      if (bundled && pc.iceGatheringState !== 'complete') {
        await new Promise<void>((resolve) => {
          pc.onicegatheringstatechange = () => pc.iceGatheringState === 'complete' && resolve();
        });
      }
      told = true;
      say('offer', {generation, sdp: change(pc.localDescription?.sdp ?? '')});
      if (!bundled) candidates(early);
    };
    const connect = async (): Promise<void> => {
      const {body} = await next('answer');
      await pc.setRemoteDescription({type: 'answer', sdp: body.sdp});
      const add = (): void => {
        for (const one of heard) {
          if (one.type !== 'candidates' || used.has(one)) continue;
          used.add(one);
          for (const candidate of one.body.candidates) void pc.addIceCandidate(candidate).catch(() => undefined);
        }
      };
      waiting.add(add);
      add();
      if (pc.connectionState === 'connected') return;
      await new Promise<void>((resolve) => {
        pc.onconnectionstatechange = () => pc.connectionState === 'connected' && resolve();
      });
    };
    const ring = (): void => say('ring', {media: 'video', name: 'Mallory', avatar: '', sentAt: Date.now()});
    return {call, heard, pc, say, ring, offer, next, connect};
  };

  return {
    controller,
    book,
    media,
    witness,
    stranger,
    until,
    leaks: async () => {
      const tracks = book.open.flatMap((pc) => sentTracks(pc)).length;
      const counts = await Promise.all(book.open.map((pc) => packetsSent(pc)));
      const packets = counts.reduce((sum, count) => sum + count, 0);
      return {tracks, packets, asked: media.asked.length, live: media.live.length};
    },
    close: async () => {
      await controller.dispose();
      for (const pc of connections) pc.close();
      witness.mic.stop();
      witness.camera.stop();
      book.close();
      media.close();
    },
  };
};

/** Bob repeats what was not acknowledged, and strangers acknowledge nothing. */
const isRepeat = ({seq, type}: AnyEnvelope, used: ReadonlySet<AnyEnvelope>): boolean =>
  seq > 0 && [...used].some((one) => one.seq === seq && one.type === type);
