import assert from 'node:assert/strict';
import {ring} from '../../e2e/harness/talk.js';
import {until} from '../../e2e/harness/until.js';
import {Capture} from '../lab/capture.js';
import type {Lab} from '../lab/lab.js';
import {prepared, isRelayed, pathOf} from '../lab/path.js';
import {STUN, turn} from '../lab/relay.js';
import {msToPicture, watchSenses} from '../lab/senses.js';
import type {Scene} from '../lab/stage.js';
import {INSIDE, OUTSIDE} from '../lab/topology.js';

/** What each NAT sees, on both its sides, to or from the other network. */
const captureBetween = async ({topology: {nats}}: Lab) => {
  const captures = await Promise.all([
    Capture.start(nats.a, `ip and (host ${INSIDE.b} or host ${OUTSIDE.b})`),
    Capture.start(nats.b, `ip and (host ${INSIDE.a} or host ${OUTSIDE.a})`),
  ]);
  return {
    packets: () => captures.flatMap(({packets}) => packets),
    stop: () => captures.forEach((capture) => capture.stop()),
  };
};

export const privacy = (scene: Scene): void => {
  const between = (name: string, ipPrivacy: string, iceServers: () => readonly RTCIceServer[], direct: boolean): void =>
    scene(name, async ({lab, pair, record}) => {
      const [alice, bob] = await pair(iceServers(), {query: {'ip-privacy': ipPrivacy}});
      const {packets, stop} = await captureBetween(lab);
      await Promise.all([alice, bob].map(watchSenses));
      await ring(alice, bob);
      const isOpen = ipPrivacy === 'off';
      const hasRelay = iceServers().length > 1;
      if (hasRelay || isOpen) await Promise.all([alice, bob].map((person) => prepared(person, 'connected')));
      else await prepared(alice, 'gathered');
      const before = packets().length;
      if (isOpen) assert.notEqual(before, 0, 'no packet between the two networks before the answer');
      else assert.deepEqual(packets(), [], 'packets between the two networks before the answer');
      await bob.answer();
      const ms = await msToPicture(alice, bob);
      const settled = async () => (await Promise.all([alice, bob].map(pathOf))).every((path) => isRelayed(path) !== direct);
      await until(`both are connected ${direct ? 'directly' : 'by relay'}`, settled);
      await record(alice, bob, {ms, notes: `${before} packets between the two before accept, ${packets().length} after`});
      await bob.hangUp();
      await alice.ended('hung-up', 'remote');
      stop();
      if (direct) assert.notEqual(packets().length, 0, 'the capture captures');
      else assert.deepEqual(packets(), [], 'packets between the two networks');
    });

  const both = () => [STUN, turn('udp')];
  between('ip-privacy until-accept, with a relay: by relay while it rings, directly after accept', 'until-accept', both, true);
  between('ip-privacy until-accept, without a relay: nothing while it rings, directly after accept', 'until-accept', () => [STUN], true);
  between('ip-privacy off: directly, while it rings already', 'off', () => [STUN], true);
  between('ip-privacy always: by relay from beginning to end', 'always', both, false);
};
