import {expect} from '@open-wc/testing';
import {received} from '../helpers/real-connections.js';
import {frames} from '../helpers/real-media.js';
import {NO_LEAKS, startBob} from '../helpers/real-stranger.js';
import type {Bob, Stranger} from '../helpers/real-stranger.js';

// After Project Zero, "The State of State Machines" (2021): each of these once opened somebody's microphone.
describe('consent: while Bob’s phone rings, connected beforehand', () => {
  let bob: Bob;
  let mallory: Stranger;

  beforeEach(async () => {
    bob = await startBob({ipPrivacy: 'off'});
    mallory = bob.stranger();
  });
  afterEach(() => bob.close());

  const ringing = async (): Promise<void> => {
    mallory.ring();
    await mallory.next('ringing');
  };

  /** Nothing came out, nothing was opened, and it still rings; looked at after time for ten pictures. */
  const expectSilence = async (): Promise<void> => {
    await frames(bob.witness.camera, 10);
    expect(await bob.leaks()).to.deep.equal(NO_LEAKS);
    expect(await received(mallory.pc)).to.deep.equal({frames: 0, sound: 0});
    expect(bob.controller.state.phase).to.equal('incoming');
    expect(bob.controller.streams.local).to.equal(undefined);
    expect(bob.controller.streams.remote).to.equal(undefined);
  };

  const acceptAndSee = async (): Promise<void> => {
    void bob.controller.accept();
    await mallory.next('accept');
    mallory.say('confirm');
    await bob.until(({phase, local}) => phase === 'connected' && local.camera === 'on');
    const [, camera] = mallory.pc.getReceivers().map(({track}) => track);
    if (camera) await frames(camera, 2);
  };

  it('25: answers nothing to a caller that says the call is accepted, confirmed, ringing or answered', async () => {
    await ringing();
    await mallory.offer();
    await mallory.connect();
    const [answer] = mallory.heard.filter(({type}) => type === 'answer');
    for (const type of ['accept', 'confirm', 'ringing', 'renew'] as const) mallory.say(type, {media: 'video', generation: 1});
    mallory.say('answer', answer?.body);
    await expectSilence();
  });

  it('25: is heard only once Bob answers, even if the caller had confirmed before', async () => {
    await ringing();
    await mallory.offer();
    await mallory.connect();
    mallory.say('confirm');
    mallory.say('accept', {media: 'video'});
    await expectSilence();
    await acceptAndSee();
  });

  it('26: sends nothing to an offer that has all its candidates in it', async () => {
    mallory.ring();
    await mallory.offer({bundled: true});
    await mallory.connect();
    await expectSilence();
  });

  it('26: only rings when candidates come before the ring', async () => {
    const candidates = [{candidate: 'candidate:1 1 udp 2122260223 127.0.0.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0}];
    mallory.say('candidates', {generation: 1, candidates});
    mallory.ring();
    await bob.until(({phase}) => phase === 'incoming');
    await expectSilence();
    expect(bob.book.all).to.deep.equal([]);
  });

  it('27: sends nothing however often the caller negotiates anew', async () => {
    await ringing();
    await mallory.offer();
    await mallory.connect();
    for (let time = 0; time < 3; time += 1) {
      await mallory.offer();
      const {body} = await mallory.next('answer');
      await mallory.pc.setRemoteDescription({type: 'answer', sdp: body.sdp});
    }
    await expectSilence();
    expect(bob.book.all, 'one connection throughout').to.have.length(1);
  });

  it('27: keeps one connection open, whatever number the caller gives its offers', async () => {
    await ringing();
    for (const generation of [1, 5, 3, 5, 900_000]) {
      const {sdp = ''} = await offerOf(mallory);
      mallory.say('offer', {generation, sdp});
    }
    await mallory.next('answer');
    await expectSilence();
    expect(bob.book.open.length).to.be.at.most(1);
  });

  for (const direction of ['recvonly', 'sendonly', 'inactive']) {
    it(`28: sends nothing when every line is turned to ${direction}, once connected and from the start`, async () => {
      const flip = (sdp: string) => sdp.replace(/^a=sendrecv$/gm, `a=${direction}`);
      await ringing();
      await mallory.offer({change: flip});
      await mallory.connect();
      await expectSilence();
      await mallory.offer();
      const {body} = await mallory.next('answer');
      await mallory.pc.setRemoteDescription({type: 'answer', sdp: body.sdp});
      await expectSilence();
      await acceptAndSee();
    });
  }
});

/** Something that can be offered, of a connection that is gone again. */
const offerOf = async ({pc}: Stranger): Promise<RTCSessionDescriptionInit> => {
  if (pc.getTransceivers().length === 0) for (const kind of ['audio', 'video', 'video']) pc.addTransceiver(kind);
  return pc.createOffer();
};
