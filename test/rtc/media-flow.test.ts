import {expect, waitUntil} from '@open-wc/testing';
import {NO_TRACKS} from '../../src/protocol/peer-link.js';
import {packetsSent, received, sentTracks} from '../helpers/real-connections.js';
import {linkPair} from '../helpers/real-links.js';
import type {LinkPair} from '../helpers/real-links.js';
import {frames, openFakeTracks} from '../helpers/real-media.js';
import type {FakeTracks} from '../helpers/real-media.js';

const PATIENCE = {timeout: 10_000, interval: 50};

describe('link: sound and picture', () => {
  let pair: LinkPair;
  let tracks: FakeTracks;

  before(async () => {
    tracks = await openFakeTracks();
  });
  after(() => {
    tracks.mic.stop();
    tracks.camera.stop();
  });
  beforeEach(() => {
    pair = linkPair();
  });
  afterEach(() => pair.close());

  it('connects with no track on any sender, and sends no packet for as long as nothing is attached', async () => {
    await pair.connected();
    await frames(tracks.camera, 10);
    for (const pc of [pair.book.offerer, pair.book.answerer]) {
      expect(sentTracks(pc)).to.deep.equal([]);
      expect(await packetsSent(pc)).to.equal(0);
    }
    expect(pair.book.all).to.have.length(2);
  });

  it('shows a picture and carries sound as soon as tracks are attached, without a further offer', async () => {
    await pair.connected();
    pair.caller.link.attach(tracks);
    await frames(pair.callee.link.remote, 2);
    await waitUntil(async () => (await received(pair.book.answerer)).sound > 0, 'no sound came', PATIENCE);
    expect(pair.caller.sent.filter(({type}) => type === 'offer')).to.have.length(1);
    expect(await packetsSent(pair.book.answerer), 'the callee attached nothing').to.equal(0);
  });

  it('carries both ways, whichever side attaches before the connection is made', async () => {
    pair.caller.link.attach(tracks);
    pair.callee.link.attach(tracks);
    await Promise.all([frames(pair.callee.link.remote, 2), frames(pair.caller.link.remote, 2)]);
  });

  it('shows a screen in a stream of its own', async () => {
    await pair.connected();
    const screen = tracks.camera.clone();
    pair.callee.link.attach({...NO_TRACKS, screen});
    await frames(pair.caller.link.remoteScreen, 2);
    expect(sentTracks(pair.book.answerer)).to.deep.equal([screen]);
    screen.stop();
  });

  it('sends nothing more once the tracks are taken away', async () => {
    await pair.connected();
    pair.caller.link.attach(tracks);
    await frames(pair.callee.link.remote, 2);
    pair.caller.link.attach(NO_TRACKS);
    await waitUntil(() => sentTracks(pair.book.offerer).length === 0, 'a track is still there', PATIENCE);
    // What was encoded already still leaves; then nothing does for ten pictures' time, or this never ends.
    let sent: number;
    do {
      sent = await packetsSent(pair.book.offerer);
      await frames(tracks.camera, 10);
    } while ((await packetsSent(pair.book.offerer)) !== sent);
  });

  it('keeps the last of several attachments made in one go', async () => {
    await pair.connected();
    const {link} = pair.caller;
    for (const some of [tracks, NO_TRACKS, {...NO_TRACKS, mic: tracks.mic}, tracks, {...NO_TRACKS, camera: tracks.camera}]) {
      link.attach(some);
    }
    await frames(pair.callee.link.remote, 2);
    expect(sentTracks(pair.book.offerer)).to.deep.equal([tracks.camera]);
  });

  it('tells of the path in use what kinds of candidates it has, and no address', async () => {
    await pair.connected();
    const path = await pair.caller.link.path();
    expect(path).to.include({protocol: 'udp'});
    expect(path?.local).to.match(/^(host|prflx)$/);
    expect(path?.remote).to.match(/^(host|prflx)$/);
    expect(JSON.stringify(path)).not.to.match(/\d+\.\d+\.\d+\.\d+|::|\.local/);
  });

  it('knows of no path before there is one', async () => {
    expect(await pair.callee.link.path()).to.equal(undefined);
  });
});
