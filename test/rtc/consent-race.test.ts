import {expect, waitUntil} from '@open-wc/testing';
import {packetsSent, received, sentTracks} from '../helpers/real-connections.js';
import {frames} from '../helpers/real-media.js';
import {NO_LEAKS, startBob} from '../helpers/real-stranger.js';
import type {Bob, Stranger} from '../helpers/real-stranger.js';

const PATIENCE = {timeout: 10_000, interval: 50};

describe('consent: races around the answer', () => {
  let bob: Bob;
  let mallory: Stranger;

  beforeEach(async () => {
    bob = await startBob({ipPrivacy: 'off'});
    mallory = bob.stranger();
    mallory.ring();
    await mallory.next('ringing');
    await mallory.offer();
    await mallory.connect();
  });
  afterEach(() => bob.close());

  /** However it went, in the end there is no device open, no connection, and nothing was received. */
  const expectOver = async (): Promise<void> => {
    await bob.until(({phase}) => phase === 'ended');
    await waitUntil(() => bob.media.tracks.length === 0 || bob.media.live.length === 0, 'a device is still open', PATIENCE);
    expect(bob.book.open).to.deep.equal([]);
    expect(bob.controller.streams.local).to.equal(undefined);
  };

  it('29: lets go of the devices when the caller is gone in the moment of the answer', async () => {
    void bob.controller.accept();
    mallory.say('end', {reason: 'cancelled'});
    await expectOver();
    await frames(bob.witness.camera, 10);
    await expectOver();
    expect(await received(mallory.pc)).to.deep.equal({frames: 0, sound: 0});
  });

  it('29: opens no device when the caller was gone just before the answer', async () => {
    mallory.say('end', {reason: 'cancelled'});
    void bob.controller.accept();
    await expectOver();
    expect(bob.media.asked).to.deep.equal([]);
  });

  it('29: lets go of the devices when Bob thinks better of it in the same moment', async () => {
    void bob.controller.accept();
    void bob.controller.hangUp();
    await expectOver();
    await frames(bob.witness.camera, 10);
    await expectOver();
  });

  it('29: declines for good, whatever the caller says and whatever is pressed then', async () => {
    void bob.controller.decline();
    void bob.controller.accept();
    mallory.say('confirm');
    mallory.say('accept', {media: 'video'});
    await expectOver();
    expect(bob.controller.state.end?.reason).to.equal('declined');
    expect(bob.media.asked).to.deep.equal([]);
  });

  it('29: opens each device once, however often Bob answers', async () => {
    for (let press = 0; press < 5; press += 1) void bob.controller.accept();
    await mallory.next('accept');
    mallory.say('confirm');
    await bob.until(({phase, local}) => phase === 'connected' && local.camera === 'on');
    expect(bob.media.asked).to.have.length(1);
    expect(bob.media.live).to.have.length(2);
  });

  it('29: sends from the answer on, and nothing before', async () => {
    expect(await bob.leaks()).to.deep.equal(NO_LEAKS);
    void bob.controller.accept();
    await mallory.next('accept');
    mallory.say('confirm');
    await bob.until(({phase, local}) => phase === 'connected' && local.camera === 'on');
    const [, camera] = mallory.pc.getReceivers().map(({track}) => track);
    if (camera) await frames(camera, 2);
    expect(sentTracks(bob.book.answerer)).to.have.members(bob.media.live);
  });

  it('30: makes no second connection for another endpoint that knows the call', async () => {
    const eve = bob.stranger({user: 'mallory', call: mallory.call});
    eve.say('confirm');
    await eve.offer();
    const trent = bob.stranger({user: 'trent', call: mallory.call});
    trent.say('confirm');
    await trent.offer();
    await frames(bob.witness.camera, 10);
    expect(bob.book.all).to.have.length(1);
    expect(await bob.leaks()).to.deep.equal(NO_LEAKS);

    void bob.controller.accept();
    eve.say('confirm');
    trent.say('confirm');
    await eve.offer({generation: 9});
    await mallory.next('accept');
    mallory.say('confirm');
    await bob.until(({phase, local}) => phase === 'connected' && local.camera === 'on');
    const [, camera] = mallory.pc.getReceivers().map(({track}) => track);
    if (camera) await frames(camera, 2);
    expect(bob.book.all).to.have.length(1);
    for (const other of [eve, trent]) expect(other.pc.connectionState).not.to.equal('connected');
  });

  it('30: does not let another endpoint end the call, or another caller join it: theirs rings behind', async () => {
    const eve = bob.stranger({user: 'trent', call: mallory.call});
    eve.say('end', {reason: 'cancelled'});
    const trent = bob.stranger({user: 'trent'});
    trent.ring();
    await trent.next('ringing');
    expect(bob.controller.state).to.include({phase: 'incoming', callId: mallory.call});
    expect(bob.controller.state.waiting.map(({callId}) => callId)).to.deep.equal([trent.call]);
    expect(bob.book.all).to.have.length(1);
  });
});

