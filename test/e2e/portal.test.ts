import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {Person} from './harness/person.js';
import {plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, talk} from './harness/talk.js';
import {until} from './harness/until.js';

const PAGES = [
  {name: 'profile', path: '/profile', query: {who: 'bob'}},
  {name: 'chat room', path: '/chat', query: {with: 'bob'}},
  {name: 'theming page', path: '/theming', query: {}},
  {name: 'page with one classic script', path: '/script', query: {}},
  {name: 'page with a strict policy', path: '/', query: {csp: 'strict'}},
] as const;

const talkAndHangUp = async (alice: Person, bob: Person): Promise<void> => {
  await talk(alice, bob);
  await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
  await alice.hangUp();
  await bob.ended('hung-up', 'remote');
};

describe('the demo portal', () => {
  const scene = createTheatre();

  for (const {name, path, query} of PAGES) {
    scene(`places and takes calls on its ${name}`, async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {path, query}, {path});
      await talkAndHangUp(alice, bob);
      await bob.phase('ended');
      await talkAndHangUp(bob, alice);
    });
  }

  scene('shows the phase of the call by the global of the classic script', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {path: '/script'});
    const says = (word: string): Promise<void> =>
      until(`the page says ${word}`, () => alice.page.evaluate((wanted) => document.querySelector('#state')?.textContent === wanted, word));
    await says('idle');
    await talk(alice, bob);
    await says('connected');
    await alice.hangUp();
    await says('ended');
  });

  scene('lets two phones on one page call each other with no server', async (stage) => {
    const page = await stage.person('alice', {path: '/phones'});
    const left = 'call-provider[user-id="alice"]';
    const right = 'call-provider[user-id="bob"]';
    await Promise.all([page.shows(left, 'online'), page.shows(right, 'online')]);
    await page.press({host: page.button('bob'), part: 'button'});
    await page.shows(`${right} incoming-call`, 'ringing');
    assert.equal(await page.attribute(`${left} incoming-call`), 'idle');
    await page.press({host: `${right} incoming-call`, part: 'answer'});
    for (const phone of [left, right]) await page.shows(`${phone} call-window`, 'connected');
    for (const phone of [left, right]) await plays(page, 'remote-video', `${phone} call-window`);
    await page.press({host: `${right} call-window`, part: 'hangup'});
    await page.shows(`${left} call-window`, 'hung-up', 'end-reason');
    await page.says(`${left} call-window`, 'message', /Bob Chen hung up/);
    assert.deepEqual(await page.recording(), []);
    assert.deepEqual(await page.seen('servers'), []);
  });

  scene('speaks Arabic, from right to left, with one’s own picture at the left', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {query: {lang: 'ar'}}, {query: {lang: 'ar'}});
    await alice.says(alice.button('bob'), 'button', /اتصال|اتصل/);
    await alice.call('bob');
    await bob.says('incoming-call', 'message', /Alice Martin/);
    await bob.says('incoming-call', 'answer', /\p{Script=Arabic}/u);
    await bob.answer();
    await connected(alice, bob);
    await Promise.all([plays(alice, 'remote-video'), plays(alice, 'local-video')]);
    const {direction, isLeft} = await alice.page.evaluate(() => {
      const root = document.querySelector('call-window')?.shadowRoot;
      const frame = root?.querySelector('[part="window"]');
      const own = root?.querySelector('[part="local-video"]')?.getBoundingClientRect();
      const whole = frame?.getBoundingClientRect();
      return {
        direction: frame && getComputedStyle(frame).direction,
        isLeft: own && whole && own.left - whole.left < whole.right - own.right,
      };
    });
    assert.deepEqual({direction, isLeft}, {direction: 'rtl', isLeft: true});
    await bob.hangUp();
    await alice.says('call-window', 'message', /\p{Script=Arabic}/u);
  });

  scene('speaks French', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {query: {lang: 'fr'}}, {query: {lang: 'fr'}});
    await alice.says(alice.button('bob'), 'button', /Appeler/);
    await alice.call('bob');
    await bob.says('incoming-call', 'message', /Alice Martin vous appelle/);
    await bob.decline();
    await alice.says('call-window', 'message', /Bob Chen a (refusé|décliné)/);
  });
});
