import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {afterEach, beforeEach, describe, test} from 'node:test';
import {END_REASONS as REASONS_OF_PAGES} from '../../src/types/end-reason.js';
import {createCallLog} from '../src/store/call-log.js';
import type {CallLog} from '../src/store/call-log.js';
import {END_REASONS, NOBODYS_REASONS} from '../src/store/end-reasons.js';
import type {EndReason} from '../src/store/end-reasons.js';
import {onEachDatabase} from './helpers/databases.js';
import {createTestLog} from './helpers/test-log.js';

const {log} = createTestLog();
const START = Date.parse('2026-11-20T10:00:00.000Z');
const HOUR = 3_600_000;

const OUTSIDER = 'mallory';

onEachDatabase('the call log', (database) => {
  let now: number;
  let callLog: CallLog;
  let id: string;
  beforeEach(() => {
    now = START;
    id = randomUUID();
    callLog = createCallLog(database(), log, {now: () => now});
  });
  afterEach(() => callLog.close());

  const user = (name: string) => ({id: name, name, avatar: '', isAdmin: false, expiresAt: START + HOUR});

  /** `from` and `to` are users, or a user and their endpoint: "bob/phone". A second passes before each message. */
  const say = (from: string, to: string, type: string, body: object = {}, more: object = {}): void => {
    now += 1000;
    const [sender = '', endpoint = 'page'] = from.split('/');
    const [receiver = '', receiving] = to.split('/');
    const message = {
      v: 1,
      call: id,
      from: {user: sender, endpoint},
      to: {user: receiver, ...(receiving && {endpoint: receiving})},
      seq: 0,
      ack: 0,
      type,
      body,
      ...more,
    };
    callLog.observe({sender: user(sender), to: receiver, message});
  };
  const ring = (media = 'video') => say('alice', 'bob', 'ring', {media, name: 'Alice', avatar: '', sentAt: 1});
  const end = (from: string, to: string, reason: string) => say(from, to, 'end', {reason});
  const calls = async (limit = 100) => {
    await callLog.settled();
    return (await callLog.page({limit})).calls;
  };
  const theCall = async () => {
    const all = await calls();
    assert.equal(all.length, 1);
    return all[0]!;
  };
  const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();

  test('a whole call: rung, answered, hung up', async () => {
    ring();
    say('bob', 'alice/page', 'ringing');
    say('bob', 'alice/page', 'accept', {media: 'audio'});
    say('alice', 'bob/page', 'confirm');
    say('alice', 'bob/page', 'offer', {generation: 1, sdp: 'v=0'});
    end('bob', 'alice/page', 'hung-up');
    assert.deepEqual(await theCall(), {
      id,
      caller: 'alice',
      callee: 'bob',
      media: 'video',
      startedAt: at(1),
      answeredAt: at(3),
      endedAt: at(6),
      durationMs: 3000,
      reason: 'hung-up',
      by: 'callee',
    });
  });

  test('a call that goes on has neither end nor duration', async () => {
    ring('audio');
    const {media, answeredAt, endedAt, durationMs, reason, by} = await theCall();
    assert.deepEqual([media, answeredAt, endedAt, durationMs, reason, by], ['audio', null, null, null, null, null]);
  });

  test('the reasons are those of the pages', () => assert.deepEqual(END_REASONS, REASONS_OF_PAGES));

  describe('every reason, by either side, of an answered call and of one that only rang', () => {
    /** What only ends one device's ringing, or is news for one device: not the end of the call. */
    const isNoEnd = (reason: EndReason, by: string, isAnswered: boolean) =>
      reason.endsWith('-elsewhere') || (by === 'callee' && !isAnswered && (reason === 'page-closed' || reason === 'no-answer'));
    for (const isAnswered of [true, false]) {
      for (const by of ['caller', 'callee']) {
        for (const reason of END_REASONS) {
          test(`${reason} by the ${by}, ${isAnswered ? 'answered' : 'ringing'}`, async () => {
            ring();
            if (isAnswered) say('bob', 'alice/page', 'accept', {media: 'video'});
            if (by === 'caller') end('alice', 'bob/page', reason);
            else end('bob', 'alice/page', reason);
            const call = await theCall();
            const expected = isNoEnd(reason, by, isAnswered) ? [null, null] : [reason, NOBODYS_REASONS.includes(reason) ? 'system' : by];
            assert.deepEqual([call.reason, call.by], expected);
            assert.equal(call.durationMs, expected[0] ? (isAnswered ? 1000 : 0) : null);
          });
        }
      }
    }
  });

  test('a reason that nobody knows is read as hung-up, as pages do', async () => {
    ring();
    end('alice', 'bob', 'because of <script>');
    assert.equal((await theCall()).reason, 'hung-up');
  });

  test('messages that come twice change nothing, and the first end wins', async () => {
    for (const _ of [1, 2, 3]) ring();
    for (const _ of [1, 2]) say('bob', 'alice/page', 'accept', {media: 'video'});
    end('alice', 'bob/page', 'hung-up');
    end('bob', 'alice/page', 'connection-failed');
    end('alice', 'bob', 'cancelled');
    say('bob', 'alice/page', 'accept', {media: 'video'});
    ring();
    const call = await theCall();
    assert.deepEqual([call.startedAt, call.answeredAt, call.endedAt, call.reason], [at(1), at(4), at(6), 'hung-up']);
  });

  test('written in any order, as two nodes may, it comes out the same', async () => {
    const messages: [number, () => void][] = [
      [START, ring],
      [START + 5000, () => say('bob', 'alice/page', 'accept', {media: 'video'})],
      [START + 9000, () => end('alice', 'bob/page', 'hung-up')],
    ];
    for (const order of [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]) {
      id = randomUUID();
      for (const index of order) {
        const [time, send] = messages[index]!;
        now = time;
        send();
        await callLog.settled();
      }
      const {caller, startedAt, answeredAt, endedAt, reason, by} = (await calls()).find((call) => call.id === id)!;
      assert.deepEqual([caller, startedAt, answeredAt, endedAt, reason, by], ['alice', at(1), at(6), at(10), 'hung-up', 'caller'], `${order}`);
    }
  });

  test('busy, told by the callee’s node after the caller’s last word was written, is still the reason', async () => {
    ring();
    now = START + 6000;
    end('alice', 'bob', 'cancelled');
    await callLog.settled();
    now = START + 4000;
    end('bob', 'alice/page', 'busy');
    const {reason, by} = await theCall();
    assert.deepEqual([reason, by], ['busy', 'callee']);
  });

  test('answered on one device: the others are told, and what they say then ends nothing', async () => {
    ring();
    say('bob/phone', 'alice/page', 'accept', {media: 'video'});
    end('alice', 'bob/laptop', 'answered-elsewhere');
    end('bob/laptop', 'alice/page', 'declined');
    end('bob/tablet', 'alice/page', 'no-answer');
    say('bob/laptop', 'alice/page', 'accept', {media: 'video'});
    assert.equal((await theCall()).endedAt, null);
    end('bob/phone', 'alice/page', 'hung-up');
    const {answeredAt, reason, by} = await theCall();
    assert.deepEqual([answeredAt, reason, by], [at(2), 'hung-up', 'callee']);
  });

  test('declined on one device: the caller’s word to the others is the same end', async () => {
    ring();
    end('bob/phone', 'alice/page', 'declined');
    end('alice', 'bob', 'declined-elsewhere');
    const {reason, by, endedAt} = await theCall();
    assert.deepEqual([reason, by, endedAt], ['declined', 'callee', at(2)]);
  });

  test('declined, of which only the caller’s word was written', async () => {
    ring();
    end('alice', 'bob', 'declined-elsewhere');
    const {reason, by} = await theCall();
    assert.deepEqual([reason, by], ['declined', 'callee']);
  });

  test('two calls that cross: the one that gives way has ended, by nobody', async () => {
    ring();
    end('alice', 'bob', 'answered-elsewhere');
    const {reason, by} = await theCall();
    assert.deepEqual([reason, by], ['answered-elsewhere', 'system']);
  });

  test('an outsider who knows the id changes nothing, and makes nothing that anybody sees', async () => {
    ring();
    end(OUTSIDER, 'alice', 'hung-up');
    end(OUTSIDER, 'bob', 'declined');
    say(OUTSIDER, 'alice', 'accept', {media: 'video'});
    say(OUTSIDER, 'alice', 'ring', {media: 'audio'}, {call: randomUUID().toUpperCase()});
    // Who a message says it is from counts for nothing.
    now += 1000;
    const message = {v: 1, call: id, from: {user: 'alice', endpoint: 'page'}, to: {user: 'bob'}, seq: 0, ack: 0, type: 'end', body: {}};
    callLog.observe({sender: user(OUTSIDER), to: 'bob', message});
    const call = await theCall();
    assert.deepEqual([call.caller, call.callee, call.answeredAt, call.endedAt], ['alice', 'bob', null, null]);
    for (const name of [OUTSIDER, 'nobody']) assert.deepEqual((await callLog.page({user: name, limit: 10})).calls, []);
  });

  test('the id of a call used for another one, or turned round, leaves the first as it is', async () => {
    ring();
    say('alice', 'carol', 'ring', {media: 'audio'});
    say('bob', 'alice', 'ring', {media: 'audio'});
    const all = await calls();
    assert.deepEqual(all.map(({caller, callee, media}) => [caller, callee, media]).sort(), [['alice', 'bob', 'video'], ['alice', 'carol', 'audio']]);
  });

  test('who called cannot answer their own call, before or after the ring is written', async () => {
    say('alice', 'bob', 'accept', {media: 'video'});
    ring();
    say('alice', 'bob', 'accept', {media: 'video'});
    assert.equal((await theCall()).answeredAt, null);
  });

  test('messages from hell leave nothing, and end nothing', async () => {
    const good = {v: 1, call: id, from: {user: 'alice', endpoint: 'page'}, to: {user: 'bob'}, seq: 0, ack: 0, type: 'ring', body: {media: 'video'}};
    const bad: unknown[] = [
      undefined, null, 1, 'ring', [], {}, {type: 'ring'},
      {...good, v: 2}, {...good, call: 'x'}, {...good, call: `${id}\0`}, {...good, call: `' or 1=1 --`}, {...good, type: '__proto__'},
      {...good, type: ['ring']}, {...good, from: null}, {...good, from: {endpoint: '\ud800'}}, {...good, from: {endpoint: 'a\0'}},
      {...good, from: {endpoint: 'a'.repeat(257)}}, {...good, from: {endpoint: {length: {toString: 1}}}}, {...good, to: 'bob'}, {...good, body: null}, {...good, body: undefined},
    ];
    for (const message of bad) callLog.observe({sender: user('alice'), to: 'bob', message});
    for (const to of ['', 'alice', 'b\0b', '\ud800', 'b'.repeat(257)]) callLog.observe({sender: user('alice'), to, message: good});
    for (const sender of ['a\0', '']) callLog.observe({sender: user(sender), to: 'bob', message: good});
    assert.deepEqual(await calls(), []);
    assert.equal(callLog.lost, 0);
    callLog.observe({sender: user('alice'), to: 'bob', message: {...good, body: {media: 'hologram', name: 'x'.repeat(1e5)}}});
    assert.equal((await theCall()).media, 'video');
  });

  test('nothing but who, when, how long and why is in the table', async () => {
    ring();
    say('bob', 'alice/page', 'accept', {media: 'video', sdp: 'v=0 secret', text: 'secret'}, {secret: 'secret'});
    end('alice', 'bob/page', 'hung-up');
    await callLog.settled();
    assert(!JSON.stringify(await database().query('select * from call_elements.calls')).includes('secret'));
  });

  test('a call whose end nobody told is closed after a while, as having lasted no time; one that goes on is not', async () => {
    ring();
    const unanswered = id;
    id = randomUUID();
    ring();
    say('bob', 'alice/page', 'accept', {media: 'video'});
    const answered = id;
    const ofCall = async (wanted: string) => (await calls()).find((call) => call.id === wanted)!;
    await callLog.settled();
    now = START + 10 * 60_000;
    await callLog.sweep();
    assert.equal((await ofCall(unanswered)).endedAt, null);
    now = START + 20 * HOUR;
    await callLog.sweep();
    const {reason, by, durationMs, endedAt} = await ofCall(unanswered);
    assert.deepEqual([reason, by, durationMs, endedAt], ['connection-failed', 'system', 0, at(1)]);
    assert.equal((await ofCall(answered)).endedAt, null);
    now = START + 25 * HOUR;
    await callLog.sweep();
    assert.deepEqual([(await ofCall(answered)).reason, (await ofCall(answered)).durationMs], ['connection-failed', 0]);
    // The late word of somebody who comes back changes nothing.
    end('alice', 'bob/page', 'hung-up');
    assert.equal((await ofCall(answered)).reason, 'connection-failed');
  });

  test('an end without a ring is forgotten', async () => {
    end(OUTSIDER, 'bob', 'hung-up');
    await callLog.settled();
    now += HOUR;
    await callLog.sweep();
    assert.deepEqual(await database().query('select * from call_elements.calls'), []);
  });

  test('calls are kept for as many days as the policy says; with none, until they end', async () => {
    let days = 2;
    const mine = createCallLog(database(), log, {now: () => now, keepDays: async () => days});
    ring();
    end('alice', 'bob', 'cancelled');
    await callLog.settled();
    now = START + 47 * HOUR;
    await mine.sweep();
    assert.equal((await calls()).length, 1);
    now = START + 49 * HOUR;
    await mine.sweep();
    assert.equal((await calls()).length, 0);
    days = 0;
    id = randomUUID();
    ring();
    await callLog.settled();
    now += 1;
    await mine.sweep();
    assert.equal((await calls()).length, 1);
    end('alice', 'bob', 'cancelled');
    await callLog.settled();
    await mine.sweep();
    assert.equal((await calls()).length, 0);
    await mine.close();
  });

  test('while much is written, other things happen', async () => {
    for (let index = 0; index < 200; index += 1) {
      id = randomUUID();
      ring();
    }
    let turns = 0;
    let isWritten = false;
    const count = (): void => {
      turns += 1;
      if (!isWritten) setImmediate(count);
    };
    count();
    await callLog.settled();
    isWritten = true;
    assert(turns >= 100, `${turns} turns of the event loop`);
  });

  test('two nodes that write the same calls in opposite order never lock each other out', async () => {
    const other = createCallLog(database(), log, {now: () => now});
    const mine = callLog;
    const ids = Array.from({length: 300}, () => randomUUID());
    for (id of ids) ring();
    callLog = other;
    for (id of [...ids].reverse()) end('bob', 'alice/page', 'declined');
    await Promise.all([mine.settled(), other.settled()]);
    const {calls: page} = await mine.page({limit: 300});
    assert(page.length === 300 && page.every(({reason}) => reason === 'declined'));
    await mine.close();
  });

  test('pages: each call once, the newest first, also when several began in the same millisecond', async () => {
    for (let index = 0; index < 25; index += 1) {
      id = randomUUID();
      now = START + Math.floor(index / 5);
      ring();
    }
    await callLog.settled();
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const cursor: readonly [string, string] | undefined = before === null ? undefined : (before.split('_') as [string, string]);
      const page = await callLog.page({limit: 10, before: cursor});
      seen.push(...page.calls.map((call) => call.id));
      before = page.next;
    } while (before);
    assert.equal(new Set(seen).size, 25);
    assert.equal(seen.length, 25);
    assert.equal(seen[0], (await callLog.page({limit: 1})).calls[0]!.id);
  });
});
