import assert from 'node:assert/strict';
import {test} from 'node:test';
import {whyNoConnection} from '../../src/call/why-no-connection.js';
import type {SearchCircumstances} from '../../src/call/why-no-connection.js';
import {SearchNotes} from '../../src/rtc/search-notes.js';

const STUN = {'stun:udp': 1};
const TURN = {'stun:udp': 1, 'turn:udp': 1, 'turns:tcp': 1};
const known = {servers: TURN, policy: 'all', gathered: new Set(['host', 'srflx']), heard: new Set(['host']), answered: true} as const;

/** What came of what servers failed with. */
const noted = (errors: Readonly<Record<string, number>>): SearchNotes => {
  const notes = new SearchNotes();
  for (const word of Object.keys(errors)) {
    const [, scheme = '', transport = '', code = ''] = /^(\w+):(\w+) (\d+)$/.exec(word) ?? [];
    notes.failed({url: `${scheme}:a.example?transport=${transport}`, errorCode: Number(code)});
  }
  return notes;
};

type Changes = Partial<SearchCircumstances> & {readonly errors?: Readonly<Record<string, number>>};

const CASES: readonly [what: string, changes: Changes, code: string][] = [
  ['no server at all', {servers: {}}, 'relay-missing'],
  ['STUN only', {servers: STUN}, 'relay-missing'],
  ['STUN only, which failed', {servers: STUN, errors: {'stun:udp 701': 4}}, 'relay-missing'],
  ['STUN only, which wants credentials', {servers: STUN, errors: {'stun:udp 401': 1}}, 'relay-missing'],
  ['a relay that was not heard', {}, 'relay-unreachable'],
  ['a relay that was not heard, and says so', {errors: {'turn:udp 701': 2, 'turns:tcp 701': 1}}, 'relay-unreachable'],
  ['wrong credentials', {errors: {'turn:udp 401': 1}}, 'relay-refused'],
  ['a relay that forbids', {errors: {'turns:tcp 403': 1}}, 'relay-refused'],
  ['wrong credentials at one relay, the other not heard', {errors: {'turn:udp 401': 1, 'turns:tcp 701': 1}}, 'relay-refused'],
  ['wrong credentials, and a peer that crashed', {errors: {'turn:udp 401': 1}, answered: false}, 'connection-failed'],
  ['relayed only, and wrong credentials', {policy: 'relay', errors: {'turn:udp 401': 1}, answered: false}, 'relay-refused'],
  ['a relay that is full', {errors: {'turn:udp 486': 1}}, 'connection-failed'],
  ['a relay without capacity', {errors: {'turn:udp 508': 1, 'turns:tcp 701': 1}}, 'connection-failed'],
  ['a relay at hand', {gathered: new Set(['relay'])}, 'connection-failed'],
  ['a relay at hand, and another that refuses', {gathered: new Set(['host', 'relay']), errors: {'turn:udp 401': 1}}, 'connection-failed'],
  ['a relay at hand, and harmless 701', {gathered: new Set(['host', 'relay']), errors: {'turn:udp 701': 9}}, 'connection-failed'],
  ['no relay, and a peer that crashed', {servers: STUN, answered: false}, 'connection-failed'],
  ['a relay that was not heard, and a peer that crashed', {answered: false}, 'connection-failed'],
  ['relayed only, without a relay, and nobody heard', {servers: {}, policy: 'relay', answered: false}, 'relay-missing'],
  ['no relay here, and one at the other side', {servers: STUN, heard: new Set(['host', 'relay'])}, 'connection-failed'],
  ['relayed only, and a relay at the other side alone', {servers: STUN, policy: 'relay', heard: new Set(['relay'])}, 'relay-missing'],
  ['no relay known, since who may know of one could not be asked', {servers: {}, isShort: true}, 'connection-failed'],
  ['relayed only, with a relay that was not heard', {policy: 'relay', answered: false}, 'relay-unreachable'],
];

for (const [what, changes, code] of CASES) {
  test(`${what}: ${code}`, () => {
    const {refused, reached} = noted(changes.errors ?? {});
    assert.equal(whyNoConnection({...known, refused, reached, ...changes}), code);
  });
}

test('no link at all: connection-failed', () => assert.equal(whyNoConnection(undefined), 'connection-failed'));
