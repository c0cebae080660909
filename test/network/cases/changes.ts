import {setTimeout as pause} from 'node:timers/promises';
import type {Person} from '../../e2e/harness/person.js';
import {setNat} from '../lab/nat.js';
import {STUN, turn} from '../lab/relay.js';
import {describeGaps, expectPicture, forgetGaps, perceives} from '../lab/senses.js';
import type {Scene} from '../lab/stage.js';

const OUTAGE = 30_000;

/** Milliseconds without a picture that another network may cost. */
const BRIDGED = 10_000;

const goesOn = async (alice: Person, bob: Person): Promise<void> => {
  await Promise.all([alice, bob].map((person) => person.phase('connected')));
  await alice.hangUp();
  await Promise.all([alice.ended('hung-up', 'local'), bob.ended('hung-up', 'remote')]);
};

export const changes = (scene: Scene): void => {
  for (const [who, side] of [['caller', 'a'], ['callee', 'b']] as const) {
    scene(`the ${who} gets another address and NAT in mid-call: the call goes on`, async ({lab, pair, talk, record}) => {
      const [alice, bob] = await pair([STUN, turn('udp')]);
      const [caller, callee] = side === 'a' ? [alice, bob] : [bob, alice];
      const ms = await talk(caller, callee);
      const [moment] = await Promise.all([caller, callee].map(forgetGaps));
      await lab.topology.plug('cafe');
      const changed = Math.max(moment ?? 0, Date.now());
      await Promise.all([alice, bob].map((person) => perceives(person, changed + 500)));
      await record(caller, callee, {ms, notes: (await Promise.all([caller, callee].map(describeGaps))).join('; ')});
      await Promise.all([caller, callee].map((person) => expectPicture(person, BRIDGED)));
      await goesOn(caller, callee);
    });
  }

  scene('the caller’s network is gone for 30 s in mid-call: reconnecting, and back soon after', async ({lab, pair, talk, record}) => {
    const [alice, bob] = await pair([STUN, turn('udp')]);
    const ms = await talk(alice, bob);
    await Promise.all([alice, bob].map(forgetGaps));
    const over = pause(OUTAGE);
    await setNat(lab.topology.nats.a, {lets: 'nothing'}, {keep: true});
    await Promise.all([alice, bob].map((person) => person.phase('reconnecting')));
    await over;
    await setNat(lab.topology.nats.a, {}, {keep: true});
    const back = Date.now();
    const seen = await Promise.all([alice, bob].map((person) => perceives(person, back)));
    const notes = `both see and hear each other ${((Math.max(...seen) - back) / 1000).toFixed(1)} s after the network is back`;
    await record(alice, bob, {ms, notes});
    await goesOn(alice, bob);
  });
};
