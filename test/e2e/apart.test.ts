import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {Page} from 'puppeteer-core';
import {Person} from './harness/person.js';
import {hears, plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, talk} from './harness/talk.js';
import {until} from './harness/until.js';

const APART = {query: {'window-mode': 'window'}};

/** The window of its own that a press opens. */
const opens = async (person: Person, press: () => Promise<void>): Promise<Person> => {
  const popup = new Promise<Page | null>((resolve) => person.page.once('popup', resolve));
  await press();
  const page = await popup;
  assert.ok(page, 'a window opened');
  return Person.at(page, person);
};

const isClosed = (window: Person): Promise<void> => until(`${window.user}: the window is closed`, async () => window.page.isClosed());

/** How many pages the browser has. */
const pagesOf = async ({context}: Person): Promise<number> => (await context.pages()).length;

const scene = createTheatre();

describe('a window of its own', () => {
  for (const browser of ['chromium', 'firefox'] as const) {
    scene(`opens at a press on Call, has the call, and goes on while the portal loads its pages (${browser})`, async (stage) => {
      const alice = await stage.person('alice', {...APART, browser});
      const bob = await stage.person('bob');
      const window = await opens(alice, () => alice.call('bob'));
      await bob.rings();
      await window.phase('ringing');
      await plays(window, 'local-video');
      assert.equal(await alice.sees('call-window', 'window'), false, 'the portal shows nothing of it');
      assert.deepEqual(await alice.seen('asked'), [], 'the portal opens no device');
      await bob.answer();
      await connected(window, bob);
      await Promise.all([plays(window, 'remote-video'), plays(bob, 'remote-video'), hears(bob)]);
      await alice.page.goto(`${stage.url}/chat?user=alice&window-mode=window`);
      await alice.online();
      await alice.shows(alice.button('bob'), 'connected');
      await window.phase('connected');
      await plays(window, 'remote-video');
      await window.hangUp();
      await bob.ended('hung-up', 'remote');
      await isClosed(window);
      await alice.shows(alice.button('bob'), 'idle');
    });
  }

  scene('opens at a press on Answer, too', async (stage) => {
    const alice = await stage.person('alice');
    const bob = await stage.person('bob', APART);
    await alice.call('bob');
    await bob.rings();
    const window = await opens(bob, bob.answer);
    await connected(alice, window);
    await bob.silent();
    await Promise.all([plays(alice, 'remote-video'), plays(window, 'remote-video')]);
    assert.equal(await bob.sees('call-window', 'window'), false);
    assert.deepEqual(await bob.seen('asked'), []);
    await alice.hangUp();
    await window.ended('hung-up', undefined);
    assert.equal(window.page.isClosed(), false, 'the reason stays to be read');
  });

  scene('that the browser blocks leaves the call on the page, with a word on it', async (stage) => {
    const alice = await stage.person('alice', APART);
    const bob = await stage.person('bob');
    await alice.page.evaluate(() => void (window.open = () => null));
    await alice.call('bob');
    await bob.rings();
    await alice.says('call-window', 'message', /blocked the window of this call/);
    await bob.answer();
    await connected(alice, bob);
    await plays(alice, 'remote-video');
    await alice.hangUp();
    await bob.ended('hung-up', 'remote');
  });

  scene('ends the call when it is closed', async (stage) => {
    const alice = await stage.person('alice', APART);
    const bob = await stage.person('bob');
    const window = await opens(alice, () => alice.call('bob'));
    await bob.rings();
    await bob.answer();
    await connected(window, bob);
    const before = performance.now();
    await window.page.close({runBeforeUnload: true});
    await bob.ended('page-closed', 'remote');
    assert.ok(performance.now() - before < 5000, 'at once, not when it is given up');
    await alice.shows(alice.button('bob'), 'idle');
  });

  scene('is brought to the front by another press, and used again by the next call', async (stage) => {
    const alice = await stage.person('alice', APART);
    const bob = await stage.person('bob');
    const window = await opens(alice, () => alice.call('bob'));
    await bob.rings();
    await alice.shows(alice.button('bob'), 'ringing');
    const pages = await pagesOf(alice);
    await alice.press({host: alice.button('bob'), part: 'button'});
    await window.phase('ringing');
    assert.equal(await pagesOf(alice), pages, 'no other window');
    await bob.decline();
    await window.says('call-window', 'message', /declined/);
    await alice.shows(alice.button('bob'), 'idle');
    await alice.call('bob');
    await bob.rings();
    await window.phase('ringing');
    assert.equal(await pagesOf(alice), pages, 'still the same window');
    await bob.answer();
    await connected(window, bob);
  });

  scene('goes on when the page that opened it is closed', async (stage) => {
    const alice = await stage.person('alice', APART);
    const bob = await stage.person('bob');
    const window = await opens(alice, () => alice.call('bob'));
    await bob.rings();
    await stage.leave(alice);
    await bob.answer();
    await connected(window, bob);
    await Promise.all([plays(window, 'remote-video'), plays(bob, 'remote-video')]);
  });

  scene('of another tab is out of reach: a press there begins nothing, and opens nothing', async (stage) => {
    const alice = await stage.person('alice', APART);
    const bob = await stage.person('bob');
    const window = await opens(alice, () => alice.call('bob'));
    await bob.rings();
    const other = await stage.person('alice', {...APART, context: alice.context});
    await other.shows(other.button('bob'), 'ringing');
    const pages = await pagesOf(alice);
    await other.press({host: other.button('bob'), part: 'button'});
    await bob.answer();
    await connected(window, bob);
    await other.shows(other.button('bob'), 'connected');
    assert.equal(await pagesOf(alice), pages);
    assert.deepEqual(await other.seen('asked'), []);
  });

  scene('that was opened by hand says that there is no call', async (stage) => {
    stage.expected.push(/Scripts may close only the windows/);
    const alice = await stage.person('alice', {path: '/call'});
    await alice.says('call-window', 'message', /There is no call here/);
  });
});

