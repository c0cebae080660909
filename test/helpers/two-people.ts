import assert from 'node:assert/strict';
import type {CallState} from '../../src/types/call-state.js';
import {CallWorld} from './call-world.js';
import type {Person} from './call-world.js';
import {createFakeClock} from './fake-clock.js';

/** Alice and Bob, each at one device, online, in fair weather. */
export const setup = async ({seed = 1}: {readonly seed?: number} = {}) => {
  const world = new CallWorld(createFakeClock(), seed);
  const alice = world.person('alice');
  const bob = world.person('bob');
  const wait = (ms: number): Promise<void> => world.clock.advance(ms);
  await wait(100);

  /** Somebody presses, and the others have half a second. */
  const start = async (caller: Person, callee: string): Promise<CallState> => {
    void caller.controller.start({callee});
    await wait(500);
    return caller.state;
  };
  const answered = async (): Promise<void> => {
    await start(alice, 'bob');
    void bob.controller.accept();
    await wait(500);
    assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
  };
  /** No call is on, nothing of one is left, and each call of each person ended once. */
  const everybodyRests = (...people: readonly Person[]): void => {
    for (const person of [alice, bob, ...people]) {
      assert.ok(person.phase === 'ended' || person.phase === 'idle', `${person.user} is ${person.phase}`);
      assert.deepEqual(person.leftovers, [], `${person.user} holds on to something`);
      const ended = person.told('call-ended').map(({callId}) => callId);
      assert.equal(new Set(ended).size, ended.length, `${person.user} was told twice that a call ended`);
    }
  };
  return {world, alice, bob, wait, start, answered, everybodyRests};
};
