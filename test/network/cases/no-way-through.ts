import assert from 'node:assert/strict';
import {ring} from '../../e2e/harness/talk.js';
import {outcomeOf, troublesOf} from '../lab/outcome.js';
import {createPass, STUN, turn} from '../lab/relay.js';
import type {Scene} from '../lab/stage.js';

interface Trouble {
  readonly name: string;
  readonly iceServers: () => readonly RTCIceServer[];
  readonly code: string;
}

const TROUBLES: readonly Trouble[] = [
  {name: 'two symmetric NATs, STUN alone: a relay is missing', iceServers: () => [STUN], code: 'relay-missing'},
  {
    name: 'two symmetric NATs, a pass signed with another secret: the relay refuses',
    iceServers: () => [STUN, turn('udp', createPass({secret: 'another'}))],
    code: 'relay-refused',
  },
  {
    name: 'two symmetric NATs, a pass that has expired: the relay refuses',
    iceServers: () => [STUN, turn('udp', createPass({seconds: -60}))],
    code: 'relay-refused',
  },
  {
    name: 'two symmetric NATs, a relay that is down: it cannot be reached',
    iceServers: () => [STUN, {...turn('udp'), urls: 'turn:203.0.113.6:3999?transport=udp'}],
    code: 'relay-unreachable',
  },
];

export const noWayThrough = (scene: Scene): void => {
  for (const {name, iceServers, code} of TROUBLES) {
    scene(name, async ({lab, pair, record}) => {
      await lab.rules({mapping: 'symmetric'});
      const [alice, bob] = await pair(iceServers());
      await ring(alice, bob);
      await bob.answer();
      await Promise.all([alice, bob].map((person) => person.ended('connection-failed', undefined, 40_000)));
      await record(alice, bob);
      for (const person of [alice, bob]) assert.ok((await troublesOf(person)).includes(code), await outcomeOf(person));
    });
  }
};