/** What runs in the small window above all others; undefined while there is none. */
const inPicture = () => {
  const {documentPictureInPicture: api} = window as unknown as {documentPictureInPicture?: {window: Window | null}};
  const root = api?.window?.document.body.firstElementChild?.shadowRoot;
  if (!root) return undefined;
  const video = root.querySelector<HTMLVideoElement>('[part="remote-video"]');
  return {
    video: video && !video.paused ? video.currentTime : 0,
    press: (part: string) => root.querySelector<HTMLElement>(`[part="${part}"]`)?.click(),
  };
};

describe('the small window above all others', () => {
  scene('has the call and its picture, gives it back, and the call is unharmed', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await plays(alice, 'remote-video');
    await alice.press({host: 'call-window', part: 'pip'});
    await until('alice: the picture plays in it', async () => ((await alice.page.evaluate(inPicture))?.video ?? 0) > 0);
    assert.equal(await alice.sees('call-window', 'window'), false);
    await alice.page.evaluate(`(${inPicture.toString()})().press('mic')`);
    await alice.shows('call-window', 'off', 'mic');
    await alice.page.evaluate(`(${inPicture.toString()})().press('pip')`);
    await until('alice: the window is back', () => alice.sees('call-window', 'window'));
    await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
    await alice.phase('connected');
  });

  scene('keeps the screen lit while there is a picture, and no longer', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await alice.page.evaluate(() => {
      const {wakeLock} = navigator;
      const request = wakeLock.request.bind(wakeLock);
      const held: WakeLockSentinel[] = [];
      Object.assign(window, {held});
      wakeLock.request = async (type) => {
        const lock = await request(type);
        held.push(lock);
        return lock;
      };
    });
    const lit = () => alice.page.evaluate(() => (window as unknown as {held: WakeLockSentinel[]}).held.filter(({released}) => !released).length);
    await alice.page.bringToFront();
    await talk(alice, bob);
    await alice.page.bringToFront();
    await until('alice: the screen stays lit', async () => (await lit()) === 1);
    await alice.hangUp();
    await bob.ended('hung-up', 'remote');
    await until('alice: the screen may go dark', async () => (await lit()) === 0);
  });
});
