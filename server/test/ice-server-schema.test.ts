import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {enabledIceServers, iceServerListSchema} from '../src/ice/ice-server-schema.js';

const turn = {username: 'u', credential: 'p'};

const GOOD: Record<string, Record<string, unknown>> = {
  'a stun server': {urls: 'stun:stun.example.org'},
  'a stuns server with a port': {urls: 'stuns:stun.example.org:5349'},
  'a turn server': {urls: 'turn:turn.example.org:3478', ...turn},
  'a turn server over TCP': {urls: 'turn:turn.example.org:3478?transport=tcp', ...turn},
  'a turns server on 443': {urls: 'turns:turn.example.org:443?transport=tcp', ...turn},
  'several addresses of one server': {urls: ['stun:turn.example.org', 'turn:turn.example.org'], ...turn},
  'an IPv4 address': {urls: 'stun:203.0.113.5:3478'},
  'an IPv6 address': {urls: 'stun:[2001:db8::5]:3478'},
  'a name of one word': {urls: 'stun:localhost'},
};

const BAD: Record<string, [Record<string, unknown>, RegExp]> = {
  'no address': [{}, /urls|invalid/i],
  'an empty list of addresses': [{urls: []}, /./],
  'another scheme': [{urls: 'https://turn.example.org'}, /begins with stun:/],
  'a number': [{urls: 7}, /./],
  'a port that there is not': [{urls: 'stun:a.example:65536'}, /written like stun:/],
  'port 0': [{urls: 'stun:a.example:0'}, /written like stun:/],
  'a slash': [{urls: 'stun://a.example'}, /written like stun:/],
  'a line break in the address': [{urls: 'stun:a.example\nb.example'}, /written like stun:/],
  'a transport of its own': [{urls: 'turn:a.example?transport=sctp', ...turn}, /written like turn:/],
  'a stun server with a transport': [{urls: 'stun:a.example?transport=udp'}, /Only turn: and turns:/],
  'a turn server without a user name': [{urls: 'turn:a.example', credential: 'p'}, /needs a username/],
  'a turn server without a credential': [{urls: 'turn:a.example', username: 'u'}, /needs a credential/],
  'a secret in the address': [{urls: 'turn:u:hidden@a.example', ...turn}, /do not belong into the address/],
  'a key that nobody knows': [{urls: 'stun:a.example', password: 'p'}, /password/],
  'a word for yes': [{urls: 'stun:a.example', enabled: 'yes'}, /./],
};

describe('the list of ICE servers', () => {
  for (const [title, entry] of Object.entries(GOOD)) {
    it(`takes ${title}`, () => {
      assert.deepEqual(iceServerListSchema.parse([entry]), [{...entry, enabled: true}]);
    });
  }

  for (const [title, [entry, sentence]] of Object.entries(BAD)) {
    it(`refuses ${title}`, () => {
      const {error} = iceServerListSchema.safeParse([entry]);
      assert.match(JSON.stringify(error?.issues), sentence);
      assert.doesNotMatch(JSON.stringify(error?.issues), /hidden/, 'a sentence quotes no secret');
    });
  }

  it('takes an empty list and sixteen servers, and refuses seventeen', () => {
    const list = (length: number) => Array.from({length}, () => ({urls: 'stun:a.example'}));
    assert.ok(iceServerListSchema.safeParse([]).success);
    assert.ok(iceServerListSchema.safeParse(list(16)).success);
    assert.ok(!iceServerListSchema.safeParse(list(17)).success);
  });

  it('keeps the order and the rows that are switched off, and gives browsers only what is on', () => {
    const rows = [
      {urls: 'stun:c.example', enabled: true},
      {urls: 'stun:a.example', enabled: false},
      {urls: 'TURN:b.example', ...turn, enabled: true},
    ];
    const list = iceServerListSchema.parse(rows);
    assert.deepEqual(list, [rows[0], rows[1], {...rows[2], urls: 'turn:b.example'}]);
    assert.deepEqual(enabledIceServers(list), [{urls: 'stun:c.example'}, {urls: 'turn:b.example', ...turn}]);
  });
});
