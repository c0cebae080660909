import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {afterEach, test} from 'node:test';
import {peerNameOf} from '../src/signalling/connection-id.js';
import {PipeClient} from './helpers/pipe-client.js';
import {sign} from './helpers/sign.js';
import {openStand} from './helpers/signalling-stand.js';
import type {Stand, StandOptions} from './helpers/signalling-stand.js';

let stand: Stand;
const open = async (options: StandOptions, ...users: string[]): Promise<PipeClient[]> => {
  stand = await openStand(options);
  return Promise.all(users.map((user) => PipeClient.open(stand, user)));
};
const [first, second, third] = [0, 1, 2];

afterEach(() => stand.close());

test('a page that opens is told who it is, right after PeerServer’s own word', async () => {
  stand = await openStand();
  const token = await sign({sub: 'alice', name: 'Alice Martin', picture: '/alice.svg', admin: true});
  const alice = await PipeClient.open(stand, 'alice', {token});
  assert.deepEqual(alice.types, ['OPEN', 'SESSION']);
  const {payload} = await alice.frame('SESSION');
  assert.deepEqual(payload?.['user'], {id: 'alice', name: 'Alice Martin', avatar: '/alice.svg', isAdmin: true});
});

test('a message for a user reaches all their connections, with the name that the token says', async () => {
  stand = await openStand();
  const token = await sign({sub: 'alice', name: 'Alice Martin'});
  const alice = await PipeClient.open(stand, 'alice', {token});
  const phone = await PipeClient.open(stand, 'bob');
  const tablet = await PipeClient.open(stand, 'bob');
  const call = alice.write('bob', 'ring');
  for (const device of [phone, tablet]) {
    const {src, payload} = await device.about(call);
    assert.equal(src, alice.id);
    assert.deepEqual(payload?.metadata?.sender, {user: 'alice', name: 'Alice Martin', avatar: ''});
  }
});
