import {measurePicture} from './measure-picture.js';
import type {PictureMeasure} from './measure-picture.js';
import {measureSound} from './measure-sound.js';
import type {SoundMeasure} from './measure-sound.js';
import {RTCPeerConnection} from './webrtc.js';

/** What comes from the other side; undefined while nothing does. */
export interface Measured {
  readonly sound: SoundMeasure | undefined;
  readonly picture: PictureMeasure | undefined;
}

export interface PeerOptions {
  readonly tracks: readonly MediaStreamTrack[];
  readonly iceServers: readonly RTCIceServer[];
  candidate(candidate: RTCIceCandidateInit): void;
  connected(): void;
  failed(): void;
}

/** XML makes one line end of two signs (XML 1.0 §2.11); a description has both (RFC 8866 §5). */
const withLineEnds = (sdp: string): string => sdp.replace(/\r?\n/g, '\r\n');

/** One plain RTCPeerConnection. */
export class Peer {
  readonly #pc: RTCPeerConnection;
  /** Candidates that came before the description which they belong to. */
  #early: RTCIceCandidateInit[] = [];
  #sound: ReturnType<typeof measureSound> | undefined;
  #picture: ReturnType<typeof measurePicture> | undefined;

  constructor({tracks, iceServers, candidate, connected, failed}: PeerOptions) {
    const pc = new RTCPeerConnection({iceServers: [...iceServers]});
    const since = performance.now();
    this.#pc = pc;
    for (const track of tracks) pc.addTrack(track);
    pc.onicecandidate = ({candidate: found}) => {
      if (!found?.candidate) return;
      const {candidate: line, sdpMid, sdpMLineIndex} = found;
      candidate({candidate: line, sdpMid: sdpMid ?? '', sdpMLineIndex: sdpMLineIndex ?? 0});
    };
    pc.ontrack = ({track}) => {
      // A second picture would be a screen; this app shows one.
      if (track.kind === 'audio') this.#sound ??= measureSound(track, since);
      else this.#picture ??= measurePicture(track, since);
    };
    pc.onconnectionstatechange = () => {
      if (pc.connectionState === 'connected') connected();
      if (pc.connectionState === 'failed') failed();
    };
  }

  get measured(): Measured {
    return {sound: this.#sound?.measured, picture: this.#picture?.measured};
  }

  async offer(): Promise<RTCSessionDescriptionInit> {
    const offer = await this.#pc.createOffer();
    await this.#pc.setLocalDescription(offer);
    return {type: 'offer', sdp: offer.sdp ?? ''};
  }

  /** Also for a later offer of the same call, when the other side looks for another path. */
  async answer(offer: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit> {
    await this.#describe(offer);
    const answer = await this.#pc.createAnswer();
    await this.#pc.setLocalDescription(answer);
    return {type: 'answer', sdp: answer.sdp ?? ''};
  }

  async answered(answer: RTCSessionDescriptionInit): Promise<void> {
    if (this.#pc.signalingState === 'have-local-offer') await this.#describe(answer);
  }

  async addCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (!this.#pc.remoteDescription) this.#early.push(candidate);
    // One that cannot be used is no harm: others may do.
    else await this.#pc.addIceCandidate(candidate).catch(() => undefined);
  }

  close(): void {
    this.#sound?.stop();
    this.#picture?.stop();
    this.#pc.close();
  }

  async #describe({type, sdp = ''}: RTCSessionDescriptionInit): Promise<void> {
    await this.#pc.setRemoteDescription({type, sdp: withLineEnds(sdp)});
    for (const candidate of this.#early.splice(0)) await this.addCandidate(candidate);
  }
}
