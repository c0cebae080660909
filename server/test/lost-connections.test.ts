import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {afterEach, mock, test} from 'node:test';
import {PipeClient} from './helpers/pipe-client.js';
import {openStand} from './helpers/signalling-stand.js';
import type {Stand} from './helpers/signalling-stand.js';

let stand: Stand | undefined;
afterEach(async () => {
  mock.timers.reset();
  await stand?.close();
  stand = undefined;
});

test('a connection whose other side is gone without a word is ended; one that only has nothing to say stays', async () => {
  mock.timers.enable({apis: ['setInterval']});
  stand = await openStand();
  const quiet = await PipeClient.open(stand, 'alice');
  const gone = await PipeClient.open(stand, 'bob');
  // A paused socket answers no ping, as a dead path would not.
  gone.socket.pause();
  for (let round = 0; round < 3; round += 1) {
    const pinged = once(quiet.socket, 'ping');
    mock.timers.tick(10_000);
    await pinged;
    await quiet.echo();
  }
  const entries = await stand.presence.atLeast(3);
  assert.deepEqual(entries[2], ['disconnected', 'bob', gone.id]);
});

test('a connection that does not read is ended before much is kept for it', async () => {
  stand = await openStand({limits: {messagesPerSecond: 10_000}});
  const alice = await PipeClient.open(stand, 'alice');
  const bob = await PipeClient.open(stand, 'bob');
  bob.socket.pause();
  const isGone = stand.presence.find(([event, user]) => event === 'disconnected' && user === 'bob').then(() => true);
  const sdp = 'x'.repeat(60_000);
  const call = randomUUID();
  for (let sent = 0; sent < 1000; sent += 1) {
    alice.write('bob', 'offer', call, {sdp});
    if (sent % 20 === 19 && (await Promise.race([isGone, alice.echo()])) === true) break;
  }
  assert.equal(await isGone, true);
});
