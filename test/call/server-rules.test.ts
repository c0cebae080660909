import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CallPolicy} from '../../src/connectors/connector.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {CallWorld} from '../helpers/call-world.js';

const setup = async (policy: CallPolicy, own: object = {}) => {
  const world = new CallWorld(createFakeClock());
  const [alice, bob] = [world.person('alice', {configuration: own}), world.person('bob', {configuration: own})];
  await world.clock.advance(10);
  world.server.policy = policy;
  return {world, alice, bob, wait: (ms: number) => world.clock.advance(ms)};
};

test('a server’s time limit of ringing counts', async () => {
  const {alice, wait} = await setup({ringTimeout: 10});
  void alice.controller.start({callee: 'bob'});
  await wait(9000);
  assert.equal(alice.phase, 'ringing');
  await wait(2000);
  assert.deepEqual([alice.phase, alice.state.end?.reason], ['ended', 'no-answer']);
});

test('a page’s own time limit of ringing comes before the server’s', async () => {
  const {alice, wait} = await setup({ringTimeout: 10}, {ringTimeout: 20});
  void alice.controller.start({callee: 'bob'});
  await wait(15_000);
  assert.equal(alice.phase, 'ringing');
});

test('addresses are hidden throughout where the server’s admin says so', async () => {
  const {alice, bob, wait} = await setup({ipPrivacy: 'always'});
  void alice.controller.start({callee: 'bob'});
  await wait(1000);
  void bob.controller.accept();
  await wait(1000);
  for (const {state} of [alice, bob]) assert.equal(state.trouble?.code, 'relay-missing');
});

for (const [rings, word] of [[true, 'sounds'], [false, 'is silent']] as const) {
  test(`a ring ${word} for somebody who is not to be disturbed, as the server’s admin has it`, async () => {
    const {alice, bob, wait} = await setup({ringWhileDoNotDisturb: rings});
    bob.controller.configure({status: 'do-not-disturb'});
    void alice.controller.start({callee: 'bob'});
    await wait(1000);
    assert.equal(bob.phase, 'incoming');
    assert.equal(bob.platform.tone, rings ? 'ringtone' : undefined);
  });
}

test('a call that the server does not allow ends at once, and its caller is told', async () => {
  const {world, alice, bob, wait} = await setup({});
  world.server.intercept = () => undefined;
  void alice.controller.start({callee: 'bob'});
  await wait(100);
  world.server.refuse('another call');
  assert.equal(alice.phase, 'initiating');
  world.server.refuse(alice.state.callId ?? '');
  assert.deepEqual([alice.phase, alice.state.end?.reason, alice.state.end?.by], ['ended', 'vetoed', 'system']);
  assert.deepEqual([alice.state.trouble?.code, alice.state.trouble?.recoverable], ['call-refused', false]);
  await wait(60_000);
  assert.deepEqual([alice.leftovers, bob.phase], [[], 'idle']);
});

test('a call that is on is not ended by a refusal', async () => {
  const {world, alice, bob, wait} = await setup({});
  void alice.controller.start({callee: 'bob'});
  await wait(1000);
  void bob.controller.accept();
  await wait(1000);
  world.server.refuse(alice.state.callId ?? '');
  assert.deepEqual([alice.phase, alice.state.trouble], ['connected', undefined]);
});
