import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Person} from '../helpers/call-world.js';
import {TabMachine} from '../helpers/tab-machine.js';
import {setup} from '../helpers/two-people.js';

/** Dave has so many tabs of one browser; all but the first are hidden, unless it is said otherwise. */
const daveWith = async (count: number, {visible = [0]}: {readonly visible?: readonly number[]} = {}) => {
  const parts = await setup();
  const machine = new TabMachine(parts.world.clock, parts.world.random);
  const tabs: Person[] = [];
  const open = async (isVisible: boolean): Promise<Person> => {
    const tab = machine.tab();
    tab.show(isVisible);
    const dave = parts.world.person('dave', {tab});
    tabs.push(dave);
    await parts.wait(100);
    return dave;
  };
  for (let index = 0; index < count; index += 1) await open(visible.includes(index));
  const phases = (): readonly string[] => tabs.map(({phase}) => phase);
  return {...parts, machine, tabs, open, phases, first: tabs[0] as Person, second: tabs[1] as Person};
};

test('eight tabs have one connection, and all of them are online', async () => {
  const {world, tabs} = await daveWith(8);
  assert.deepEqual(tabs.map(({state}) => state.line), Array(8).fill('online'));
  assert.equal(world.server.count('dave'), 1);
});

test('each tab that can be seen rings, whichever holds the line; answered in one, it is over in the others within 20 ms', async () => {
  for (const answering of [0, 3, 7]) {
    const {alice, tabs, phases, wait, start, everybodyRests} = await daveWith(8, {visible: [0, 1, 2, 3, 4, 5, 6, 7]});
    await start(alice, 'dave');
    assert.deepEqual(phases(), Array(8).fill('incoming'));
    void tabs[answering]?.controller.accept();
    await wait(20);
    for (const [index, tab] of tabs.entries()) if (index !== answering) assert.equal(tab.end, 'answered-elsewhere system');
    await wait(500);
    assert.equal(alice.phase, 'connected');
    assert.deepEqual(tabs.map(({state}) => state.elsewhere?.phase), tabs.map((_, index) => (index === answering ? undefined : 'connected')));
    await alice.controller.hangUp();
    await wait(500);
    assert.deepEqual(tabs.map(({state}) => state.elsewhere), Array(8).fill(undefined));
    everybodyRests(...tabs);
  }
});

test('hidden tabs leave the ring to the one that can be seen and the one that holds the line, and take it when they are looked at', async () => {
  const {alice, tabs, phases, wait, start, everybodyRests} = await daveWith(6, {visible: [2]});
  for (const {page} of tabs) if (page) page.isTouched = false;
  await start(alice, 'dave');
  assert.deepEqual(phases(), ['incoming', 'idle', 'incoming', 'idle', 'idle', 'idle']);
  tabs[4]?.page?.show(true);
  await wait(0);
  assert.equal(tabs[4]?.phase, 'incoming');
  await alice.controller.hangUp();
  await wait(500);
  tabs[5]?.page?.show(true);
  await wait(500);
  assert.deepEqual([tabs[5]?.phase, tabs[4]?.end], ['idle', 'cancelled remote']);
  everybodyRests(...tabs);
});

test('of hidden tabs, one that was touched rings besides, since it may sound', async () => {
  const {alice, tabs, phases, start} = await daveWith(4, {visible: []});
  for (const [index, {page}] of tabs.entries()) if (page) page.isTouched = index > 1;
  await start(alice, 'dave');
  assert.equal(phases()[0], 'incoming');
  assert.equal(phases().slice(2).filter((phase) => phase === 'incoming').length, 1);
});

test('the tab that holds the line is closed while it rings: the next has the line within 500 ms, and the ring with it', async () => {
  const {world, alice, tabs, first, second, wait, start} = await daveWith(3, {visible: []});
  for (const {page} of tabs) if (page) page.isTouched = false;
  await start(alice, 'dave');
  first.crash();
  await wait(20);
  assert.deepEqual([second.phase, second.state.line, world.server.count('dave')], ['incoming', 'online', 1]);
  void second.controller.accept();
  await wait(6000);
  assert.deepEqual([alice.phase, second.phase], ['connected', 'connected']);
});

