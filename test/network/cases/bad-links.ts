import {ring} from '../../e2e/harness/talk.js';
import {prepared} from '../lab/path.js';
import {STUN, turn} from '../lab/relay.js';
import {forgetGaps, msToPicture, perceives, watchSenses} from '../lab/senses.js';
import type {Scene} from '../lab/stage.js';

/** Each way. */
const DELAY = 150;
const PATIENCE = 40_000;

export const badLinks = (scene: Scene): void => {
  for (const percent of [0, 5, 20]) {
    scene(`300 ms round trip, ${percent} % of packets lost: the call is made, and pictures flow`, async ({lab, pair, record}) => {
      await lab.topology.plug('cafe');
      const [alice, bob] = await pair([STUN, turn('udp')]);
      await Promise.all([alice, bob].map(watchSenses));
      await lab.topology.slowLink.set({delay: DELAY, loss: percent / 100});
      const called = Date.now();
      await ring(alice, bob);
      const rang = Date.now() - called;
      // As quick as people are: the connection is made while it rings.
      await Promise.all([alice, bob].map((person) => prepared(person, 'connected')));
      await bob.answer();
      const ms = await msToPicture(alice, bob, PATIENCE);
      const [moment = 0] = await Promise.all([alice, bob].map(forgetGaps));
      await Promise.all([alice, bob].map((person) => perceives(person, moment + 3000, PATIENCE)));
      if (percent > 10) await Promise.all([alice, bob].map((person) => person.says('call-window', 'status', /weak/)));
      await record(alice, bob, {ms, notes: `rings ${rang} ms after the press`});
      await alice.hangUp();
      await Promise.all([alice.ended('hung-up', 'local'), bob.ended('hung-up', 'remote')]);
    });
  }
};
