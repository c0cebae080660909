import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setup} from '../helpers/two-people.js';

/** What the tests look at in a message that came back. */
interface Reply {
  readonly type: string;
  readonly ack: number;
}

test('a newer caller says something that is not known yet: it is counted once, acknowledged, and the call goes on', async () => {
  const {world, bob, wait} = await setup();
  const self = {user: 'carol', endpoint: world.random.id(), name: 'Carol', avatar: ''};
  const replies: Reply[] = [];
  const connector = world.server.connect({} as never);
  const sink = {message: (message: unknown) => void replies.push(message as Reply), status: () => undefined};
  await connector.open(self, sink, new AbortController().signal);
  const to = {user: 'bob', endpoint: bob.endpoint};
  const call = world.random.id();
  const say = (seq: number, type: string, body: object): Promise<void> =>
    connector.send(to, {v: 1, call, from: {user: self.user, endpoint: self.endpoint}, to, seq, ack: 0, type, body});

  await say(0, 'ring', {media: 'audio', name: 'Carol', avatar: '', sentAt: world.clock.now()});
  await say(1, 'wave', {});
  await say(2, 'offer', {generation: 1, sdp: 7});
  await say(3, 'offer', {generation: 1, sdp: 'end-1'});
  await wait(500);
  assert.equal(bob.phase, 'incoming');
  assert.equal(replies.at(-1)?.ack, 3);
  assert.equal(bob.platform.links.size, 1, 'the offer after them was handed over');
  const {dropped} = await bob.controller.diagnostics();
  assert.deepEqual([dropped['unknown-type'], dropped['malformed']], [1, 1]);
  await bob.controller.decline();
});