test('a tab that does not hold the line makes itself ready for it when it rings, and not before', async () => {
  const {world, alice, first, second, wait, start, everybodyRests} = await daveWith(2, {visible: [1]});
  assert.deepEqual(world.server.prepared, []);
  await start(alice, 'dave');
  assert.deepEqual([...new Set(world.server.prepared)], [second.endpoint]);
  first.crash();
  await wait(20);
  assert.deepEqual([second.state.line, world.server.readied], ['online', [second.endpoint]]);
  await alice.controller.hangUp();
  await wait(500);
  everybodyRests(second);
});

test('the tab that holds the line stands still: one that is looked at takes the line, and it is given back to nobody', async () => {
  const {world, alice, first, second, wait, start} = await daveWith(2, {visible: [1]});
  if (first.page) first.page.isTouched = false;
  first.page?.hang();
  second.page?.show(true);
  await wait(2100);
  assert.deepEqual([second.state.line, world.server.count('dave')], ['online', 2]);
  await start(alice, 'dave');
  assert.equal(second.phase, 'incoming');
  first.page?.wake();
  await wait(100);
  assert.deepEqual([first.state.line, second.state.line, world.server.count('dave')], ['online', 'online', 1]);
  void second.controller.accept();
  await wait(6000);
  assert.deepEqual([alice.phase, second.phase], ['connected', 'connected']);
  // What it slept through may have rung for a moment.
  assert.ok(first.phase === 'idle' || first.end === 'answered-elsewhere system', first.phase);
});

test('a page that goes to sleep lets go of the line, and wakes up to the ring that goes on', async () => {
  const {world, alice, first, second, wait, start, everybodyRests} = await daveWith(2, {visible: []});
  await start(alice, 'dave');
  first.controller.freeze();
  await wait(20);
  assert.deepEqual([second.phase, second.state.line, world.server.count('dave')], ['incoming', 'online', 1]);
  first.controller.thaw();
  await wait(500);
  assert.deepEqual([first.state.line, first.phase, world.server.count('dave')], ['online', 'incoming', 1]);
  void second.controller.accept();
  await wait(6000);
  assert.deepEqual([alice.phase, second.phase, first.end], ['connected', 'connected', 'answered-elsewhere system']);
  await second.controller.hangUp();
  await wait(500);
  everybodyRests(first, second);
});

test('while a tab talks, another call rings nowhere: its caller hears "busy", and it was missed in the tab that talks', async () => {
  const {world, alice, bob, tabs, wait, start} = await daveWith(3, {visible: [0, 1, 2]});
  await start(alice, 'dave');
  void tabs[2]?.controller.accept();
  await wait(500);
  await start(bob, 'dave');
  assert.deepEqual([bob.end, tabs[2]?.phase, tabs[2]?.told('call-missed').length], ['busy remote', 'connected', 1]);
  assert.deepEqual(tabs.slice(0, 2).map((tab) => [tab.phase, tab.told('call-missed').length]), [['ended', 0], ['ended', 0]]);
  assert.equal(world.server.count('dave'), 1);
});

test('a tab crashes in a call: the others learn that nobody talks, and can call', async () => {
  const {alice, tabs, first, second, wait, start} = await daveWith(2, {visible: [0, 1]});
  await start(alice, 'dave');
  void first.controller.accept();
  await wait(500);
  assert.equal(second.state.elsewhere?.peer.id, 'alice');
  first.crash();
  await wait(20);
  assert.equal(second.state.elsewhere, undefined);
  await start(second, 'bob');
  assert.equal(second.phase, 'ringing');
  assert.equal(tabs.length, 2);
});

test('another user signs in in one of two tabs: each has a line of their own', async () => {
  const {world, second, first, wait} = await daveWith(2);
  second.controller.configure({userId: 'erin'});
  await wait(100);
  assert.deepEqual([world.server.count('dave'), world.server.count('erin'), first.state.line, second.state.line], [1, 1, 'online', 'online']);
  first.controller.configure({userId: ''});
  await wait(100);
  assert.deepEqual([world.server.count('dave'), first.state.line], [0, 'off']);
});

test('all pages left: nothing is held', async () => {
  const {machine, world, tabs, wait} = await daveWith(4);
  for (const {controller} of tabs) await controller.dispose();
  await wait(100);
  assert.deepEqual([machine.held, world.server.count('dave')], [[], 0]);
});
