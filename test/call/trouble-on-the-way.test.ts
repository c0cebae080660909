import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {MessageType} from '../../src/protocol/messages.js';
import type {Parcel} from '../helpers/memory-connector.js';
import {setup} from '../helpers/two-people.js';

type Interceptor = (parcel: Parcel, deliver: (later?: number) => void) => void;

/** A whole call: asked, answered, hung up by `hangsUp`; true when all of it came to pass within patience. */
const wholeCall = async (intercept: Interceptor, hangsUp: 'alice' | 'bob' = 'alice'): Promise<number> => {
  const {world, alice, bob, wait, everybodyRests} = await setup();
  let count = 0;
  world.server.intercept = (parcel, deliver) => {
    count += 1;
    intercept(parcel, deliver);
  };
  void alice.controller.start({callee: 'bob'});
  await wait(4000);
  assert.deepEqual([alice.phase, bob.phase], ['ringing', 'incoming']);
  void bob.controller.accept();
  await wait(4000);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
  await (hangsUp === 'alice' ? alice : bob).controller.hangUp();
  await wait(4000);
  assert.deepEqual([alice.phase, bob.phase], ['ended', 'ended']);
  assert.deepEqual([alice.state.end?.reason, bob.state.end?.reason], ['hung-up', 'hung-up']);
  everybodyRests();
  return count;
};

test('each message of a call lost once: it comes to pass all the same', async () => {
  const messages = await wholeCall((_parcel, deliver) => deliver());
  for (let lost = 1; lost <= messages; lost += 1) {
    let count = 0;
    await wholeCall((_parcel, deliver) => {
      count += 1;
      if (count !== lost) deliver();
    });
  }
});

test('each message of a call doubled, at once and late: nothing happens twice', async () => {
  for (const later of [0, 700, 3500, 9000]) {
    await wholeCall((_parcel, deliver) => {
      deliver();
      deliver(later);
    });
  }
});

test('each pair of adjacent messages swapped: it comes to pass all the same', async () => {
  const messages = await wholeCall((_parcel, deliver) => deliver());
  for (let first = 1; first < messages; first += 1) {
    let count = 0;
    let held: (() => void) | undefined;
    await wholeCall((_parcel, deliver) => {
      count += 1;
      if (count === first) return void (held = deliver);
      deliver();
      held?.();
      held = undefined;
    });
  }
});

const TYPES: readonly MessageType[] = ['ring', 'ack', 'ringing', 'accept', 'confirm', 'offer', 'answer', 'end'];

for (const type of TYPES) {
  test(`the first two of ${type} lost on their way, from either side: it comes to pass all the same`, async () => {
    for (const hangsUp of ['alice', 'bob'] as const) {
      let lost = 0;
      await wholeCall(({message}, deliver) => {
        if (message.type === type && lost < 2) lost += 1;
        else deliver();
      }, hangsUp);
    }
  });
}

test('the word that declines is lost: the caller hears it in answer to the next ring', async () => {
  const {world, alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  let lost = 0;
  world.server.intercept = ({message}, deliver) => {
    if (message.type === 'end' && lost === 0) lost += 1;
    else deliver();
  };
  await bob.controller.decline();
  await wait(3500);
  assert.deepEqual([lost, alice.end, bob.end], [1, 'declined remote', 'declined local']);
  everybodyRests();
});

test('the word that cancels is lost: the callee stops ringing within five seconds all the same', async () => {
  const {world, alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  let lost = 0;
  world.server.intercept = ({message}, deliver) => {
    if (message.type === 'end' && lost === 0) lost += 1;
    else deliver();
  };
  await alice.controller.hangUp();
  await wait(5000);
  assert.deepEqual([lost, alice.end, bob.end], [1, 'cancelled local', 'cancelled remote']);
  everybodyRests();
});

test('a signalling server that loses everything from the answer on: over for both within half a minute', async () => {
  const {world, alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  world.server.intercept = () => undefined;
  void bob.controller.accept();
  await wait(60_000);
  assert.deepEqual([alice.end, bob.end], ['no-answer system', 'connection-failed system']);
  everybodyRests();
});

test('signalling is down for a minute during a call: the call goes on, and hangs up on its own connection', async () => {
  const {world, alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  world.server.setOnline(false);
  await wait(60_000);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
  await alice.controller.hangUp();
  await wait(500);
  assert.deepEqual([alice.end, bob.end], ['hung-up local', 'hung-up remote']);
  everybodyRests();
});
