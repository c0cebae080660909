import {expect, waitUntil} from '@open-wc/testing';
import {systemClock} from '../../src/util/clock.js';
import type {Clock} from '../../src/util/clock.js';
import {linkPair} from '../helpers/real-links.js';
import type {LinkPair} from '../helpers/real-links.js';
import {frames, openFakeTracks} from '../helpers/real-media.js';

/** A clock that knows what still waits. */
const countingClock = () => {
  const waiting = new Set<object>();
  const clock: Clock = {
    now: systemClock.now,
    after: (ms, fn) => {
      const timer = {};
      waiting.add(timer);
      const cancel = systemClock.after(ms, () => {
        waiting.delete(timer);
        fn();
      });
      return () => {
        waiting.delete(timer);
        cancel();
      };
    },
  };
  return {clock, waiting};
};

/** How many listeners this page's window has been given, less those taken back. */
const bookListeners = () => {
  let count = 0;
  const {addEventListener, removeEventListener} = globalThis;
  globalThis.addEventListener = (...listener: Parameters<typeof addEventListener>) => {
    count += 1;
    addEventListener(...listener);
  };
  globalThis.removeEventListener = (...listener: Parameters<typeof removeEventListener>) => {
    count -= 1;
    removeEventListener(...listener);
  };
  return {
    get count() {
      return count;
    },
    close: () => Object.assign(globalThis, {addEventListener, removeEventListener}),
  };
};

describe('link: from first to last', () => {
  let pair: LinkPair | undefined;

  afterEach(() => {
    pair?.close();
    pair = undefined;
  });

  it('leaves no connection, listener, timer or track behind when it closes', async () => {
    const listeners = bookListeners();
    const {clock, waiting} = countingClock();
    pair = linkPair({clock});
    const tracks = await openFakeTracks();
    await pair.connected();
    pair.caller.link.attach(tracks);
    await frames(pair.callee.link.remote, 1);
    const {caller, callee, book} = pair;
    for (const {link} of [caller, callee]) {
      link.close('hung-up');
      link.close('hung-up');
    }
    expect(book.open).to.deep.equal([]);
    expect(listeners.count).to.equal(0);
    expect(waiting.size).to.equal(0);
    for (const {link} of [caller, callee]) expect(link.remote.getTracks().concat(link.remoteScreen.getTracks())).to.deep.equal([]);
    expect(tracks.camera.readyState, 'devices belong to somebody else').to.equal('live');
    tracks.mic.stop();
    tracks.camera.stop();
    listeners.close();
  });

  it('does nothing more, whatever it is told afterwards', async () => {
    pair = linkPair();
    await pair.connected();
    const {caller, callee, book} = pair;
    const [offer] = caller.sent;
    const answer = callee.sent.find(({type}) => type === 'answer');
    caller.link.close();
    callee.link.close();
    const said = [caller.sent.length, callee.sent.length];
    for (const {link} of [caller, callee]) {
      link.renew();
      link.widen('relay');
      link.tell({mic: 'on', camera: 'on', screen: 'on'});
      expect(link.sendText('x')).to.equal(false);
      expect(await link.path()).to.equal(undefined);
    }
    if (offer) callee.receive(offer);
    if (answer) caller.receive(answer);
    caller.receive({type: 'renew', body: {generation: 1}});
    expect([caller.sent.length, callee.sent.length]).to.deep.equal(said);
    expect(book.all).to.have.length(2);
  });

  it('makes no connection when it is closed while it was still asking for ICE servers', async () => {
    pair = linkPair();
    pair.caller.link.close();
    pair.callee.link.close();
    await openFakeTracks().then(({mic, camera}) => [mic, camera].forEach((track) => track.stop()));
    expect(pair.book.all).to.deep.equal([]);
    expect(pair.caller.sent).to.deep.equal([]);
  });
});

describe('link: ICE servers', () => {
  it('connects in spite of servers that the browser refuses, at first and at a restart', async () => {
    const good = {urls: 'stun:127.0.0.1:34789'};
    const bad = [{urls: 'turn:127.0.0.1:9', username: 'u', credential: 'c'}, {urls: 'turn:127.0.0.1'}, {urls: 'http://x'}];
    const pair = linkPair({servers: [...bad, good]});
    await pair.connected();
    pair.caller.link.renew();
    await pair.callee.until(() => pair.callee.sent.filter(({type}) => type === 'answer').length === 2);
    await pair.connected();
    const used = pair.book.offerer.getConfiguration().iceServers?.map(({urls}) => [urls].flat()) ?? [];
    expect(used.flat()).to.include(good.urls);
    pair.close();
    expect(pair.book.open).to.deep.equal([]);
  });
});

describe('link: an offer that is held', () => {
  let pair: LinkPair;

  beforeEach(() => {
    pair = linkPair({policy: 'none'});
  });
  afterEach(() => pair.close());

  /** The caller has said all that it has to say. */
  const offered = async (): Promise<void> => {
    await pair.caller.until(() => pair.caller.sent.some(({type}) => type === 'candidates'));
    await waitUntil(() => pair.book.offerer.iceGatheringState === 'complete', 'still gathering', {timeout: 10_000});
  };

  it('makes no connection and says nothing, whatever comes', async () => {
    await offered();
    pair.callee.link.attach({mic: undefined, camera: undefined, screen: undefined});
    globalThis.dispatchEvent(new Event('online'));
    expect(pair.book.all, 'the caller’s').to.have.length(1);
    expect(pair.callee.sent).to.deep.equal([]);
    expect(pair.callee.statuses).to.deep.equal([]);
  });

  it('is answered once it may be, with the candidates that came meanwhile', async () => {
    await offered();
    pair.callee.link.widen('all');
    await pair.connected();
    expect(pair.book.all).to.have.length(2);
  });

  it('carries the tracks that were attached meanwhile', async () => {
    await offered();
    const tracks = await openFakeTracks();
    pair.callee.link.attach(tracks);
    pair.callee.link.widen('all');
    await frames(pair.caller.link.remote, 2);
    tracks.mic.stop();
    tracks.camera.stop();
  });

  it('shows no address of its own while it may only be relayed, and finds the direct path when it may', async () => {
    await offered();
    pair.callee.link.widen('relay');
    await pair.callee.until(() => pair.callee.sent.some(({type}) => type === 'answer'));
    await waitUntil(() => pair.book.answerer.iceGatheringState === 'complete', 'still gathering', {timeout: 10_000});
    const addresses = () => JSON.stringify(pair.callee.sent).match(/a?=?candidate:/g) ?? [];
    expect(addresses()).to.deep.equal([]);
    pair.callee.link.widen('all');
    await pair.connected();
    expect(addresses()).not.to.deep.equal([]);
  });
});
