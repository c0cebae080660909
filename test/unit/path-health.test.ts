import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {LinkHealth, LinkPath} from '../../src/protocol/peer-link.js';
import {createJudge, PathHealth} from '../../src/rtc/path-health.js';
import {createFakeClock} from '../helpers/fake-clock.js';

const DIRECT: LinkPath = {local: 'host', remote: 'srflx', protocol: 'udp', roundTripMs: 40, received: 0, lost: 0};

const setup = () => {
  const clock = createFakeClock();
  const told: LinkHealth[] = [];
  const world: {path: LinkPath | undefined; looks: number} = {path: DIRECT, looks: 0};
  const read = async (): Promise<LinkPath | undefined> => {
    world.looks += 1;
    return world.path;
  };
  const health = new PathHealth(clock, read, (news) => void told.push(news));
  /** Two seconds in which a hundred packets were sent to us, of which so many were lost. */
  const pass = async (lost: number, changes: Partial<LinkPath> = {}): Promise<void> => {
    const before = world.path ?? DIRECT;
    world.path = {...before, received: before.received + 100 - lost, lost: before.lost + lost, ...changes};
    await clock.advance(2000);
  };
  return {clock, told, world, health, pass};
};

const GOOD = {path: 'direct', weak: false};
const WEAK = {path: 'direct', weak: true};

test('tells the kind of path at once, and each other one; not what stays the same', async () => {
  const {clock, told, health, pass} = setup();
  health.start();
  await clock.advance(0);
  for (let look = 0; look < 5; look += 1) await pass(0);
  assert.deepEqual(told, [GOOD]);
  await pass(0, {local: 'relay'});
  await pass(0, {local: 'host', remote: 'relay'});
  await pass(0, {remote: 'prflx'});
  assert.deepEqual(told, [GOOD, {path: 'relay', weak: false}, GOOD]);
});

test('a fifth is lost: weak after three looks, good again after three good ones', async () => {
  const {clock, told, health, pass} = setup();
  health.start();
  await clock.advance(0);
  await pass(20);
  await pass(20);
  assert.deepEqual(told, [GOOD]);
  await pass(20);
  assert.deepEqual(told, [GOOD, WEAK]);
  assert.equal(health.last?.loss, 0.2);
  for (let look = 0; look < 5; look += 1) await pass(8);
  assert.deepEqual(told, [GOOD, WEAK], 'between the lines nothing changes');
  for (let look = 0; look < 3; look += 1) await pass(2);
  assert.deepEqual(told, [GOOD, WEAK, GOOD]);
});

test('5 % lost, 300 ms there and back, or a moment’s trouble are nothing to be told of', async () => {
  const {clock, told, health, pass} = setup();
  health.start();
  await clock.advance(0);
  for (let look = 0; look < 5; look += 1) await pass(5, {roundTripMs: 300});
  for (let look = 0; look < 6; look += 1) await pass(look % 3 === 2 ? 0 : 60);
  assert.deepEqual(told, [GOOD]);
});

test('a long way is weak, too', () => {
  const judge = createJudge();
  assert.deepEqual([700, 700, 700, 500, 500, 500, 300, 300, 300].map((ms) => judge(0, ms)), [
    false, false, true, true, true, true, true, true, false,
  ]);
});

test('nothing sent is no loss, however little came before', async () => {
  const {clock, told, health, pass} = setup();
  health.start();
  await clock.advance(0);
  await pass(60);
  for (let look = 0; look < 4; look += 1) await pass(0, {received: 40, lost: 60});
  assert.equal(health.last?.loss, 0);
  assert.deepEqual(told, [GOOD]);
});

test('counters that begin anew are no loss', async () => {
  const {clock, told, health, pass} = setup();
  health.start();
  await clock.advance(0);
  for (let look = 0; look < 4; look += 1) await pass(2);
  for (let look = 0; look < 4; look += 1) await pass(0, {received: 10, lost: 0});
  assert.deepEqual(told, [GOOD]);
});

test('looks every two seconds while the path is there, and never after', async () => {
  const {clock, told, world, health} = setup();
  await clock.advance(10_000);
  assert.equal(world.looks, 0);
  health.start();
  health.start();
  await clock.advance(10_000);
  assert.equal(world.looks, 6);
  health.stop();
  await clock.advance(10_000);
  assert.deepEqual([world.looks, clock.pending], [6, 0]);
  health.start();
  health.stop();
  await clock.advance(10_000);
  assert.deepEqual([told.length, clock.pending], [1, 0], 'what was being read is nobody’s any more');
});
