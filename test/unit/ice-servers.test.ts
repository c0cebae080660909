import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hasRelay} from '../../src/ice/has-relay.js';
import {parseIceServers} from '../../src/ice/parse-ice-servers.js';

const STUN = {urls: 'stun:stun.example.org:3478'};
const TURN = {urls: 'turn:turn.example.org:3478?transport=udp', username: 'u', credential: 'secret'};

const CASES: readonly [what: string, value: unknown, servers: readonly object[], problems: number][] = [
  ['nothing', undefined, [], 0],
  ['an empty attribute', '  ', [], 0],
  ['a list', [STUN, TURN], [STUN, TURN], 0],
  ['a list as JSON', JSON.stringify([STUN, TURN]), [STUN, TURN], 0],
  ['broken JSON', '[{', [], 1],
  ['JSON that is no list', '{"urls":"stun:a.example"}', [], 1],
  ['a number', 4, [], 1],
  ['entries that are none', [null, 3, 'stun:a', [], {}], [], 5],
  ['several URLs', [{urls: ['stun:a.example', 'stuns:a.example:5349']}], [{urls: ['stun:a.example', 'stuns:a.example:5349']}], 0],
  ['an empty list of URLs', [{urls: []}], [], 1],
  ['a bad URL among good ones', [{urls: ['stun:a.example', 'http://b.example']}], [{urls: 'stun:a.example'}], 1],
  ['the older name of urls', [{url: 'stun:a.example'}], [{urls: 'stun:a.example'}], 0],
  ['names that no browser wants', [{...TURN, credentialType: 'password', evil: 1}], [TURN], 0],
  ['turns with transport', [{...TURN, urls: 'turns:t.example:443?transport=tcp'}], [{...TURN, urls: 'turns:t.example:443?transport=tcp'}], 0],
  ['IPv4 and IPv6', [{urls: ['stun:192.0.2.1', 'stun:[2001:db8::1]:3478']}], [{urls: ['stun:192.0.2.1', 'stun:[2001:db8::1]:3478']}], 0],
  ['capitals and blanks', [{urls: ' STUN:A.example '}], [{urls: 'stun:A.example'}], 0],
  ['turn without credential', [{urls: 'turn:t.example', username: 'u'}], [], 1],
  ['turn with an empty user name', [{urls: 'turn:t.example', username: '', credential: 'c'}], [], 1],
  ['turn without credential beside stun', [{urls: ['stun:t.example', 'turn:t.example']}], [{urls: ['stun:t.example']}], 1],
  ['two slashes', [{urls: 'stun://a.example'}], [], 1],
  ['stun with a query', [{urls: 'stun:a.example?transport=udp'}], [], 1],
  ['an unknown transport', [{...TURN, urls: 'turn:t.example?transport=sctp'}], [], 1],
  ['a port out of range', [{urls: 'stun:a.example:70000'}], [], 1],
  ['no host', [{urls: 'stun:'}], [], 1],
  ['another scheme', [{urls: 'javascript:alert(1)'}], [], 1],
];

for (const [what, value, servers, problems] of CASES) {
  test(`parses ${what}`, () => {
    const parsed = parseIceServers(value);
    assert.deepEqual(parsed.servers, servers);
    assert.equal(parsed.problems.length, problems, parsed.problems.join(' '));
  });
}

test('quotes no credential in a problem', () => {
  const {problems} = parseIceServers([
    {urls: 'turn:alice:hunter2@t.example', username: 'alice', credential: 'hunter2'},
    {urls: 'ftp://t.example', username: 'alice', credential: 'hunter2'},
    {urls: 'turn:t.example', credential: 'hunter2'},
  ]);
  assert.equal(problems.length, 3);
  assert.doesNotMatch(problems.join(), /hunter2|alice/);
});

test('tells a relay from a mere reflector', () => {
  assert.equal(hasRelay([]), false);
  assert.equal(hasRelay([STUN]), false);
  assert.equal(hasRelay([STUN, TURN]), true);
  assert.equal(hasRelay([{urls: ['stun:a.example', 'TURNS:a.example']}]), true);
});
