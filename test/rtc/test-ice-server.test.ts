import {expect} from '@open-wc/testing';
import {testIceServer} from '../../src/ice/test-ice-server.js';
import type {Clock} from '../../src/util/clock.js';

/** Nobody is there, and no packet leaves the machine. */
const NOBODY = {url: 'turn:127.0.0.1:3499?transport=udp', username: 'u', credential: 'c'};

/** A clock that stands still, and knows how many wait for it. */
const stillClock = () => {
  const waiting = new Set<() => void>();
  const clock: Clock = {
    now: () => 0,
    after: (_, fn) => {
      waiting.add(fn);
      return () => waiting.delete(fn);
    },
  };
  return {clock, waiting};
};

describe('trying an ICE server', () => {
  it('ends when its element goes, and leaves no timer behind', async () => {
    const {clock, waiting} = stillClock();
    const leaving = new AbortController();
    const result = testIceServer(NOBODY, leaving.signal, clock);
    leaving.abort();
    expect((await result).kind).not.to.equal('found');
    expect(waiting.size).to.equal(0);
    expect((await testIceServer(NOBODY, leaving.signal, clock)).kind).not.to.equal('found');
    expect(waiting.size).to.equal(0);
  });

  it('leaves no timer behind where there is nothing to try', async () => {
    const {clock, waiting} = stillClock();
    const result = await testIceServer({url: 'http://127.0.0.1'}, new AbortController().signal, clock);
    expect(result).to.deep.equal({kind: 'unusable'});
    expect(waiting.size).to.equal(0);
  });
});
