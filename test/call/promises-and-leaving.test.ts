import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CallController} from '../../src/call/call-controller.js';
import {CallEngine} from '../../src/call/call-engine.js';
import {Line} from '../../src/call/line.js';
import type {CallState} from '../../src/types/call-state.js';
import {CallStartRequestEvent} from '../../src/events/call-start-request.js';
import {setup} from '../helpers/two-people.js';

/** The phase in which a promise settled, or that it waits. */
const watch = (promise: Promise<CallState>) => {
  const seen = {phase: 'waiting'};
  void promise.then(({phase}) => (seen.phase = phase));
  return seen;
};

test('start settles when the other side rings', async () => {
  const {world, alice, wait} = await setup();
  world.server.weather.delay = [400, 400];
  const started = watch(alice.controller.start({callee: 'bob'}));
  await wait(700);
  assert.equal(started.phase, 'waiting');
  await wait(200);
  assert.equal(started.phase, 'ringing');
});

test('start settles when nobody is there', async () => {
  const {alice, wait} = await setup();
  const started = watch(alice.controller.start({callee: 'nobody'}));
  await wait(3100);
  assert.equal(started.phase, 'ended');
});

test('accept settles when connected, on both kinds of end too', async () => {
  const {world, alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  world.network.cut(bob.endpoint);
  const accepted = watch(bob.controller.accept());
  await wait(1000);
  assert.equal(accepted.phase, 'waiting');
  world.network.heal(bob.endpoint);
  await wait(6000);
  assert.equal(accepted.phase, 'connected');
  await alice.controller.hangUp();
  await wait(500);
  await start(alice, 'bob');
  world.network.cut(bob.endpoint);
  const failed = watch(bob.controller.accept());
  await wait(30_000);
  assert.equal(failed.phase, 'ended');
});

test('decline, hangUp, accept and set settle at once when there is nothing to do', async () => {
  const {alice, wait} = await setup();
  const {controller} = alice;
  const all = [controller.decline(), controller.hangUp(), controller.accept(), controller.set('mic', true)].map(watch);
  await wait(10);
  assert.deepEqual(all.map(({phase}) => phase), ['idle', 'idle', 'idle', 'idle']);
});

test('set settles when the device is on', async () => {
  const {alice, wait, answered} = await setup();
  await answered();
  await alice.controller.set('camera', false);
  alice.platform.devices.delay = 1000;
  let on: string | undefined;
  void alice.controller.set('camera', true).then(({local}) => (on = local.camera));
  await wait(500);
  assert.deepEqual([on, alice.state.local.camera], [undefined, 'pending']);
  await wait(600);
  assert.equal(on, 'on');
});

test('disposed in any phase: nothing is left, the other side is told, and nothing starts any more', async () => {
  for (const phase of ['idle', 'initiating', 'ringing', 'incoming', 'connecting', 'connected', 'reconnecting'] as const) {
    const {world, alice, bob, wait, start, answered, everybodyRests} = await setup();
    const leaver = phase === 'incoming' ? bob : alice;
    if (phase === 'initiating') void alice.controller.start({callee: 'nobody'});
    if (phase === 'ringing' || phase === 'incoming') await start(alice, 'bob');
    if (phase === 'connecting') world.network.cut(bob.endpoint);
    if (phase === 'connecting') await start(alice, 'bob').then(() => void bob.controller.accept());
    if (phase === 'connected' || phase === 'reconnecting') await answered();
    if (phase === 'reconnecting') world.network.cut(bob.endpoint);
    await wait(phase === 'initiating' ? 10 : 2500);
    assert.equal(leaver.phase, phase);
    await leaver.controller.dispose();
    assert.deepEqual(leaver.leftovers, [], phase);
    const sent = world.server.log.length;
    await leaver.controller.start({callee: 'bob'});
    leaver.controller.configure({userId: 'eve'});
    leaver.controller.resume();
    await leaver.controller.dispose();
    await wait(60_000);
    const own = world.server.log.slice(sent).filter(({from}) => from.endpoint === leaver.endpoint);
    assert.deepEqual(own, [], phase);
    everybodyRests();
  }
});

test('disposed while the engine is being fetched: the call that was asked for never begins', async () => {
  const {world, alice, bob, wait} = await setup();
  let finish = (): void => undefined;
  const controller = new CallController({
    clock: world.clock,
    randomId: world.random.id,
    loadLine: async (...line) => new Line(...line),
    loadEngine: (host) => new Promise((resolve) => (finish = () => resolve(new CallEngine(host, alice.platform)))),
  });
  controller.configure({userId: 'carol', connector: 'memory'});
  await wait(100);
  const started = watch(controller.start({callee: 'bob'}));
  await wait(10);
  void controller.dispose();
  finish();
  await wait(5000);
  assert.deepEqual([started.phase, controller.state.phase, bob.phase], ['idle', 'idle', 'idle']);
});

test('an engine that cannot be fetched is a trouble, not an exception, and is fetched again for the next press', async () => {
  const {world, alice, bob, wait, start} = await setup();
  let attempts = 0;
  const controller = new CallController({
    clock: world.clock,
    randomId: world.random.id,
    loadLine: async (...line) => new Line(...line),
    loadEngine: async (host) => {
      attempts += 1;
      if (attempts < 3) throw new TypeError('Failed to fetch dynamically imported module');
      return new CallEngine(host, alice.platform);
    },
  });
  controller.configure({userId: 'carol', connector: 'memory'});
  await wait(100);
  controller.handle(new CallStartRequestEvent({callee: 'bob', media: 'audio', connector: undefined}));
  await wait(100);
  assert.deepEqual([controller.state.phase, controller.state.trouble?.recoverable], ['idle', true]);
  void controller.start({callee: 'bob'});
  await start(bob, 'carol');
  assert.deepEqual([attempts > 2, controller.state.phase, bob.phase], [true, 'incoming', 'ringing']);
});

test('another user signs in during a call: it ends on both sides, in the name of the one who left', async () => {
  for (const userId of ['carol', '']) {
    const {world, alice, bob, wait, answered} = await setup();
    await answered();
    // Only signalling may tell: the call's own connection is gone, too.
    world.network.cut(bob.endpoint);
    alice.controller.configure({userId});
    await wait(500);
    assert.deepEqual([alice.end, bob.end, alice.state.line], ['hung-up local', 'hung-up remote', userId ? 'online' : 'off']);
    assert.deepEqual([alice.leftovers, bob.leftovers], [[], []]);
  }
});

test('a page that ends a call from within its change of state hears once that it ended, and in order', async () => {
  for (const when of ['initiating', 'ringing', 'connecting', 'connected'] as const) {
    const {alice, bob, wait, everybodyRests} = await setup();
    alice.controller.subscribe(({phase}) => void (phase === when && alice.controller.hangUp()));
    void alice.controller.start({callee: 'bob'});
    await wait(500);
    void bob.controller.accept();
    await wait(20_000);
    everybodyRests();
    const changes = alice.told('call-state-change').map(({from, to}) => [from, to]);
    const steps = changes.flat();
    for (let step = 1; step < steps.length - 1; step += 2) assert.equal(steps[step], steps[step + 1], JSON.stringify(changes));
    assert.equal(steps.at(-1), 'ended');
    assert.deepEqual(alice.told('call-ended').length, 1);
  }
});

test('a page that ends the call it is answering opens no microphone', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  bob.controller.subscribe(({phase}) => void (phase === 'connecting' && bob.controller.hangUp()));
  await start(alice, 'bob');
  void bob.controller.accept();
  await wait(1000);
  assert.equal(alice.end, 'hung-up remote');
  everybodyRests();
});

test('a name longer than a message may hold still rings, shortened', async () => {
  const {world, bob, wait, start} = await setup();
  const carol = world.person('carol', {configuration: {userName: 'C'.repeat(5000), userAvatar: `data:image/png,${'x'.repeat(40_000)}`}});
  await wait(100);
  await start(carol, 'bob');
  assert.deepEqual([bob.phase, bob.state.peer?.name.startsWith('CCC'), bob.state.peer?.avatar], ['incoming', true, undefined]);
});

test('a listener that vetoes the ring shows it itself; one that throws stops nothing', async () => {
  const {alice, bob, start} = await setup();
  bob.controller.onNotice(({type}) => type !== 'call-incoming');
  await start(alice, 'bob');
  assert.deepEqual([bob.phase, bob.state.shownByPage], ['incoming', true]);
});
