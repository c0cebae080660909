import {expect} from '@open-wc/testing';
import {createPeerLink} from '../../src/rtc/create-peer-link.js';
import type {MessageBodies} from '../../src/protocol/messages.js';
import type {PeerLinkOptions} from '../../src/protocol/peer-link.js';
import {systemClock} from '../../src/util/clock.js';
import {bookConnections, packetsSent, sentTracks} from '../helpers/real-connections.js';
import type {ConnectionBook} from '../helpers/real-connections.js';
import {linkPair} from '../helpers/real-links.js';
import type {LinkPair, Tamper} from '../helpers/real-links.js';
import {frames, openFakeTracks} from '../helpers/real-media.js';

const withDirection = (direction: string): Tamper => (message) => {
  if (message.type !== 'offer') return [message];
  const sdp = message.body.sdp.replace(/^a=sendrecv$/gm, `a=${direction}`);
  return [{type: 'offer', body: {...message.body, sdp}}];
};

describe('link: an offer that is not ours', () => {
  let pair: LinkPair | undefined;

  afterEach(() => pair?.close());

  for (const direction of ['recvonly', 'sendonly', 'inactive']) {
    it(`sends nothing to an offer that says ${direction}`, async () => {
      pair = linkPair({tamper: withDirection(direction)});
      await pair.callee.connected();
      const witness = await openFakeTracks();
      await frames(witness.camera, 10);
      witness.mic.stop();
      witness.camera.stop();
      expect(sentTracks(pair.book.answerer)).to.deep.equal([]);
      expect(await packetsSent(pair.book.answerer)).to.equal(0);
    });
  }

  it('still shows its own picture to one that would not see any, once both agreed', async () => {
    // Flips that were meant to open a door must not shut one for good either: the next honest offer heals.
    let honest = false;
    const flip = withDirection('sendonly');
    pair = linkPair({tamper: (message, from) => (honest ? [message] : flip(message, from))});
    await pair.callee.connected();
    honest = true;
    const tracks = await openFakeTracks();
    pair.callee.link.attach(tracks);
    pair.callee.link.renew();
    await frames(pair.caller.link.remote, 2);
    tracks.mic.stop();
    tracks.camera.stop();
  });
});

const HONEST = ['audio', 'video', 'video'];

describe('link: lines in an offer', () => {
  let book: ConnectionBook;

  const describeLines = async (kinds: readonly string[], {data}: {readonly data: boolean}): Promise<string> => {
    const stranger = new book.native();
    for (const kind of kinds) stranger.addTransceiver(kind);
    if (data) stranger.createDataChannel('call', {negotiated: true, id: 0});
    const {sdp = ''} = await stranger.createOffer();
    stranger.close();
    return sdp;
  };

  /** Gives the offer to a callee's link, then an honest one; resolves with the first answer's lines. */
  const firstAnswer = async (sdp: string): Promise<readonly (string | undefined)[]> => {
    const honest = await describeLines(HONEST, {data: true});
    const answer = await new Promise<string>((answered) => {
      const send: PeerLinkOptions['send'] = (type, body) => {
        if (type !== 'answer') return;
        link.close();
        answered((body as MessageBodies['answer']).sdp);
      };
      const ignore = (): void => undefined;
      const link = createPeerLink(
        {
          role: 'answerer',
          policy: 'all',
          iceServers: async () => [],
          send,
          status: ignore,
          health: ignore,
          remoteMedia: ignore,
          remoteText: ignore,
          remoteGone: ignore,
          remoteAway: ignore,
        },
        systemClock,
      );
      link.receive('offer', {generation: 1, sdp});
      link.receive('offer', {generation: 1, sdp: honest});
    });
    return [...answer.matchAll(/^m=(\w+)/gm)].map(([, kind]) => kind);
  };

  beforeEach(() => {
    book = bookConnections();
  });
  afterEach(() => book.close());

  const REFUSED: Readonly<Record<string, readonly string[]>> = {
    'only a data channel': [],
    'a second microphone': ['audio', 'audio', 'video', 'video'],
    'a third picture': ['audio', 'video', 'video', 'video'],
  };

  for (const [what, kinds] of Object.entries(REFUSED)) {
    it(`refuses ${what}, and answers the honest offer that follows`, async () => {
      const lines = await firstAnswer(await describeLines(kinds, {data: true}));
      expect(lines.filter((kind) => kind !== 'application')).to.deep.equal(HONEST);
      expect(lines).to.have.length(4);
      expect(book.open).to.deep.equal([]);
    });
  }

  it('refuses a line of a kind that no call has', async () => {
    const sdp = (await describeLines(HONEST, {data: true})).replace('m=application', 'm=message');
    expect(await firstAnswer(sdp)).to.include('application');
  });

  it('is not disturbed by an offer that is no SDP at all', async () => {
    expect(await firstAnswer('hello')).to.have.length(4);
    expect(book.open).to.deep.equal([]);
  });
});
