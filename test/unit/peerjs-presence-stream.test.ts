import assert from 'node:assert/strict';
import {test} from 'node:test';
import {signedInPage} from '../helpers/signed-in-page.js';

const HOUR = 3_600_000;

/** Alice, who is in and watches these people; `seen` has the news of each as it came. */
const watching = async (...users: readonly string[]) => {
  const page = signedInPage();
  const seen: string[] = [];
  const stops = users.map((user) => page.session.presence?.(user, (presence) => void seen.push(`${user} ${presence}`)));
  await page.enter();
  await page.clock.advance(100);
  page.asked();
  return {...page, stops, seen: () => seen.splice(0), stream: () => page.streams.at(-1)};
};

const is = (user: string, presence: string): string => `event: presence\ndata: ${JSON.stringify({user, presence})}\n\n`;

test('one stream tells of all who are watched, and is opened anew when that changes', async () => {
  const {session, clock, streams, stops, seen, stream} = await watching('bob', 'carol');
  assert.deepEqual(stream()?.users, ['bob', 'carol']);
  stream()?.say(is('bob', 'away') + is('carol', 'busy') + is('mallory', 'available'));
  await clock.advance(0);
  assert.deepEqual(seen(), ['bob unknown', 'carol unknown', 'bob away', 'carol busy']);
  stops[1]?.();
  session.presence?.('dave', () => undefined);
  await clock.advance(100);
  assert.deepEqual([streams.length, streams[0]?.signal.aborted, stream()?.users], [2, true, ['bob', 'dave']]);
  stops[0]?.();
  assert.deepEqual(seen(), [], 'nobody is unknown in between');
});

test('a presence that there is not is unknown, and never taken for available', async () => {
  const {clock, seen, stream} = await watching('bob');
  stream()?.say(is('bob', 'available') + is('bob', 'ecstatic'));
  await clock.advance(0);
  assert.deepEqual(seen(), ['bob unknown', 'bob available', 'bob unknown']);
});

test('a stream that says nothing for 30 s is an outage; a word of any kind is enough', async () => {
  const {clock, streams, seen, stream} = await watching('bob');
  stream()?.say(is('bob', 'away'));
  for (let count = 0; count < 4; count += 1) {
    await clock.advance(29_000);
    stream()?.say(': still here\n\n');
    await clock.advance(0);
  }
  assert.deepEqual([streams.length, seen()], [1, ['bob unknown', 'bob away']]);
  await clock.advance(30_000);
  assert.deepEqual([streams[0]?.signal.aborted, seen()], [true, ['bob unknown']]);
  await clock.advance(2000);
  assert.equal(streams.length, 2);
});

test('a server that opens streams and ends them at once is asked ever more slowly', async () => {
  const {clock, streams} = await watching('bob');
  const opened: number[] = [];
  for (let minute = 0; minute < 3; minute += 1) {
    let count = 0;
    for (let second = 0; second < 60; second += 1) {
      for (const stream of streams.splice(0)) {
        stream.end();
        count += 1;
      }
      await clock.advance(1000);
    }
    opened.push(count);
  }
  assert.ok(opened.slice(1).every((count) => count >= 3 && count <= 8), opened.join(' '));
});

test('a stream that has lasted is asked for again soon, yet not before the server’s own pause', async () => {
  const {clock, streams, stream} = await watching('bob');
  stream()?.say('retry: 20000\n\n');
  await clock.advance(10_000);
  stream()?.end();
  await clock.advance(7000);
  assert.equal(streams.length, 1);
  await clock.advance(13_000);
  assert.equal(streams.length, 2);
});

test('many people with long names are as many as an address may hold; who came last is among them', async () => {
  const users = Array.from({length: 250}, (_, index) => `employee.number.${index}@department.example.org`);
  const {stream} = await watching(...users);
  const {users: asked = []} = stream() ?? {};
  assert.ok(new URLSearchParams(asked.map((user) => ['user', user])).toString().length <= 4096 + 10);
  assert.deepEqual([asked.length > 50, asked.at(-1)], [true, users.at(-1)]);
  const short = await watching(...Array.from({length: 250}, (_, index) => String(index)));
  assert.equal(short.stream()?.users.length, 200);
});

test('a token that the server does not take any more is replaced for a stream, too', async () => {
  const {world, clock, stream, streams, asked} = await watching('bob');
  world.server = (_path, token) => (token === 1 ? new Response('', {status: 401}) : {});
  await clock.advance(10_000);
  stream()?.end();
  await clock.advance(3000);
  assert.deepEqual([asked(), streams.length], [['events 1', 'token', 'events 2'], 2]);
});

test('a renewed token opens the stream anew: the server ends it with the one that opened it', async () => {
  const {clock, streams, seen, asked, stream} = await watching('bob');
  for (let waited = 0; waited < 0.8 * HOUR; waited += 15_000) {
    stream()?.say(is('bob', 'away'));
    await clock.advance(15_000);
  }
  assert.deepEqual([asked(), streams.length], [['token', 'events 2'], 2]);
  assert.deepEqual(seen(), ['bob unknown', 'bob away']);
});

test('without a line nothing is known, and nothing asked', async () => {
  const {session, clock, streams, seen, stream} = await watching('bob');
  stream()?.say(is('bob', 'away'));
  await clock.advance(0);
  session.leave?.();
  await clock.advance(HOUR);
  assert.deepEqual([seen(), streams.length, streams[0]?.signal.aborted], [['bob unknown', 'bob away', 'bob unknown'], 1, true]);
});
