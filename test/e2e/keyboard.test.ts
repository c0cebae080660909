import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {Person} from './harness/person.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, ring} from './harness/talk.js';
import {until} from './harness/until.js';

/** Where the keys go: an element, and its part where it is inside of one of ours. */
const focus = ({page}: Person): Promise<string> =>
  page.evaluate(() => {
    const host = document.activeElement;
    const inside = host?.shadowRoot?.activeElement;
    return [host?.localName, host?.getAttribute('callee'), inside?.getAttribute('part') ?? inside?.localName].filter(Boolean).join(' ');
  });

const focusIs = (person: Person, wanted: string): Promise<void> =>
  until(`${person.user}'s focus is on ${wanted}`, async () => (await focus(person)) === wanted);

/** Presses Tab until the focus is there, as somebody without a mouse does. */
const tabTo = async (person: Person, wanted: string): Promise<void> => {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await focus(person)) === wanted) return;
    await person.page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${wanted}`);
};

describe('by keyboard alone', () => {
  const scene = createTheatre();

  scene('a call is placed, switched, and hung up, and the focus comes back to the button', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await tabTo(alice, 'call-button bob button');
    await alice.page.keyboard.press('Enter');
    await bob.rings();
    await bob.answer();
    await connected(alice, bob);
    await alice.shows('call-window', 'on', 'mic');
    await tabTo(alice, 'call-window mic');
    await alice.page.keyboard.press('Space');
    await alice.shows('call-window', 'off', 'mic');
    await tabTo(alice, 'call-window hangup');
    await alice.page.keyboard.press('Enter');
    await Promise.all([alice.ended('hung-up', 'local'), bob.ended('hung-up', 'remote')]);
    await focusIs(alice, 'call-button bob button');
  });

  scene('a ring is answered by Enter when nothing had the focus', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await focusIs(bob, 'incoming-call answer');
    await bob.page.keyboard.press('Enter');
    await connected(alice, bob);
  });

  scene('a ring takes nobody’s place in what they write, and F6 leads to it', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {}, {path: '/chat', query: {with: 'alice'}});
    await bob.page.evaluate(() => document.querySelector<HTMLInputElement>('input[name="message"]')?.focus());
    await bob.page.keyboard.type('I see ');
    await ring(alice, bob);
    await bob.page.keyboard.type('it now');
    assert.equal(await focus(bob), 'input');
    assert.equal(await bob.page.evaluate(() => document.querySelector('input')?.value), 'I see it now');
    await bob.rings();
    await bob.page.keyboard.press('F6');
    await focusIs(bob, 'incoming-call answer');
    await bob.page.keyboard.press('Enter');
    await connected(alice, bob);
  });

  scene('a ring that is declined gives the focus back to what was written', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {}, {path: '/chat', query: {with: 'alice'}});
    await bob.page.evaluate(() => document.querySelector<HTMLInputElement>('input[name="message"]')?.focus());
    await ring(alice, bob);
    await bob.page.keyboard.press('F6');
    await tabTo(bob, 'incoming-call decline');
    await bob.page.keyboard.press('Enter');
    await alice.ended('declined', 'remote');
    await focusIs(bob, 'input');
  });

  scene('Escape ends neither a ring nor a call', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await Promise.all([alice.page.keyboard.press('Escape'), bob.page.keyboard.press('Escape')]);
    await bob.answer();
    await connected(alice, bob);
    await tabTo(alice, 'call-window mic');
    await Promise.all([alice.page.keyboard.press('Escape'), bob.page.keyboard.press('Escape')]);
    await bob.toggle('mic');
    await bob.shows('call-window', 'off', 'mic');
    await connected(alice, bob);
    assert.equal(await alice.sees('call-window', 'window'), true);
  });
});
