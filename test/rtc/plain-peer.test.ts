import {expect, waitUntil} from '@open-wc/testing';
import {NO_TRACKS} from '../../src/protocol/peer-link.js';
import {packetsSent, received, sentTracks} from '../helpers/real-connections.js';
import {linkPair} from '../helpers/real-links.js';
import {frames, openFakeTracks} from '../helpers/real-media.js';
import type {FakeTracks} from '../helpers/real-media.js';
import {plainPair} from '../helpers/plain-pair.js';
import type {PlainOptions, PlainPair} from '../helpers/plain-pair.js';

const PATIENCE = {timeout: 10_000, interval: 50};

describe('link: a plain WebRTC stack at the other end', () => {
  let theirs: FakeTracks;
  let mine: FakeTracks;
  let screen: MediaStreamTrack;
  let pair: PlainPair | undefined;

  before(async () => {
    theirs = await openFakeTracks();
    mine = await openFakeTracks();
    screen = theirs.camera.clone();
  });
  after(() => {
    for (const track of [theirs.mic, theirs.camera, mine.mic, mine.camera, screen]) track.stop();
  });
  afterEach(() => {
    pair?.close();
    pair = undefined;
  });

  const meet = async (options: PlainOptions): Promise<PlainPair> => {
    pair = plainPair(options);
    await pair.connected();
    return pair;
  };
  const last = ({ours}: PlainPair) => ours.media.at(-1);
  const incoming = ({plain}: PlainPair, kind: string) =>
    plain.getReceivers().flatMap(({track}) => (track.kind === kind ? [track] : []));

  for (const role of ['offerer', 'answerer'] as const) {
    describe(`as ${role}`, () => {
      it('gets no track and no packet before this side attaches one', async () => {
        const met = await meet({role, tracks: [theirs.mic, theirs.camera]});
        await frames(met.ours.link.remote, 10);
        const [pc] = met.book.open;
        expect(sentTracks(pc!)).to.deep.equal([]);
        expect(await packetsSent(pc!)).to.equal(0);
      });

      it('is heard and seen, and hears and sees', async () => {
        const met = await meet({role, tracks: [theirs.mic, theirs.camera]});
        met.ours.link.attach(mine);
        await Promise.all([frames(met.ours.link.remote, 2), frames(incoming(met, 'video')[0]!, 2)]);
        await waitUntil(async () => (await received(met.plain)).sound > 0, 'the app hears nothing', PATIENCE);
        await met.ours.until(() => met.ours.media.length > 0 && last(met)!.mic && last(met)!.camera);
        expect(last(met)).to.deep.equal({mic: true, camera: true, screen: false});
      });

      it('without a camera it is heard, and nobody waits for its picture', async () => {
        const met = await meet({role, tracks: [theirs.mic]});
        met.ours.link.attach({...NO_TRACKS, mic: mine.mic});
        await waitUntil(async () => (await received(met.plain)).sound > 0, 'the app hears nothing', PATIENCE);
        await met.ours.until(() => last(met)?.mic === true);
        await frames(mine.camera, 10);
        expect(met.ours.media).to.deep.equal([{mic: true, camera: false, screen: false}]);
      });

      it('tells nothing more once the link is closed', async () => {
        const met = await meet({role, tracks: [theirs.mic, theirs.camera]});
        await met.ours.until(() => last(met)?.camera === true);
        const count = met.ours.media.length;
        met.ours.link.close();
        await frames(mine.camera, 10);
        expect(met.ours.media).to.have.length(count);
        expect(met.ours.link.remote.getTracks()).to.deep.equal([]);
      });
    });
  }

  describe('lines of its offer', () => {
    it('may stand in any order: each is known by its kind', async () => {
      const met = await meet({role: 'offerer', tracks: [theirs.camera, theirs.mic]});
      met.ours.link.attach(mine);
      await Promise.all([frames(met.ours.link.remote, 2), frames(incoming(met, 'video')[0]!, 2)]);
      expect(met.ours.link.remote.getTracks().map(({kind}) => kind)).to.have.members(['audio', 'video']);
      expect(sentTracks(met.book.answerer)).to.have.members([mine.mic, mine.camera]);
    });

    it('a second picture is a screen', async () => {
      const met = await meet({role: 'offerer', tracks: [theirs.mic, theirs.camera, screen]});
      await frames(met.ours.link.remoteScreen, 2);
      await met.ours.until(() => last(met)?.screen === true && last(met)?.camera === true);
    });

    it('a picture alone is a camera', async () => {
      const met = await meet({role: 'offerer', tracks: [theirs.camera]});
      await frames(met.ours.link.remote, 2);
      met.ours.link.attach(mine);
      await frames(incoming(met, 'video')[0]!, 2);
      expect(sentTracks(met.book.answerer)).to.deep.equal([mine.camera]);
    });

    it('a data channel of its own disturbs nobody', async () => {
      const met = await meet({role: 'offerer', tracks: [theirs.mic, theirs.camera], data: true});
      met.ours.link.tell({mic: 'on', camera: 'off', screen: 'off'});
      await met.ours.until(() => last(met)?.camera === true);
      expect(met.ours.texts).to.deep.equal([]);
      expect(met.ours.gone).to.deep.equal([]);
    });

    it('say that its camera is off, and on again', async () => {
      const met = await meet({role: 'offerer', tracks: [theirs.mic, theirs.camera]});
      await met.ours.until(() => last(met)?.camera === true);
      const line = met.plain.getTransceivers()[1]!;
      line.direction = 'recvonly';
      await met.offer();
      await met.ours.until(() => last(met)?.camera === false);
      line.direction = 'sendrecv';
      await met.offer();
      await met.ours.until(() => last(met)?.camera === true);
    });

    it('offered anew on the same connection they stay what they were, and what was added joins them', async () => {
      const met = await meet({role: 'offerer', tracks: [theirs.mic]});
      met.ours.link.attach(mine);
      await met.ours.until(() => last(met)?.mic === true);
      met.plain.addTrack(theirs.camera);
      await met.offer();
      await Promise.all([frames(met.ours.link.remote, 2), frames(incoming(met, 'video')[0]!, 2)]);
      expect(met.book.all).to.have.length(1);
      expect(sentTracks(met.book.answerer)).to.have.members([mine.mic, mine.camera]);
    });
  });

  describe('lines of our offer', () => {
    it('that it refuses take nothing from the others', async () => {
      const met = await meet({role: 'answerer', tracks: [theirs.mic], refuses: true});
      met.ours.link.attach({...mine, screen});
      await frames(incoming(met, 'video').at(-1)!, 2);
      expect(sentTracks(met.book.offerer)).to.have.members([mine.mic, screen]);
      await met.ours.until(() => last(met)?.mic === true);
      expect(met.ours.link.remote.getTracks().map(({kind}) => kind)).to.deep.equal(['audio']);
    });
  });
});

describe('link: two of ours', () => {
  it('know of each other what they say, and not what arrives', async () => {
    const pair = linkPair();
    const tracks = await openFakeTracks();
    pair.caller.link.tell({mic: 'off', camera: 'off', screen: 'off'});
    await pair.callee.until(() => pair.callee.media.length > 0);
    pair.caller.link.attach(tracks);
    await frames(pair.callee.link.remote, 10);
    expect(pair.callee.media).to.deep.equal([{mic: false, camera: false, screen: false}]);
    expect(pair.caller.media, 'neither said nor sent anything').to.deep.equal([]);
    tracks.mic.stop();
    tracks.camera.stop();
    pair.close();
  });
});
