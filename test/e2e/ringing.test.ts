import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {Person} from './harness/person.js';
import {createTheatre} from './harness/stage.js';
import {connected, ring} from './harness/talk.js';
import {until} from './harness/until.js';

/** What the popups say, from the first on. */
const messages = (person: Person): Promise<string[]> =>
  person.page.evaluate(() => {
    const popups = document.querySelector('incoming-call')?.shadowRoot?.querySelectorAll('[part="message"]') ?? [];
    return [...popups].map((message) => message.textContent?.trim() ?? '');
  });

const shows = (person: Person, wanted: readonly string[]): Promise<void> =>
  until(`${person.user} sees ${wanted.join()}`, async () => String(await messages(person)) === String(wanted));

/** Presses a part of one of several popups. */
const pressIn = (person: Person, place: number, part: string): Promise<void> =>
  person.page.evaluate(
    (...[at, name]) => {
      const popup = document.querySelector('incoming-call')?.shadowRoot?.querySelectorAll('[part="popup"]')[at];
      popup?.querySelector<HTMLElement>(`[part="${name}"]`)?.click();
    },
    place,
    part,
  );

const choose = async (person: Person, status: string): Promise<void> => {
  await person.press({host: 'call-status', part: 'button'});
  await person.page.evaluate((wanted) => {
    const lines = [...(document.querySelector('call-status')?.shadowRoot?.querySelectorAll<HTMLElement>('[part="item"]') ?? [])];
    lines.find(({textContent}) => textContent?.includes(wanted))?.click();
  }, status);
};

const BOTH = ['Alice Martin is calling you', 'Carol Diaz is calling you'];

const scene = createTheatre();

describe('three calls at once', () => {
  scene('are all to be seen and pressed on a screen of 320 by 640 pixels', async (stage) => {
    const bob = await stage.person('bob', {width: 320, height: 640});
    for (const user of ['alice', 'carol', 'dave']) {
      const caller = await stage.person(user);
      await caller.call('bob');
      await caller.phase('ringing');
    }
    await shows(bob, [...BOTH, 'Dave Okafor is calling you']);
    const outside = await bob.page.evaluate(() => {
      const popups = document.querySelector('incoming-call')?.shadowRoot?.querySelectorAll('[part="popup"]') ?? [];
      return [...popups].map((popup) => popup.getBoundingClientRect()).filter(({top, bottom}) => top < 0 || bottom > innerHeight).length;
    });
    assert.equal(outside, 0);
  });
});

describe('two calls at once', () => {
  scene('have a popup each; the second is answered, and the first caller is told that one is busy', async (stage) => {
    const [alice, bob, carol] = await Promise.all([stage.person('alice'), stage.person('bob'), stage.person('carol')]);
    await ring(alice, bob);
    await ring(carol, bob);
    await shows(bob, BOTH);
    await pressIn(bob, 1, 'answer');
    await Promise.all([connected(carol, bob), alice.ended('busy', 'remote')]);
    await shows(bob, []);
    await carol.hangUp();
  });

  scene('are declined one by one, and the other rings on', async (stage) => {
    const [alice, bob, carol] = await Promise.all([stage.person('alice'), stage.person('bob'), stage.person('carol')]);
    await ring(alice, bob);
    await ring(carol, bob);
    await shows(bob, BOTH);
    await pressIn(bob, 0, 'decline');
    await alice.ended('declined', 'remote');
    await shows(bob, [BOTH[1] ?? '']);
    await carol.phase('ringing');
    await bob.decline();
    await carol.ended('declined', 'remote');
    await bob.silent();
  });
});

describe('how one is', () => {
  scene('is chosen in the bar, is the same in every tab and on the next page, and makes the ring silent', async (stage) => {
    const alice = await stage.person('alice');
    const bob = await stage.person('bob');
    const other = await stage.person('bob', {context: bob.context});
    await bob.page.bringToFront();
    await choose(bob, 'Do not disturb');
    await Promise.all([bob, other].map((tab) => tab.shows('call-status', 'do-not-disturb', 'status')));
    await bob.page.goto(`${stage.url}/stream?user=bob`);
    await bob.shows('call-status', 'do-not-disturb', 'status');
    await bob.online();
    await alice.page.bringToFront();
    await alice.call('bob');
    await bob.rings();
    await bob.page.bringToFront();
    await bob.says('incoming-call', 'popup', /Silent: Do not disturb/);
    assert.equal(await bob.page.evaluate(() => document.title.includes('Alice Martin')), false, 'nor does the title flash');
    await bob.decline();
    await alice.ended('declined', 'remote');
  });
});
