import assert from 'node:assert/strict';
import {test} from 'node:test';
import {callerOf} from '../../src/call/caller-of.js';
import type {Ring} from '../../src/call/switchboard.js';
import type {ConnectorCapabilities, ConnectorSender} from '../../src/connectors/connector.js';

const SAID = {name: 'The Boss', avatar: 'https://boss.example/face.png'};
const TOKEN = {user: 'mallory', name: 'Mallory M.', avatar: 'https://portal.example/mallory.png'};

const callerBy = (identity: ConnectorCapabilities['identity'], sender: ConnectorSender | undefined) => {
  const ring = {envelope: {from: {user: 'mallory', endpoint: 'e'}, body: {media: 'audio', sentAt: 0, ...SAID}}, sender};
  return callerOf(ring as unknown as Ring, {identity, presence: false, ice: false, maxBytes: 1});
};

const face = {id: 'mallory', name: TOKEN.name, avatar: TOKEN.avatar};

const CASES: readonly (readonly [what: string, ...Parameters<typeof callerBy>, expected: object])[] = [
  ['a verified caller has the name and the picture of the token', 'verified', TOKEN, {...face, identity: 'verified'}],
  ['a verified caller without a picture has none', 'verified', {...TOKEN, avatar: ''}, {...face, avatar: undefined, identity: 'verified'}],
  ['a verified caller without a name is called by the id', 'verified', {user: 'mallory'}, {id: 'mallory', name: 'mallory', avatar: undefined, identity: 'verified'}],
  ['a caller of whom nothing is known is who they say', 'claimed', {user: 'mallory'}, {id: 'mallory', ...SAID, identity: 'claimed'}],
];

for (const [what, identity, sender, expected] of CASES) {
  test(what, () => assert.deepEqual({...callerBy(identity, sender)}, expected));
}
