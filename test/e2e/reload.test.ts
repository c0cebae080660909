import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {BrowserContext} from 'puppeteer-core';
import type {Person} from './harness/person.js';
import {hears, plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import type {Stage} from './harness/stage.js';
import {aliceAndBob, connected, ring, talk} from './harness/talk.js';

/** One round is enough to see that it works; the figures come of many. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 1);

const reload = async ({page}: Person): Promise<void> => void (await page.reload({waitUntil: 'domcontentloaded'}));

/** Another page of the portal, as a press on a link leads to. */
const elsewhere = async (person: Person, stage: Stage): Promise<void> => {
  const path = new URL(person.page.url()).pathname === '/chat' ? '/' : '/chat';
  await person.page.goto(`${stage.url}${path}?user=${person.user}`, {waitUntil: 'domcontentloaded'});
};

/** Milliseconds from the moment a page is left until both are connected again. */
const measure = async (leave: () => Promise<unknown>, ...people: Person[]): Promise<number> => {
  const began = performance.now();
  await leave();
  await connected(...people);
  return performance.now() - began;
};

const tell = (what: string, times: readonly number[]): void => {
  const sorted = [...times].sort((one, other) => one - other).map(Math.round);
  console.log(`${what}: ${sorted.length} rounds, all rejoined; median ${sorted[Math.floor(sorted.length / 2)]} ms, worst ${sorted.at(-1)} ms`);
};

/** Each sees and hears the other. */
const talks = async (one: Person, other: Person): Promise<void> => {
  await Promise.all([plays(one, 'remote-video'), plays(other, 'remote-video'), hears(one), hears(other)]);
};

const LEAVES: readonly (readonly [string, (alice: Person, bob: Person, stage: Stage) => Promise<unknown>])[] = [
  ['the caller’s page is loaded anew', (alice) => reload(alice)],
  ['the callee’s page is loaded anew', (_alice, bob) => reload(bob)],
  ['the caller goes to another page of the portal', (alice, _bob, stage) => elsewhere(alice, stage)],
  ['the callee goes to another page of the portal', (_alice, bob, stage) => elsewhere(bob, stage)],
  ['both pages are loaded anew at once', (alice, bob) => Promise.all([reload(alice), reload(bob)])],
];

describe('a call outlives its page', () => {
  const scene = createTheatre();

  for (const [what, leave] of LEAVES) {
    scene(`when ${what}: the same call goes on within 20 s`, async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await talk(alice, bob);
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await talks(alice, bob);
        times.push(await measure(() => leave(alice, bob, stage), alice, bob));
      }
      await talks(alice, bob);
      tell(what, times);
      assert.ok(Math.max(...times) < 20_000);
      await bob.hangUp();
      await alice.ended('hung-up', 'remote');
    });
  }

  scene('when the page has the phones of both, and is loaded anew', async (stage) => {
    const page = await stage.person('alice', {path: '/phones'});
    const [left, right] = ['alice', 'bob'].map((user) => `call-provider[user-id="${user}"]`) as [string, string];
    for (const phone of [left, right]) await page.shows(phone, 'online');
    await page.press({host: page.button('bob'), part: 'button'});
    await page.press({host: `${right} incoming-call`, part: 'answer'});
    const both = async (): Promise<void> => {
      for (const phone of [left, right]) await plays(page, 'remote-video', `${phone} call-window`);
    };
    await both();
    await reload(page);
    await both();
  });

  scene('with what was switched off still off', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await alice.toggle('camera');
    await alice.shows('call-window', 'off', 'camera');
    await reload(alice);
    await connected(alice, bob);
    assert.deepEqual([await alice.attribute('call-window', 'mic'), await alice.attribute('call-window', 'camera')], ['on', 'off']);
    assert.deepEqual(await alice.recording(), ['audio']);
  });

  scene('of a caller that is loaded anew while it rings: it rings on, and can be answered', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    for (let round = 0; round < ROUNDS; round += 1) {
      await reload(alice);
      await alice.phase('ringing');
    }
    assert.equal((await bob.seen('journal')).filter((line) => line.startsWith('call-incoming ')).length, 1, 'it is the same call');
    await bob.answer();
    await connected(alice, bob);
    await talks(alice, bob);
  });

  scene('of a callee that is loaded anew while it rings: it rings again, and can be answered', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    // It rings for 45 seconds.
    for (let round = 0; round < Math.min(ROUNDS, 10); round += 1) {
      await reload(bob);
      await bob.rings();
    }
    await alice.phase('ringing');
    await bob.answer();
    await connected(alice, bob);
  });

  for (const [what, index] of [['holds', 0], ['does not hold', 1]] as const) {
    scene(`in a tab that ${what} the line of two, and goes on when either is loaded anew`, async (stage) => {
      const alice = await stage.person('alice');
      const tabs = [await stage.person('bob')];
      tabs.push(await stage.person('bob', {context: tabs[0]?.context as BrowserContext}));
      const [talking, other] = [tabs[index], tabs[1 - index]] as [Person, Person];
      await talking.page.bringToFront();
      await talk(alice, talking);
      for (let round = 0; round < ROUNDS; round += 1) {
        await reload(other);
        await other.online();
        await other.shows(other.button('alice'), 'connected');
        await reload(talking);
        await connected(alice, talking);
        await talks(alice, talking);
      }
      assert.equal(await stage.connections(), 2);
      await talking.hangUp();
      await alice.ended('hung-up', 'remote');
      await other.shows(other.button('alice'), 'idle');
    });
  }
});
