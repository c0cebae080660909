import {systemClock} from '../../src/util/clock.js';
import {bookConnections} from './real-connections.js';
import type {ConnectionBook} from './real-connections.js';
import {createSide} from './real-links.js';
import type {LinkMessage, LinkSide} from './real-links.js';

export interface PlainOptions {
  /** What the plain side does. */
  readonly role: 'offerer' | 'answerer';
  /** One line for each when it offers; what it answers with. */
  readonly tracks: readonly MediaStreamTrack[];
  /** It has a data channel of its own when it offers. */
  readonly data?: boolean;
  /** It wants no camera, and refuses the line for it. */
  readonly refuses?: boolean;
}

/** One of our links, and at the other end a connection of this browser that knows descriptions and candidates only. */
export interface PlainPair {
  readonly ours: LinkSide;
  readonly plain: RTCPeerConnection;
  /** Our own connections. */
  readonly book: ConnectionBook;
  /** Offers anew, as an app does after a change; resolves once that is answered. */
  offer(): Promise<void>;
  connected(): Promise<void>;
  close(): void;
}

/** Port 0 refuses a line (RFC 3264 §6), which is no part of the bundle then (RFC 8843 §7.3.3). */
const withoutCamera = (sdp: string): string => {
  const [, mid = ''] = /^m=video[^]*?^a=mid:(.*)$/m.exec(sdp) ?? [];
  return sdp.replace(/^m=video \d+/m, 'm=video 0').replace(/^a=group:BUNDLE.*$/m, (group) => group.replace(` ${mid.trim()}`, ''));
};

export const plainPair = ({role, tracks, data = false, refuses = false}: PlainOptions): PlainPair => {
  const book = bookConnections();
  const plain = new book.native();
  let answered: () => void = () => undefined;
  const described = (): string => plain.localDescription?.sdp ?? '';

  const answer = async (sdp: string): Promise<void> => {
    await plain.setRemoteDescription({type: 'offer', sdp});
    if (plain.getSenders().every(({track}) => !track)) for (const track of tracks) plain.addTrack(track);
    await plain.setLocalDescription();
    ours.link.receive('answer', {generation: 1, sdp: refuses ? withoutCamera(described()) : described()});
  };
  const carry = ({type, body}: LinkMessage): void => {
    if (type === 'offer') void answer(body.sdp);
    if (type === 'answer') void plain.setRemoteDescription({type: 'answer', sdp: body.sdp}).then(answered);
    if (type !== 'candidates') return;
    for (const candidate of body.candidates) void plain.addIceCandidate(candidate).catch(() => undefined);
  };
  const ours = createSide({
    role: role === 'offerer' ? 'answerer' : 'offerer',
    servers: [],
    policy: 'all',
    clock: systemClock,
    askedFresh: () => undefined,
    // In a task of its own, and as it is on a wire.
    carry: (message) => queueMicrotask(() => carry(message)),
  });
  plain.onicecandidate = ({candidate}) => {
    if (!candidate?.candidate) return;
    const {sdpMid, sdpMLineIndex} = candidate;
    ours.link.receive('candidates', {generation: 1, candidates: [{candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment: null}]});
  };
  const offer = async (): Promise<void> => {
    const done = new Promise<void>((resolve) => (answered = resolve));
    await plain.setLocalDescription(await plain.createOffer());
    ours.link.receive('offer', {generation: 1, sdp: described()});
    await done;
  };
  if (role === 'offerer') {
    for (const track of tracks) plain.addTrack(track);
    if (data) plain.createDataChannel('chat').onopen = ({target}) => (target as RTCDataChannel).send('{"typing":true}');
    void offer();
  }
  return {
    ours,
    plain,
    book,
    offer,
    connected: ours.connected,
    close: () => {
      ours.link.close();
      plain.close();
      book.close();
    },
  };
};
