import assert from 'node:assert/strict';
import {test} from 'node:test';
import {peerIdOf, SLOTS, userOf} from '../../src/connectors/peerjs/peer-id.js';
import {serverAddress} from '../../src/connectors/peerjs/server-address.js';
import {createRandom} from '../helpers/random.js';

/** What PeerServer and PeerJS take for an id: peerjs/lib/util.ts. */
const VALID = /^[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*$/;

const USERS = ['alice', 'bob@example.org', 'partner:8', '名前', 'a', '-', '_', '  ', 'u1_1', 'José Ñ', '😀', '%2d', 'A'.repeat(256), '-2D'];

for (const user of USERS) {
  test(`"${user.slice(0, 20)}" goes into a peer id and comes out again, in every slot`, () => {
    const ids = Array.from({length: SLOTS}, (_, slot) => peerIdOf(user, slot + 1));
    for (const id of ids) {
      assert.match(id, VALID);
      assert.equal(userOf(id), user);
    }
    assert.equal(new Set(ids).size, SLOTS);
  });
}

test('different users have different ids, in capitals too', () => {
  const ids = [...USERS, 'Alice', 'ALICE', 'alice ', 'partner-3A8'].map((user) => peerIdOf(user, 1));
  assert.equal(new Set(ids).size, ids.length);
});

test('3,000 random names come out as they went in', () => {
  const random = createRandom(3);
  for (let count = 0; count < 3000; count += 1) {
    const points = Array.from({length: 1 + random.below(20)}, () => random.pick([random.below(128), random.below(0xd800), 0x1f600 + random.below(80)]));
    const user = String.fromCodePoint(...points);
    const id = peerIdOf(user, 1);
    assert.match(id, VALID);
    assert.equal(userOf(id), user);
  }
});

for (const id of ['', 'alice', 'u_1', 'ualice', 'ualice_', 'ual-ice_1', 'ual-2d_1', '550e8400-e29b-41d4-a716-446655440000', 'x-66_1', 'ualice_1\n', 'uali ce_1']) {
  test(`"${id}" is no id of ours`, () => assert.equal(userOf(id), undefined));
}

const PAGE = 'https://portal.example:8443/app/page.html?x=1';
const ADDRESSES: readonly (readonly [server: string, page: string | undefined, address: string])[] = [
  ['/peer', PAGE, 'true portal.example 8443 /peer peerjs'],
  ['peer', PAGE, 'true portal.example 8443 /app/peer peerjs'],
  ['/peer/', 'http://localhost/', 'false localhost 80 /peer/ peerjs'],
  ['https://calls.example/', PAGE, 'true calls.example 443 / peerjs'],
  ['wss://calls.example/p?key=secret', undefined, 'true calls.example 443 /p secret'],
  ['http://127.0.0.1:9000/', PAGE, 'false 127.0.0.1 9000 / peerjs'],
  ['//other.example/p', PAGE, 'true other.example 443 /p peerjs'],
];

for (const [server, page, expected] of ADDRESSES) {
  test(`the server "${server}" on ${page ?? 'no page'} is ${expected}`, () => {
    const {secure, host, port, path, key} = serverAddress(server, page);
    assert.equal([secure, host, port, path, key].join(' '), expected);
  });
}

for (const server of ['', 'http://', '/peer']) {
  test(`the server "${server}" cannot be found without a page`, () => {
    assert.throws(() => serverAddress(server, undefined), {name: 'CallError', code: 'connector-failed'});
  });
}
