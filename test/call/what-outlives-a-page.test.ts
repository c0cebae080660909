import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Person} from '../helpers/call-world.js';
import {FakeBrowser} from '../helpers/fake-browser.js';
import {TabMachine} from '../helpers/tab-machine.js';
import {setup} from '../helpers/two-people.js';

test('law 1: the microphone was switched off while it rang; it is off on the next page, too', async () => {
  const {world, alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  await alice.controller.set('mic', false);
  await alice.controller.set('camera', false);
  const back = await world.reload(alice, () => wait(300));
  await wait(500);
  assert.deepEqual([back.phase, back.state.local.mic, back.state.local.camera], ['ringing', 'off', 'off']);
  void bob.controller.accept();
  await wait(500);
  assert.deepEqual([back.phase, back.state.local.mic, bob.state.remote.mic], ['connected', 'off', false]);
});

test('loaded anew twice, before the tabs had agreed who talks: what was on comes back, what was off does not', async () => {
  for (const camera of [true, false]) {
    const {world, alice, wait, start} = await setup();
    const browser = new FakeBrowser(world.clock, () => 50);
    const dave = world.person('dave', {browser});
    await wait(200);
    await start(alice, 'dave');
    void dave.controller.accept();
    await wait(500);
    await dave.controller.set('camera', camera);
    const once = await world.reload(dave, () => wait(200));
    await wait(20);
    assert.equal(once.platform.media.size, 0, 'not agreed yet');
    const twice = await world.reload(once, () => wait(200));
    await wait(1000);
    const {mic, camera: shown} = twice.state.local;
    assert.deepEqual([alice.phase, twice.phase, mic, shown], ['connected', 'connected', 'on', camera ? 'on' : 'off']);
  }
});

/** Dave talks with Alice in one of two tabs, which share all that tabs share. */
const daveTalks = async () => {
  const parts = await setup();
  const {world, alice, wait, start} = parts;
  const machine = new TabMachine(world.clock, world.random);
  const [one, two] = [world.person('dave', {tab: machine.tab()}), world.person('dave', {tab: machine.tab()})] as const;
  await wait(200);
  await start(alice, 'dave');
  void one.controller.accept();
  await wait(500);
  assert.deepEqual([alice.phase, one.phase], ['connected', 'connected']);
  return {...parts, machine, one, two};
};

const isHeld = (machine: TabMachine): boolean => machine.held.some((name) => name.endsWith(':talk'));

test('hung up while it waits for the right to talk: the right is not taken for a call that is over', async () => {
  const {world, machine, alice, bob, one, two, wait, start} = await daveTalks();
  one.controller.suspend();
  const {ticket} = one.platform;
  one.crash();
  await wait(20);
  await start(two, 'bob');
  const back: Person = world.person('dave', {tab: machine.tab(), ticket});
  await wait(150);
  await back.controller.hangUp();
  await two.controller.hangUp();
  await wait(3000);
  assert.deepEqual([back.end, bob.phase, isHeld(machine)], ['hung-up local', 'ended', false]);
  await start(two, 'bob');
  assert.equal(two.phase, 'ringing');
  assert.equal(alice.phase, 'ended');
});

test('other connectors, or another server, in the middle of a call: this tab still has the right to talk, and gives it back', async () => {
  for (const change of [{connectors: ['memory']}, {tokenUrl: 'https://portal.example/token'}]) {
    const {machine, alice, one, two, wait, start} = await daveTalks();
    one.controller.configure(change);
    two.controller.configure(change);
    await wait(500);
    assert.deepEqual([one.phase, isHeld(machine), two.state.elsewhere?.callId], ['connected', true, one.state.callId], JSON.stringify(change));
    await two.controller.start({callee: 'bob'});
    assert.equal(two.state.trouble?.code, 'already-in-call');
    await alice.controller.hangUp();
    await wait(500);
    assert.deepEqual([one.end, isHeld(machine), two.state.elsewhere], ['hung-up remote', false, undefined]);
    await start(two, 'bob');
    assert.equal(two.phase, 'ringing');
  }
});

test('another user signs in in the middle of a call: nothing of it is carried to their tabs', async () => {
  const {machine, alice, one, two, wait} = await daveTalks();
  const erin = two;
  erin.controller.configure({userId: 'erin'});
  await wait(100);
  one.controller.configure({userId: 'erin'});
  const seen: unknown[] = [];
  erin.controller.subscribe(({elsewhere}) => void (elsewhere && seen.push(elsewhere)));
  await wait(500);
  assert.deepEqual([alice.phase, one.phase, isHeld(machine), seen], ['ended', 'ended', false, []]);
});

test('a window’s own answer came after the caller’s ring: it is the same call, and nobody is told "busy"', async () => {
  const {world, alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  const ring = world.server.log.findLast(({message, to}) => message.type === 'ring' && to.user === 'bob');
  bob.platform.ticket = {kind: 'answer', user: 'bob', at: world.clock.now(), connector: 'memory', message: ring?.message, sender: {user: 'alice'}, media: 'audio'};
  bob.controller.resume();
  await wait(500);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
});
