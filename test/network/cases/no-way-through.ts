import assert from 'node:assert/strict';
import {after, before, describe} from 'node:test';
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

/** It takes a call 20 s to give up, so two couples try at once. */
const COUPLES = [
  ['alice', 'bob'],
  ['carol', 'dave'],
] as const;

export const noWayThrough = (scene: Scene): void => {
  const tried = ({name, iceServers, code}: Trouble, couple: readonly [string, string]): void =>
    scene(
      name,
      async ({pair, record}) => {
        const [caller, callee] = await pair(iceServers(), {couple});
        await ring(caller, callee);
        await callee.answer();
        await Promise.all([caller, callee].map((person) => person.ended('connection-failed', undefined, 40_000)));
        // The words for a trouble are fetched when they are needed.
        await Promise.all([caller, callee].map((person) => person.says('call-window', 'message', /relay/)));
        await record(caller, callee);
        for (const person of [caller, callee]) assert.equal((await troublesOf(person)).at(-1), code, await outcomeOf(person));
      },
      {shares: true},
    );

  describe('symmetric NATs and no relay', {concurrency: true}, () => {
    before(() => scene.lab().rules({mapping: 'symmetric'}));
    after(() => scene.lab().reset());
    COUPLES.forEach((couple, lane) => {
      describe(couple.join(' and '), {concurrency: 1}, () => {
        for (const trouble of TROUBLES.filter((_, index) => index % COUPLES.length === lane)) tried(trouble, couple);
      });
    });
  });
};
