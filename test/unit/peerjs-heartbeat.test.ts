import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {createHeartbeat} from '../../src/connectors/peerjs/heartbeat.js';

const setup = () => {
  mock.timers.enable({apis: ['setTimeout']});
  const counts = {probes: 0, lost: 0};
  const heartbeat = createHeartbeat(() => void counts.probes++, () => void counts.lost++);
  return {counts, heartbeat, wait: (ms: number) => mock.timers.tick(ms)};
};

test.afterEach(() => mock.timers.reset());

test('a dead path is found on time, however often somebody asks meanwhile', () => {
  const {counts, heartbeat, wait} = setup();
  heartbeat.beat();
  for (let second = 0; second < 3; second += 1) {
    wait(1000);
    heartbeat.beat();
  }
  assert.deepEqual(counts, {probes: 4, lost: 0});
  wait(1000);
  assert.equal(counts.lost, 1);
});

test('a path that answers is probed every five seconds', () => {
  const {counts, heartbeat, wait} = setup();
  heartbeat.opening();
  wait(7000);
  heartbeat.beat();
  for (let round = 1; round <= 5; round += 1) {
    wait(3000);
    heartbeat.echo();
    wait(5000);
    assert.deepEqual(counts, {probes: 1 + round, lost: 0});
  }
  heartbeat.stop();
  wait(60_000);
  assert.equal(counts.lost, 0);
});

test('who has joined another network waits less for an echo, even if one is being waited for', () => {
  const {counts, heartbeat, wait} = setup();
  heartbeat.beat();
  wait(1000);
  heartbeat.beat(1500);
  wait(1400);
  assert.equal(counts.lost, 0);
  wait(100);
  assert.equal(counts.lost, 1);
});
