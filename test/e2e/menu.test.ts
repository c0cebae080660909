// More than one way to call, on the portal: what its admin decides reaches pages that are open.
import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {ownWindow} from './harness/own-window.js';
import type {Person} from './harness/person.js';
import {createTheatre} from './harness/stage.js';
import {talk} from './harness/talk.js';
import {until} from './harness/until.js';

/** Saves the list of connectors in the name of whoever looks at the page. */
const save = ({page, user}: Person, connectors: readonly object[]): Promise<number> =>
  page.evaluate(
    async (who, value) => {
      const {token} = (await (await fetch(`/token?user=${who}`)).json()) as {token: string};
      const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json'};
      const {version} = (await (await fetch('/settings/connectors', {headers})).json()) as {version: number};
      const {status} = await fetch('/settings/connectors', {method: 'PUT', headers, body: JSON.stringify({version, value})});
      return status;
    },
    user,
    connectors,
  );

/** Where the focus is within the button, by part and words. */
const focused = ({page}: Person, host: string): Promise<string> =>
  page.evaluate((tag) => {
    const at = document.querySelector(tag)?.shadowRoot?.activeElement as HTMLElement | null | undefined;
    return at ? `${at.part.value}: ${at.querySelector('.menu-label')?.textContent?.trim() ?? at.title}` : '';
  }, host);

const focusIs = (person: Person, host: string, what: RegExp): Promise<void> =>
  until(`the focus is at ${what}`, async () => what.test(await focused(person, host)));

const plain = (person: Person, host: string): Promise<void> =>
  until('the button is plain', async () => (await person.words(host, 'menu-button')) === '' && !(await person.sees(host, 'menu-button')));

describe('several ways to call', () => {
  const scene = createTheatre();

  scene('follow the admin on pages that are open, and a call by the portal’s own goes on working', async (stage) => {
    const alice = await stage.person('alice');
    const bob = await stage.person('bob');
    const button = bob.button('alice');
    await plain(bob, button);
    const meet = {name: 'rooms', title: 'Rooms', active: true, order: 1, settings: {url: '/meet?room={id}'}};
    assert.equal(await save(alice, [meet]), 200);
    await bob.press({host: button, part: 'menu-button'});
    await focusIs(bob, button, /menu-item: Rooms/);
    await bob.page.keyboard.press('Escape');
    await focusIs(bob, button, /menu-button/);
    assert.equal(await save(alice, [{...meet, active: false}, {name: 'peerjs', active: false}]), 200);
    await bob.shows(button, 'unavailable');
    assert.equal(await save(alice, [{...meet, active: false}]), 200);
    await bob.shows(button, 'idle');
    await plain(bob, button);
    await talk(bob, alice);
    assert.equal(await save(alice, []), 200);
  });

  scene('are chosen by keyboard alone, and remembered for this person over page loads', async (stage) => {
    const alice = await stage.person('alice', {query: {connectors: 'peerjs meet'}});
    const button = alice.button('bob');
    await (await alice.find({host: button, part: 'menu-button'})).focus();
    await alice.page.keyboard.press('Enter');
    await focusIs(alice, button, /menu-item/);
    await alice.page.keyboard.type('q');
    await focusIs(alice, button, /Quayside Meet/);
    const meeting = await ownWindow(alice, () => alice.page.keyboard.press('Enter'));
    await until('the meeting page opens', async () => meeting.page.url().includes('/meet?room=alice~bob'));
    assert.equal(await meeting.page.evaluate(() => window.opener), null);
    await meeting.page.close();
    await alice.page.bringToFront();
    await alice.page.reload();
    await alice.online();
    await alice.says(button, 'button', /Quayside Meet/);
  });

  scene('are remembered by the page that is loaded as soon as the choice is shown', async (stage) => {
    const alice = await stage.person('alice', {query: {connectors: 'peerjs local'}});
    const button = alice.button('bob');
    const hint = (): Promise<string> => alice.page.evaluate((host) => document.querySelector(host)?.shadowRoot?.querySelector('button')?.title ?? '', button);
    /** Chooses the second of the menu. */
    const choose = (): Promise<string> =>
      alice.page.evaluate((host) => {
        const items = document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLElement>('[part="menu-item"]');
        const label = items?.[1]?.querySelector('.menu-label')?.textContent?.trim() ?? '';
        items?.[1]?.click();
        return label;
      }, button);
    for (let round = 0; round < 2; round += 1) {
      await alice.find({host: button, part: 'menu-button'});
      // A press would begin a call.
      await alice.page.evaluate(() => document.addEventListener('call-start-request', (request) => request.preventDefault()));
      const chosen = await choose();
      assert.notEqual(chosen, '');
      await until(`round ${round}: ${chosen} is shown`, async () => (await hint()).includes(chosen));
      await alice.page.reload();
      await until(`round ${round}: ${chosen} is first`, async () => (await hint()).includes(chosen));
    }
  });
});
