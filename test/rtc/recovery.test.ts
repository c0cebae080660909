import {expect} from '@open-wc/testing';
import type {Clock} from '../../src/util/clock.js';
import {systemClock} from '../../src/util/clock.js';
import {sentTracks} from '../helpers/real-connections.js';
import {linkPair} from '../helpers/real-links.js';
import type {LinkMessage, LinkPair, PairOptions} from '../helpers/real-links.js';
import {frames, openFakeTracks} from '../helpers/real-media.js';
import type {FakeTracks} from '../helpers/real-media.js';

const clockAt = (speed: number): Clock => ({now: systemClock.now, after: (ms, fn) => systemClock.after(ms / speed, fn)});

/** The five seconds given to an attempt pass in a quarter of one. */
const quickClock = clockAt(20);

/** What the browser says when nothing comes through any more; made up, since no network can be cut within one page. */
const losePath = (pc: RTCPeerConnection): void => {
  Object.defineProperty(pc, 'connectionState', {configurable: true, value: 'disconnected'});
  pc.onconnectionstatechange?.(new Event('connectionstatechange'));
  Reflect.deleteProperty(pc, 'connectionState');
};

const generations = (messages: readonly LinkMessage[], type: LinkMessage['type']): readonly number[] =>
  messages.filter((message) => message.type === type).map(({body}) => body.generation);

describe('link: a path that is lost', () => {
  let pair: LinkPair;
  let tracks: FakeTracks;

  const talking = async (options: PairOptions = {}): Promise<void> => {
    pair = linkPair({clock: quickClock, ...options});
    await pair.connected();
    pair.caller.link.attach(tracks);
    pair.callee.link.attach(tracks);
    await frames(pair.callee.link.remote, 1);
  };

  before(async () => {
    tracks = await openFakeTracks();
  });
  after(() => {
    tracks.mic.stop();
    tracks.camera.stop();
  });
  afterEach(() => pair.close());

  for (const side of ['caller', 'callee'] as const) {
    it(`keeps the picture through an ICE restart that the ${side} wants`, async () => {
      await talking();
      const [before] = pair.callee.sent.filter(({type}) => type === 'answer');
      pair[side].link.renew();
      await pair.callee.until(() => generations(pair.callee.sent, 'answer').length === 2);
      const after = pair.callee.sent.findLast(({type}) => type === 'answer');
      expect(after?.body).not.to.deep.equal(before?.body);
      await Promise.all([frames(pair.callee.link.remote, 10), frames(pair.caller.link.remote, 10)]);
      expect(pair.book.all, 'the same connections').to.have.length(2);
      expect(pair.caller.freshAsked, 'fresh ICE servers were asked for').to.equal(1);
    });
  }

  it('asks for a restart at once when it is lost, and the callee asks the caller for it', async () => {
    await talking();
    losePath(pair.book.answerer);
    await pair.callee.until(() => generations(pair.callee.sent, 'answer').length === 2);
    expect(generations(pair.callee.sent, 'renew')).to.deep.equal([1]);
    expect(pair.callee.statuses).to.include('lost');
  });

  it('puts a fresh connection in its place when no restart is answered, and the picture is back', async () => {
    let cut = false;
    await talking({tamper: (message) => (cut && message.body.generation === 1 ? [] : [message])});
    const [old, older] = pair.book.all;
    const {remote} = pair.caller.link;
    cut = true;
    losePath(pair.book.offerer);
    await pair.callee.until(() => generations(pair.callee.sent, 'answer').includes(2));
    await pair.connected();
    await Promise.all([frames(pair.callee.link.remote, 5), frames(pair.caller.link.remote, 5)]);
    expect(pair.caller.link.remote, 'the same stream').to.equal(remote);
    expect(old?.signalingState).to.equal('closed');
    expect(older?.signalingState).to.equal('closed');
    expect(pair.book.open).to.have.length(2);
    expect(sentTracks(pair.book.answerer)).to.have.members([tracks.mic, tracks.camera]);
    expect(sentTracks(pair.book.offerer)).to.have.members([tracks.mic, tracks.camera]);
  });

  it('stops trying once the path is found again', async () => {
    await talking();
    losePath(pair.book.offerer);
    await pair.caller.until(() => generations(pair.caller.sent, 'offer').length === 2);
    pair.book.offerer.onconnectionstatechange?.(new Event('connectionstatechange'));
    await pair.connected();
    await frames(pair.callee.link.remote, 10);
    expect(pair.book.all).to.have.length(2);
  });

  it('ignores the answer to a connection that was given up, even while it waits for the next one', async () => {
    let cut = false;
    const late: LinkMessage[] = [];
    await talking({
      // The second attempt must do, on a slow machine too.
      clock: clockAt(3),
      tamper: (message, from) => {
        if (!cut || from === 'offerer') return [message];
        if (message.type === 'answer' && message.body.generation === 2) return [...late, message, ...late];
        if (message.body.generation === 1) late.push(message);
        return message.body.generation === 1 ? [] : [message];
      },
    });
    cut = true;
    losePath(pair.book.offerer);
    await pair.callee.until(() => generations(pair.callee.sent, 'answer').includes(2));
    await pair.connected();
    expect(late.map(({type}) => type)).to.include('answer');
    await Promise.all([frames(pair.callee.link.remote, 5), frames(pair.caller.link.remote, 5)]);
    expect(generations(pair.caller.sent, 'offer')).to.deep.equal([1, 1, 2]);
    expect(pair.book.open).to.have.length(2);
  });

  it('ignores an offer of a connection that was given up', async () => {
    let cut = false;
    await talking({tamper: (message) => (cut && message.body.generation === 1 ? [] : [message])});
    const [first] = pair.caller.sent;
    cut = true;
    losePath(pair.book.offerer);
    await pair.callee.until(() => generations(pair.callee.sent, 'answer').includes(2));
    await pair.connected();
    if (first) pair.callee.receive(first);
    await frames(pair.callee.link.remote, 5);
    expect(generations(pair.callee.sent, 'answer').filter((generation) => generation === 1)).to.have.length(1);
  });

  it('takes no orders from the callee to offer, nor from the caller to answer', async () => {
    await talking();
    const [offer] = pair.caller.sent;
    const answer = pair.callee.sent.find(({type}) => type === 'answer');
    if (!offer || !answer) throw new Error('Both were sent.');
    pair.caller.receive(offer);
    pair.callee.receive(answer);
    pair.callee.receive({type: 'renew', body: {generation: 1}});
    await Promise.all([frames(pair.callee.link.remote, 5), frames(pair.caller.link.remote, 5)]);
    expect(generations(pair.caller.sent, 'offer')).to.deep.equal([1]);
    expect(generations(pair.caller.sent, 'answer')).to.deep.equal([]);
  });

  it('looks for a better path when this device changes to another network', async () => {
    await talking();
    globalThis.dispatchEvent(new Event('online'));
    await pair.callee.until(() => generations(pair.callee.sent, 'answer').length >= 2);
    await frames(pair.callee.link.remote, 5);
  });
});
