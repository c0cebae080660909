import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SearchNotes} from '../../src/rtc/search-notes.js';

const CANDIDATE = 'candidate:1 1 udp 2122260223 192.0.2.7 9 typ';

test('counts servers by scheme and transport, and names no host', () => {
  const notes = new SearchNotes();
  const urls = ['turn:a.example', 'turn:a.example:443?transport=tcp', 'turns:a.example', 'turn:b.example?transport=udp'];
  notes.configured([{urls: 'stun:[2001:db8::1]:3478'}, {urls, username: 'u', credential: 'c'}], 'relay');
  assert.deepEqual(notes.servers, {'stun:udp': 1, 'turn:udp': 2, 'turn:tcp': 1, 'turns:tcp': 1});
  assert.equal(notes.policy, 'relay');
  notes.configured([], 'all');
  assert.deepEqual(notes.servers, {}, 'the list in use, not all that ever were');
});

test('counts what servers fail with, by kind and code', () => {
  const notes = new SearchNotes();
  for (const errorCode of [401, 401, 701]) notes.failed({url: 'turn:192.0.2.1:3478?transport=tcp', errorCode});
  notes.failed({url: 'stun:192.0.2.1', errorCode: 701});
  notes.failed({url: '', errorCode: 701});
  assert.deepEqual(notes.errors, {'turn:tcp 401': 2, 'turn:tcp 701': 1, 'stun:udp 701': 1, ':udp 701': 1});
});

test('knows whether a relay refused its credentials, or was there at all; of STUN, and of silence, it knows nothing', () => {
  const said = (url: string, errorCode: number) => {
    const notes = new SearchNotes();
    notes.failed({url, errorCode});
    return [notes.refused, notes.reached];
  };
  assert.deepEqual(said('turn:a.example', 401), [true, false]);
  assert.deepEqual(said('turns:a.example', 403), [true, false]);
  assert.deepEqual(said('turn:a.example', 486), [false, true]);
  for (const [url, code] of [['turn:a.example', 701], ['stun:a.example', 401], ['', 401]] as const) {
    assert.deepEqual(said(url, code), [false, false], url);
  }
});

test('takes of candidates, alone or in a description, nothing but known types', () => {
  const notes = new SearchNotes();
  notes.found(`${CANDIDATE} host generation 0`);
  notes.found(`${CANDIDATE} relay raddr 0.0.0.0 rport 0`);
  assert.deepEqual([...notes.gathered], ['host', 'relay']);
  assert.equal(notes.answered, false);
  notes.hear({generation: 1, sdp: `v=0\r\na=${CANDIDATE} srflx\r\na=x typ <script>\r\na=x typ alice`});
  notes.hear({generation: 1, candidates: [{candidate: `${CANDIDATE} prflx`, sdpMid: '0'}]});
  assert.deepEqual([...notes.heard], ['srflx', 'prflx']);
  assert.equal(notes.answered, true);
});

test('a path that was there and is lost begins another search; one that was never there goes on', () => {
  const notes = new SearchNotes();
  const see = (): void => {
    notes.found(`${CANDIDATE} relay`);
    notes.hear({candidate: `${CANDIDATE} host`});
    notes.failed({url: 'turn:a.example', errorCode: 401});
  };
  const seen = () => [notes.gathered.size, notes.heard.size, Object.keys(notes.errors).length, notes.answered && notes.refused];
  see();
  notes.status('lost');
  assert.deepEqual(seen(), [1, 1, 1, true]);
  notes.status('connected');
  assert.deepEqual(seen(), [1, 1, 1, true]);
  notes.status('lost');
  assert.deepEqual(seen(), [0, 0, 0, false]);
  see();
  notes.status('lost');
  assert.deepEqual(seen(), [1, 1, 1, true], 'the same search');
});
