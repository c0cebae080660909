import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Person} from '../helpers/call-world.js';
import {FakeBrowser} from '../helpers/fake-browser.js';
import {setup} from '../helpers/two-people.js';

/** Alice at one page, and Bob with some tabs of one browser. */
const withTabs = async (count = 2, delay?: () => number) => {
  const parts = await setup();
  const browser = new FakeBrowser(parts.world.clock, delay);
  const tabs = Array.from({length: count}, () => parts.world.person('dave', {browser}));
  await parts.wait(100);
  const [one, two] = tabs as [Person, Person];
  return {...parts, browser, tabs, one, two};
};

test('answered in one tab: it is over in the others at once, silently and not missed, and the caller hears of one answer', async () => {
  const {world, alice, tabs, one, wait, start, everybodyRests} = await withTabs(8);
  await start(alice, 'dave');
  assert.deepEqual(tabs.map(({phase}) => phase), Array(8).fill('incoming'));
  const sent = world.server.log.length;
  void one.controller.accept();
  await wait(8);
  for (const other of tabs.slice(1)) assert.deepEqual([other.end, other.leftovers], ['answered-elsewhere system', []]);
  await wait(500);
  assert.deepEqual([alice.phase, one.phase], ['connected', 'connected']);
  const ends = world.server.log.slice(sent).filter(({from, message}) => from.user === 'dave' && message.type === 'end');
  assert.deepEqual([ends.length, tabs.flatMap((tab) => tab.told('call-missed')).length], [0, 0]);
  await alice.controller.hangUp();
  await wait(500);
  everybodyRests(...tabs);
});

test('answered in all tabs in the same instant: one has the call, and no other opens a device', async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    let turn = seed;
    const {alice, tabs, wait, start, everybodyRests} = await withTabs(8, () => (turn = (turn * 7) % 11));
    await start(alice, 'dave');
    const opened = new Set<Person>();
    for (const tab of tabs) tab.controller.subscribe(({local}) => void (local.mic !== 'off' && opened.add(tab)));
    for (const tab of tabs) void tab.controller.accept();
    await wait(1000);
    const winners = tabs.filter(({phase}) => phase === 'connected');
    assert.deepEqual([alice.phase, winners.length, opened.size], ['connected', 1, 1]);
    for (const tab of tabs) if (tab !== winners[0]) assert.equal(tab.end, 'answered-elsewhere system');
    await winners[0]?.controller.hangUp();
    await wait(500);
    assert.equal(alice.end, 'hung-up remote');
    everybodyRests(...tabs);
  }
});

test('declined in one tab: over in the others as declined elsewhere, and nothing was missed', async () => {
  const {alice, one, two, wait, start, everybodyRests} = await withTabs();
  await start(alice, 'dave');
  await one.controller.decline();
  await wait(5);
  assert.equal(two.end, 'declined-elsewhere system');
  await wait(500);
  assert.deepEqual([alice.end, two.told('call-missed').length], ['declined remote', 0]);
  everybodyRests(one, two);
});

test('a call while another tab talks does not begin, and the person is told why', async () => {
  const {alice, one, two, wait, start} = await withTabs();
  await start(alice, 'dave');
  void one.controller.accept();
  await wait(500);
  await two.controller.start({callee: 'bob'});
  assert.deepEqual([two.phase, two.state.trouble?.code], ['ended', 'already-in-call']);
  assert.deepEqual([one.phase, two.platform.media.size], ['connected', 0]);
});

test('two tabs call in the same instant: one call, and the other tab’s never left the browser', async () => {
  const {world, alice, bob, one, two, wait, everybodyRests} = await withTabs();
  void one.controller.start({callee: 'bob'});
  void two.controller.start({callee: 'alice'});
  await wait(1000);
  assert.deepEqual([one.phase, bob.phase, alice.phase], ['ringing', 'incoming', 'idle']);
  assert.deepEqual([two.end, two.state.trouble?.code, two.leftovers], ['vetoed system', 'already-in-call', []]);
  assert.ok(world.server.log.every(({from}) => from.endpoint !== two.endpoint));
  await one.controller.hangUp();
  await wait(500);
  void two.controller.start({callee: 'bob'});
  await wait(500);
  assert.equal(two.phase, 'ringing');
  await two.controller.hangUp();
  await wait(500);
  everybodyRests(one, two);
});

test('the tab that talks crashes: another can call and answer at once', async () => {
  const {alice, bob, one, two, wait, start} = await withTabs();
  await start(alice, 'dave');
  void one.controller.accept();
  await wait(500);
  one.crash();
  await wait(10);
  await start(two, 'bob');
  assert.deepEqual([two.phase, bob.phase], ['ringing', 'incoming']);
});

test('several ring in two tabs, one is answered in the second: the first tab is quiet, and the other callers hear "busy"', async () => {
  const {alice, bob, one, two, wait, start} = await withTabs();
  await start(alice, 'dave');
  await start(bob, 'dave');
  void two.controller.accept({callId: bob.state.callId ?? ''});
  await wait(500);
  assert.deepEqual([two.phase, bob.phase, alice.end], ['connected', 'connected', 'busy remote']);
  assert.deepEqual([one.phase, one.ringing.length, one.leftovers], ['ended', 0, []]);
  assert.deepEqual([...one.told('call-missed'), ...two.told('call-missed')].map(({peer}) => peer.id), ['alice']);
});

test('both call each other from one of several tabs: one call, and the crossing one goes on with the right to talk', async () => {
  const {bob, one, two, wait, everybodyRests, world} = await withTabs();
  for (const later of [0, 2, 8, 12]) {
    void one.controller.start({callee: 'bob'});
    await wait(later);
    void bob.controller.start({callee: 'dave'});
    await wait(3000);
    assert.deepEqual([one.phase, bob.phase], ['connected', 'connected'], `${later} ms later`);
    await two.controller.start({callee: 'alice'});
    assert.equal(two.state.trouble?.code, 'already-in-call');
    await one.controller.hangUp();
    await wait(1000);
    everybodyRests(one, two);
  }
  assert.ok(world.server.log.length > 0);
});

test('the tenth page that rings is answered: it has the call, though no connection was made to it while it rang', async () => {
  const {alice, tabs, wait, start} = await withTabs(10);
  await start(alice, 'dave');
  const unlinked = tabs.find(({platform}) => platform.links.size === 0);
  assert.ok(unlinked);
  void unlinked.controller.accept();
  await wait(1000);
  assert.deepEqual([alice.phase, unlinked.phase], ['connected', 'connected']);
});
