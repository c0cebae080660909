import assert from 'node:assert/strict';
import type {NatRules} from '../lab/nat.js';
import {isRelayed, pathOf} from '../lab/path.js';
import {STUN, turn, turns} from '../lab/relay.js';
import type {Scene} from '../lab/stage.js';
import {RELAY} from '../lab/topology.js';

interface Way {
  readonly name: string;
  readonly rules: NatRules;
  readonly iceServers: () => readonly RTCIceServer[];
  readonly isRelayed: boolean;
  /** How the relay is reached. */
  readonly protocol?: string;
}

const WAYS: readonly Way[] = [
  {name: 'two cone NATs, STUN: directly', rules: {mapping: 'cone'}, iceServers: () => [STUN], isRelayed: false},
  {
    name: 'two symmetric NATs, TURN over UDP: by relay',
    rules: {mapping: 'symmetric'},
    iceServers: () => [STUN, turn('udp')],
    isRelayed: true,
  },
  {
    name: 'firewalls that drop UDP, TURN over TCP: by relay',
    rules: {mapping: 'symmetric', lets: 'tcp'},
    iceServers: () => [STUN, turn('udp'), turn('tcp')],
    isRelayed: true,
    protocol: 'tcp',
  },
  {
    name: 'firewalls that drop everything but TCP 443, TURN over TLS: by relay',
    rules: {mapping: 'symmetric', lets: 'tcp-443'},
    iceServers: () => [STUN, turn('udp'), turn('tcp'), turns()],
    isRelayed: true,
    protocol: 'tls',
  },
];

export const waysThrough = (scene: Scene): void => {
  for (const way of WAYS) {
    scene(way.name, async ({lab, pair, talk, record}) => {
      await lab.rules(way.rules);
      const [alice, bob] = await pair(way.iceServers());
      const ms = await talk(alice, bob);
      const words = way.isRelayed ? /by relay/ : /^Connected$/;
      await Promise.all([alice, bob].map((person) => person.says('call-window', 'status', words)));
      const paths = await Promise.all([pathOf(alice), pathOf(bob)]);
      await record(alice, bob, {ms});
      for (const path of paths) assert.equal(isRelayed(path), way.isRelayed);
      if (way.protocol) assert.deepEqual(paths.map(({protocol}) => protocol), [way.protocol, way.protocol]);
    });
  }

  scene('two symmetric NATs, a page that names no servers: by the relay of its portal', async ({lab, pair, talk, record}) => {
    await lab.rules({mapping: 'symmetric'});
    await lab.portal.kill();
    await lab.portal.start({relays: [`turn:${RELAY}:3478?transport=udp`]});
    const [alice, bob] = await pair([]);
    const ms = await talk(alice, bob);
    await Promise.all([alice, bob].map((person) => person.says('call-window', 'status', /by relay/)));
    await record(alice, bob, {ms});
    await lab.portal.kill();
    await lab.portal.start();
  });
};
