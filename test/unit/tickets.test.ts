import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hasTicket, TICKET_KEY} from '../../src/settings/has-ticket.js';
import {pageTickets} from '../../src/settings/page-tickets.js';
import type {AnswerTicket, RejoinTicket, StartTicket} from '../../src/types/call-ticket.js';

const NOW = 1_700_000_000_000;
const START: StartTicket = {kind: 'start', user: 'alice', at: NOW, options: {callee: 'bob', calleeName: 'Bob', media: 'audio'}};
const ANSWER: AnswerTicket = {
  kind: 'answer',
  user: 'alice',
  at: NOW,
  connector: 'peerjs',
  message: {v: 1, call: 'x'},
  sender: {user: 'bob'},
  media: undefined,
};

const REJOIN: RejoinTicket = {
  kind: 'rejoin',
  user: 'alice',
  at: NOW,
  callId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  connector: 'peerjs',
  direction: 'outgoing',
  isRinging: false,
  peer: {id: 'bob', name: 'Bob', avatar: 'data:image/png,x', identity: 'verified'},
  media: 'video',
  was: ['page before', 'page'],
  remoteEndpoint: 'phone',
  connectedAt: NOW - 5000,
  mic: true,
  camera: false,
};

/** The session of one tab, in which somebody may have written. */
const session = (written?: string) => {
  const kept = new Map<string, string>(written === undefined ? [] : [[TICKET_KEY, written]]);
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
  let now = NOW;
  const tickets = pageTickets(() => storage, () => now);
  return {tickets, has: () => hasTicket(() => storage), later: (ms: number) => (now += ms)};
};

test('a ticket is good once, for its own user, for a short time', () => {
  for (const ticket of [START, ANSWER, REJOIN, {...REJOIN, isRinging: true, remoteEndpoint: undefined}]) {
    const {tickets, has} = session();
    assert.equal(has(), false);
    assert.equal(tickets.put(ticket), true);
    assert.equal(has(), true);
    assert.deepEqual(JSON.parse(JSON.stringify(tickets.take('alice'))), JSON.parse(JSON.stringify(ticket)));
    assert.equal(has(), false);
    assert.equal(tickets.take('alice'), undefined);
  }
  const others = session();
  others.tickets.put(START);
  assert.equal(others.tickets.take('mallory'), undefined);
  assert.deepEqual(others.tickets.take('alice'), START, 'who is on the same page takes nothing of hers');
  const late = session();
  late.tickets.put(START);
  late.later(20_001);
  assert.equal(late.tickets.take('alice'), undefined);
});

test('two people on one page each leave a ticket, and each find their own, whoever comes first', () => {
  const {tickets, has} = session();
  const his = {...REJOIN, user: 'bob'};
  tickets.put(REJOIN);
  tickets.put(his);
  tickets.put({...REJOIN, mic: false});
  assert.equal(tickets.take('bob')?.user, 'bob');
  assert.deepEqual([tickets.take('alice')?.kind, has()], ['rejoin', false]);
  assert.equal(tickets.take('alice'), undefined);
});

test('a ticket that is too old is swept away by whoever looks next', () => {
  const {tickets, has, later} = session();
  tickets.put(START);
  later(20_001);
  assert.equal(tickets.take('bob'), undefined);
  assert.equal(has(), false);
});

test('what is no ticket is none', () => {
  const wrong: unknown[] = [
    null,
    1,
    [],
    {},
    {...START, kind: 'toString'},
    {...START, kind: 'constructor'},
    {...START, at: 'now'},
    {...START, options: undefined},
    {...START, options: {callee: ''}},
    {...START, options: {callee: 1}},
    {...ANSWER, message: 'ring'},
    {...ANSWER, connector: ''},
    {...REJOIN, was: []},
    {...REJOIN, was: Array(9).fill('page')},
    {...REJOIN, was: 'page'},
    {...REJOIN, remoteEndpoint: undefined},
    {...REJOIN, direction: 'incoming', isRinging: true},
    {...REJOIN, direction: 'sideways'},
    {...REJOIN, callId: 'x'.repeat(37)},
    {...REJOIN, peer: {...REJOIN.peer, id: ''}},
    {...REJOIN, peer: {...REJOIN.peer, identity: 'trusted'}},
    {...REJOIN, media: 'smell'},
  ];
  for (const written of ['', '{', ...wrong.map((one) => JSON.stringify(one))]) {
    assert.equal(session(written).tickets.take('alice'), undefined, written);
  }
});

test('of a ticket only what is known is taken', () => {
  const written = JSON.stringify({...START, options: {...START.options, media: 'smell', calleeAvatar: 7, extra: true}, more: 1});
  assert.deepEqual(session(written).tickets.take('alice'), {...START, options: {callee: 'bob', calleeName: 'Bob'}});
});

test('of a call that was left, a face from anywhere and a device that is not switched on are left behind', () => {
  const peer = {...REJOIN.peer, avatar: 'javascript:alert(1)', more: 1};
  const taken = session(JSON.stringify({...REJOIN, peer, mic: 'on', camera: 1, was: ['page', 7, ''], connectedAt: -1})).tickets.take('alice');
  const {avatar: _, ...known} = REJOIN.peer;
  assert.deepEqual(JSON.parse(JSON.stringify(taken)), JSON.parse(JSON.stringify({...REJOIN, peer: known, mic: false, was: ['page'], connectedAt: undefined})));
});

test('without a storage there are no tickets, and nothing is thrown', () => {
  const none = (): Storage => {
    throw new DOMException('not here', 'SecurityError');
  };
  assert.equal(hasTicket(none), false);
  assert.equal(pageTickets(none).put(START), false);
  assert.equal(pageTickets(none).take('alice'), undefined);
});
