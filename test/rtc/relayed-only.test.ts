import {expect, waitUntil} from '@open-wc/testing';
import {whyNoConnection} from '../../src/call/why-no-connection.js';
import {systemClock} from '../../src/util/clock.js';
import {linkPair} from '../helpers/real-links.js';
import type {LinkPair, LinkSide} from '../helpers/real-links.js';

/** Nobody listens there. */
const TURN = [{urls: 'turn:127.0.0.1:34789?transport=udp', username: 'u', credential: 'c'}];

/** The five seconds given to an attempt pass in one. */
const quickClock = {now: systemClock.now, after: (ms: number, fn: () => void) => systemClock.after(ms / 5, fn)};

const answers = ({sent}: LinkSide): readonly number[] =>
  sent.filter(({type}) => type === 'answer').map(({body}) => body.generation);

describe('link: relayed only', () => {
  let pair: LinkPair;

  afterEach(() => pair.close());

  /** Time enough for a connection that is free to do so to have found where it is. */
  const timeEnough = async (): Promise<void> => {
    const free = new pair.book.native();
    free.createDataChannel('free');
    const found = new Promise((resolve) => (free.onicecandidate = resolve));
    await free.setLocalDescription();
    await found;
    free.close();
  };

  /** Another answer; a browser that has given up by itself may make several. */
  const answered = async (ask: () => void): Promise<void> => {
    const before = answers(pair.callee).length;
    ask();
    await pair.callee.until(() => answers(pair.callee).length > before);
    await expectHidden();
  };

  /** No side said a word of where it is, and no connection was ever allowed to. */
  const expectHidden = async (): Promise<void> => {
    await timeEnough();
    for (const {sent} of [pair.caller, pair.callee]) {
      expect(sent.filter(({type}) => type === 'candidates')).to.deep.equal([]);
      expect(JSON.stringify(sent)).not.to.contain('a=candidate');
    }
    const policies = pair.book.all.map((pc) => pc.getConfiguration().iceTransportPolicy);
    expect(new Set(policies)).to.deep.equal(new Set(['relay']));
  };

  it('shows no address: not at first, not after a restart, not on a fresh connection, not when it is asked to widen', async () => {
    let cut = false;
    pair = linkPair({
      clock: quickClock,
      servers: TURN,
      callerPolicy: 'relay',
      policy: 'none',
      tamper: (message) => (cut && message.body.generation === 1 ? [] : [message]),
    });
    await pair.caller.until(() => pair.caller.sent.length > 0);
    await answered(() => pair.callee.link.widen('relay'));
    for (const {link} of [pair.caller, pair.callee]) link.widen('relay');
    await answered(() => pair.caller.link.renew());
    await answered(() => globalThis.dispatchEvent(new Event('online')));
    expect(new Set(answers(pair.callee)), 'restarts, and no other connection').to.deep.equal(new Set([1]));

    cut = true;
    const {offerer} = pair.book;
    Object.defineProperty(offerer, 'connectionState', {configurable: true, value: 'failed'});
    offerer.onconnectionstatechange?.(new Event('connectionstatechange'));
    await pair.callee.until(() => answers(pair.callee).some((generation) => generation > 1));
    await expectHidden();
  });

  it('knows on both sides that a relay is set up and none was heard', async () => {
    pair = linkPair({servers: TURN, callerPolicy: 'relay', policy: 'relay'});
    await pair.callee.until(() => answers(pair.callee).length > 0);
    await waitUntil(() => pair.caller.link.report.search.answered, 'no answer', {timeout: 10_000});
    await timeEnough();
    for (const {link} of [pair.caller, pair.callee]) {
      const {search} = link.report;
      expect(search.servers).to.deep.equal({'turn:udp': 1});
      expect([...search.gathered, ...search.heard]).to.deep.equal([]);
      expect(whyNoConnection(search), JSON.stringify(search.errors)).to.equal('relay-unreachable');
    }
  });
});

describe('link: what it tells of its path', () => {
  it('is that it is direct, once, and a report without an address', async () => {
    const pair = linkPair();
    const sides = [pair.caller, pair.callee];
    await pair.connected();
    await Promise.all(sides.map((side) => side.until(() => side.health.length > 0)));
    for (const {health, link} of sides) {
      expect(health).to.deep.equal([{path: 'direct', weak: false}]);
      const {search, last} = link.report;
      expect([...search.gathered]).to.include('host');
      expect([...search.heard]).to.include('host');
      expect(last?.loss).to.equal(0);
      expect(JSON.stringify([search, [...search.gathered], [...search.heard], last])).not.to.match(/\d+\.\d+\.\d+|\.local/);
    }
    pair.close();
  });
});
