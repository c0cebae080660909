import type {Candidate} from '../protocol/messages.js';
import {LIMITS} from '../protocol/parse-body.js';
import {MEDIA_KINDS} from '../types/media.js';
import type {LinkPath, LinkStatus, OutgoingTracks} from '../protocol/peer-link.js';
import type {Clock} from '../util/clock.js';
import {createCandidateBatch} from './candidate-batch.js';
import {findPath} from './find-path.js';
import {isCall, LINE_KINDS, matchLines, NO_LINES} from './lines.js';
import type {Lines} from './lines.js';
import type {SearchNotes} from './search-notes.js';
import {openSideChannel} from './side-channel.js';
import type {SideChannel, SideChannelListener} from './side-channel.js';
import {startSmall} from './start-small.js';
import {withUsableServers} from './usable-servers.js';

export interface ConnectionOptions {
  readonly generation: number;
  readonly clock: Clock;
  readonly configuration: RTCConfiguration;
  readonly notes: SearchNotes;
  readonly listener: SideChannelListener;
  candidates(candidates: readonly Candidate[]): void;
  status(status: LinkStatus): void;
}

/** One RTCPeerConnection: three lines or fewer, no track until `attach`, candidates kept until they can be used. */
export class Connection {
  readonly generation: number;
  readonly #pc: RTCPeerConnection;
  readonly #side: SideChannel;
  readonly #batch: ReturnType<typeof createCandidateBatch>;
  readonly #early: Candidate[] = [];
  readonly #clock: Clock;
  readonly #wanted = new Map<RTCRtpSender, MediaStreamTrack | null>();
  #lines = NO_LINES;
  #cancelSmall: (() => void) | undefined;

  constructor({generation, clock, configuration, notes, listener, candidates, status}: ConnectionOptions) {
    this.generation = generation;
    const pc = withUsableServers({...configuration, bundlePolicy: 'max-bundle'}, (fit) => new RTCPeerConnection(fit));
    this.#pc = pc;
    this.#clock = clock;
    this.#side = openSideChannel(pc, listener);
    this.#batch = createCandidateBatch(clock, candidates);
    pc.onicecandidate = ({candidate}) => {
      if (!candidate?.candidate) return;
      notes.found(candidate.candidate);
      this.#batch.add(toPlain(candidate));
    };
    pc.onicecandidateerror = (error) => notes.failed(error);
    pc.onconnectionstatechange = () => status(STATUS[pc.connectionState] ?? 'connecting');
  }

  get side(): SideChannel {
    return this.#side;
  }

  /** True when no offer of ours waits for its answer. */
  get settled(): boolean {
    return this.#pc.signalingState === 'stable';
  }

  /** Those that both sides have, once both descriptions are here. */
  get lines(): Lines {
    return this.#lines;
  }

  /** A first offer makes the lines; a later one restarts ICE (RFC 8445 §2.4). */
  async offer(): Promise<string> {
    if (this.#pc.getTransceivers().length === 0) {
      for (const kind of MEDIA_KINDS) this.#pc.addTransceiver(LINE_KINDS[kind], {direction: 'sendrecv'});
    } else {
      this.#pc.restartIce();
    }
    this.#match();
    await this.#pc.setLocalDescription();
    return this.#pc.localDescription?.sdp ?? '';
  }

  /** Rejects when the description cannot be used, or has lines that no call has. */
  async answer(sdp: string): Promise<string> {
    if (!isCall(sdp)) throw new TypeError('An offer of a call has at most one audio and two video lines.');
    await this.#pc.setRemoteDescription({type: 'offer', sdp});
    this.#match();
    for (const transceiver of this.#pc.getTransceivers()) transceiver.direction = 'sendrecv';
    await this.#pc.setLocalDescription();
    await this.#addEarly();
    return this.#pc.localDescription?.sdp ?? '';
  }

  async answered(sdp: string): Promise<void> {
    if (this.settled) return;
    await this.#pc.setRemoteDescription({type: 'answer', sdp});
    this.#match();
    await this.#addEarly();
  }

  async addCandidates(candidates: readonly Candidate[]): Promise<void> {
    this.#early.push(...candidates.slice(0, LIMITS.earlyCandidates - this.#early.length));
    // During a restart they belong to an answer that is still to come.
    if (this.#pc.remoteDescription && this.settled) await this.#addEarly();
  }

  /** The only place where a track meets a sender. */
  async attach(tracks: OutgoingTracks): Promise<void> {
    const camera = this.#lines.camera?.sender;
    if (camera && tracks.camera) this.#cancelSmall ??= startSmall(camera, tracks.camera, this.#clock);
    await Promise.all(MEDIA_KINDS.map((kind) => this.#put(this.#lines[kind]?.sender, tracks[kind] ?? null)));
  }

  configure(configuration: RTCConfiguration): void {
    withUsableServers({...configuration, bundlePolicy: 'max-bundle'}, (fit) => this.#pc.setConfiguration(fit));
  }

  path(): Promise<LinkPath | undefined> {
    return findPath(this.#pc);
  }

  close(): void {
    this.#cancelSmall?.();
    this.#batch.close();
    this.#side.close();
    this.#pc.onicecandidate = null;
    this.#pc.onicecandidateerror = null;
    this.#pc.onconnectionstatechange = null;
    this.#pc.close();
  }

  /** Without the lines that the other side refused. */
  #match(): void {
    const lines = this.#pc.getTransceivers().filter(({direction}) => direction !== 'stopped');
    this.#lines = matchLines(lines, this.#lines);
  }

  /** Only what changes: every replacement waits for its turn in the browser. */
  async #put(sender: RTCRtpSender | undefined, track: MediaStreamTrack | null): Promise<void> {
    if (!sender || this.#wanted.get(sender) === track) return;
    // Not `sender.track`, which is the one before until the replacement is done.
    this.#wanted.set(sender, track);
    try {
      await sender.replaceTrack(track);
    } catch (error) {
      if (this.#wanted.get(sender) === track) this.#wanted.delete(sender);
      throw error;
    }
  }

  /** A candidate that cannot be used is never fatal: others may do. */
  async #addEarly(): Promise<void> {
    for (const candidate of this.#early.splice(0)) await this.#pc.addIceCandidate(candidate).catch(() => undefined);
  }
}

/** Chromium's `iceConnectionState` never says `failed` (crbug.com/982793); `connectionState` does. */
const STATUS: Partial<Record<RTCPeerConnectionState, LinkStatus>> = {
  connected: 'connected',
  disconnected: 'lost',
  failed: 'lost',
};

const toPlain = ({candidate, sdpMid, sdpMLineIndex, usernameFragment}: RTCIceCandidate): Candidate => ({
  candidate,
  sdpMid,
  sdpMLineIndex,
  usernameFragment,
});
