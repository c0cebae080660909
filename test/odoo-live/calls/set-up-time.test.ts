import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {Person} from '../../e2e/harness/person.js';
import {connected} from '../../e2e/harness/talk.js';
import {createBackendTheatre} from '../harness/backend.js';
import {BUTTON, pairInChat} from '../harness/chat-calls.js';
import {firstPicture, median, pressAt} from '../harness/first-picture.js';
import {press, sees} from '../harness/own-calls.js';

const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const OURS = {host: 'call-window', video: 'video[part="remote-video"]'};
const discussOf = (name: string) => ({video: `.o-discuss-CallParticipantCard[title="${name}"] video`});

/** Milliseconds from the answer to the first picture, at the caller and at the callee. */
interface Times {
  readonly caller: number;
  readonly callee: number;
}

const ours = async (alice: Person, bob: Person): Promise<Times> => {
  await press(alice, BUTTON.video);
  await bob.rings();
  await alice.phase('ringing');
  await bob.find({host: 'incoming-call', part: 'answer'});
  const pictures = [firstPicture(alice, OURS), firstPicture(bob, OURS)];
  const answered = await pressAt(bob, {host: 'incoming-call', part: '[part~="answer"]'});
  const [caller = NaN, callee = NaN] = await Promise.all(pictures);
  await connected(alice, bob);
  await alice.hangUp();
  await bob.ended('hung-up', 'remote');
  await bob.press({host: 'call-window', part: 'close'});
  return {caller: caller - answered, callee: callee - answered};
};

const discuss = async (alice: Person, bob: Person): Promise<Times> => {
  await press(alice, 'button[name="camera-call"]');
  const accept = '.o-discuss-CallInvitation button[title="Accept with camera"]';
  await sees(bob, accept);
  const pictures = [firstPicture(alice, discussOf('Bob')), firstPicture(bob, discussOf('Alice'))];
  const answered = await pressAt(bob, {part: accept});
  const [caller = NaN, callee = NaN] = await Promise.all(pictures);
  for (const person of [alice, bob]) await pressAt(person, {part: '.o-discuss-CallActionList button[aria-label="Disconnect"]'});
  await Promise.all([alice, bob].map((person) => sees(person, '.o-discuss-Call', false)));
  return {caller: caller - answered, callee: callee - answered};
};

describe('how soon the other’s picture is there after the answer', () => {
  const scene = createBackendTheatre();

  scene(
    'a call of ours is no slower than Discuss’s own, in the same pages, turn about',
    async (backend) => {
      const {alice, bob} = await pairInChat(backend);
      const rounds: {ours: Times; discuss: Times}[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push({ours: await ours(alice, bob), discuss: await discuss(alice, bob)});
      const figure = (whose: 'ours' | 'discuss', side: keyof Times): number => median(rounds.map((round) => round[whose][side]));
      for (const side of ['caller', 'callee'] as const) {
        console.log(`answer → first picture at the ${side}: ours ${figure('ours', side)} ms, Discuss ${figure('discuss', side)} ms (median of ${ROUNDS})`);
      }
      const last = (whose: 'ours' | 'discuss'): number => Math.max(figure(whose, 'caller'), figure(whose, 'callee'));
      assert.ok(last('ours') <= last('discuss'), `${last('ours')} ms against ${last('discuss')} ms`);
    },
    300_000,
  );
});
