import {describe} from 'node:test';
import {createBackendTheatre} from '../harness/backend.js';
import type {Backend} from '../harness/backend.js';
import {BUTTON, perceiveEachOther} from '../harness/chat-calls.js';
import {press} from '../harness/own-calls.js';

const three = async (backend: Backend) => {
  const names = ['Alice', 'Bob', 'Carol'] as const;
  const members = await Promise.all(names.map((name) => backend.world.member(name)));
  const [first, ...others] = members;
  if (!first) throw new Error('nobody');
  const channel = await backend.world.group(first, ...others);
  const [alice, bob, carol] = await Promise.all(members.map((member) => backend.opens(member, {channel, width: 900, height: 700})));
  if (!alice || !bob || !carol) throw new Error('nobody came');
  return {alice, bob, carol, channel};
};

describe('calls in a group', () => {
  const scene = createBackendTheatre();

  scene('it rings at all the others; one answers, and the others fall silent', async (backend) => {
    const {alice, bob, carol} = await three(backend);
    await press(alice, BUTTON.video);
    await Promise.all([bob.rings(), carol.rings()]);
    await alice.phase('ringing');
    await bob.answer();
    await Promise.all([perceiveEachOther(alice, bob), carol.silent()]);
    await carol.ended('answered-elsewhere');
    await bob.hangUp();
    await alice.ended('hung-up', 'remote');
  });

  scene('one declines, and it rings on at the other; once nobody is left, it is declined', async (backend) => {
    const {alice, bob, carol} = await three(backend);
    await press(alice, BUTTON.video);
    await Promise.all([bob.rings(), carol.rings()]);
    await bob.decline();
    await bob.silent();
    await carol.rings();
    await alice.phase('ringing');
    await carol.decline();
    await Promise.all([alice.ended('declined', 'remote'), carol.silent()]);
  });
});
