import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {CallMemory} from '../src/signalling/call-memory.js';

const MINUTE = 60_000;

test.beforeEach(() => mock.timers.enable({apis: ['setTimeout']}));
test.afterEach(() => mock.timers.reset());

test('whoever comes back within five minutes may go on with their calls; later they are strangers', () => {
  const memory = new CallMemory();
  memory.enter('alice').add('bob', 'call-1');
  memory.leave('alice');
  mock.timers.tick(4 * MINUTE);
  assert.equal(memory.enter('alice').has('bob', 'call-1'), true);
  memory.leave('alice');
  mock.timers.tick(5 * MINUTE);
  assert.equal(memory.enter('alice').has('bob', 'call-1'), false);
});

test('who leaves one of two pages is not forgotten', () => {
  const memory = new CallMemory();
  memory.enter('alice').add('bob', 'call-1');
  memory.enter('alice');
  memory.leave('alice');
  mock.timers.tick(10 * MINUTE);
  assert.equal(memory.enter('alice').has('bob', 'call-1'), true);
});