describe('consent: what Bob’s device shows of itself while it rings', () => {
  let bob: Bob;

  afterEach(() => bob.close());

  const TURN = [{urls: 'turn:127.0.0.1:34789?transport=udp', username: 'u', credential: 'c'}];

  it('makes no connection before he answers, when there is no relay to hide behind', async () => {
    bob = await startBob({ipPrivacy: 'until-accept'});
    const mallory = bob.stranger();
    mallory.ring();
    await mallory.next('ringing');
    await mallory.offer();
    await mallory.offer({generation: 2});
    await frames(bob.witness.camera, 10);
    expect(bob.book.all).to.deep.equal([]);
    expect(mallory.heard.filter(({type}) => type !== 'ringing' && type !== 'ack')).to.deep.equal([]);

    void bob.controller.accept();
    await mallory.next('accept');
    mallory.say('confirm');
    await mallory.connect();
    await bob.until(({phase}) => phase === 'connected');
  });

  for (const ipPrivacy of ['until-accept', 'always'] as const) {
    it(`gathers nothing but relayed addresses, with a relay and ${ipPrivacy}`, async () => {
      bob = await startBob({ipPrivacy, iceServers: TURN});
      const mallory = bob.stranger();
      mallory.ring();
      await mallory.offer();
      const {body} = await mallory.next('answer');
      expect(bob.book.all.map((pc) => pc.getConfiguration().iceTransportPolicy)).to.deep.equal(['relay']);
      await frames(bob.witness.camera, 10);
      expect(body.sdp).not.to.match(/^a=candidate/m);
      expect(mallory.heard.filter(({type}) => type === 'candidates')).to.deep.equal([]);
      expect(await bob.leaks()).to.deep.equal(NO_LEAKS);
    });
  }

  it('goes on relayed after the answer too, with "always"', async () => {
    bob = await startBob({ipPrivacy: 'always', iceServers: TURN});
    const mallory = bob.stranger();
    mallory.ring();
    await mallory.offer();
    await mallory.next('answer');
    void bob.controller.accept();
    mallory.say('confirm');
    await bob.until(({local}) => local.camera === 'on');
    expect(bob.book.open.map((pc) => pc.getConfiguration().iceTransportPolicy)).to.deep.equal(['relay']);
    expect(mallory.heard.filter(({type}) => type === 'candidates')).to.deep.equal([]);
  });
});

describe('consent: while Bob calls', () => {
  it('sends nothing until somebody answers, whatever their device says', async () => {
    const bob = await startBob({ipPrivacy: 'off'});
    void bob.controller.start({callee: 'mallory'});
    const {callId = ''} = await bob.until(({local}) => local.camera === 'on');
    const mallory = bob.stranger({call: callId});
    mallory.say('ringing');
    const {body} = await mallory.next('offer');
    await mallory.pc.setRemoteDescription({type: 'offer', sdp: body.sdp});
    for (const transceiver of mallory.pc.getTransceivers()) transceiver.direction = 'sendrecv';
    await mallory.pc.setLocalDescription();
    mallory.say('confirm');
    mallory.say('answer', {generation: 1, sdp: mallory.pc.localDescription?.sdp});
    mallory.pc.onicecandidate = ({candidate}) => {
      if (candidate?.candidate) mallory.say('candidates', {generation: 1, candidates: [candidate.toJSON()]});
    };
    await waitUntil(() => bob.book.offerer.connectionState === 'connected', 'not connected', PATIENCE);
    await frames(bob.witness.camera, 10);
    expect(sentTracks(bob.book.offerer)).to.deep.equal([]);
    expect(await packetsSent(bob.book.offerer)).to.equal(0);
    expect(bob.controller.state.phase).to.equal('ringing');

    mallory.say('accept', {media: 'video'});
    await bob.until(({phase}) => phase === 'connected');
    const [, camera] = mallory.pc.getReceivers().map(({track}) => track);
    if (camera) await frames(camera, 2);
    await bob.close();
  });
});
