// The manual of eXo Web Conferencing, "Multiple connectors": each name quotes what it says.
import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {ElementHandle} from 'puppeteer-core';
import {ownWindow} from './harness/own-window.js';
import type {Person} from './harness/person.js';
import {createTheatre} from './harness/stage.js';
import {until} from './harness/until.js';

const SEVERAL = {connectors: 'peerjs meet deskphone'};

/** What the menu of a button offers, by name. */
const offered = ({page}: Person, host: string): Promise<string[]> =>
  page.evaluate(
    (tag) => [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll<HTMLElement>('[part~="menu-item"]') ?? [])].map(({innerText}) => innerText.trim()),
    host,
  );

const choose = async ({page, ...person}: Person, host: string, words: string): Promise<void> => {
  const find = (tag: string, text: string): HTMLElement | undefined => {
    const items = document.querySelector(tag)?.shadowRoot?.querySelectorAll<HTMLElement>('[part~="menu-item"]') ?? [];
    return [...items].find((item) => item.checkVisibility() && item.innerText.includes(text));
  };
  await until(`${person.user}: ${words} is offered`, async () => {
    const item = (await page.evaluateHandle(find, host, words)).asElement() as ElementHandle<HTMLElement> | null;
    await item?.click();
    return item !== null;
  });
};

describe('the manual, multiple connectors', () => {
  const scene = createTheatre();

  scene(
    '“If many connectors are installed and enabled for Web Conferencing, the Call button will be a pulldown which allows to select which provider that you want to use.” ' +
      '“Other providers will be available on different add-ons, but they are not supported.”',
    async (stage) => {
      const alice = await stage.person('alice', {query: SEVERAL});
      const button = alice.button('bob');
      await alice.press({host: button, part: 'menu-button'});
      const meeting = await ownWindow(alice, () => choose(alice, button, 'Quayside Meet'));
      await until('the meeting page opens', async () => /\/meet\?room=.+/.test(meeting.page.url()));
      // Whoever has no account there cannot be reached by it.
      assert.equal((await offered(alice, button)).some((name) => /Desk phone/.test(name)), false);
    },
  );

  scene('“This pulldown remembers your last selected settings, and displays these by default.”', async (stage) => {
    const alice = await stage.person('alice', {query: SEVERAL});
    const button = alice.button('bob');
    await alice.press({host: button, part: 'menu-button'});
    await (await ownWindow(alice, () => choose(alice, button, 'Quayside Meet'))).page.close();
    await alice.page.bringToFront();
    await alice.says(button, 'button', /Quayside Meet/);
    await alice.page.reload();
    await alice.online();
    await alice.says(button, 'button', /Quayside Meet/);
    const meeting = await ownWindow(alice, () => alice.call('bob'));
    await until('the meeting page opens', async () => meeting.page.url().includes('/meet'));
  });

  scene(
    '“In the previous illustration, multiple providers are available, which is not the case in the standard Web Conferencing add-on that comes built-in with eXo Platform.” ' +
      '“In standard distributions, only WebRTC connector is available.”',
    async (stage) => {
      const alice = await stage.person('alice');
      const bob = await stage.person('bob');
      assert.equal(await alice.sees(alice.button('bob'), 'menu-button'), false);
      await alice.call('bob');
      await bob.rings();
    },
  );

  scene(
    '“For each call provider who needs an IM account, a new entry is added in the IM-field pulldown of users\' profiles.”',
    async (stage) => {
      const bob = await stage.person('bob', {path: '/settings'});
      const accounts = 'call-im-accounts';
      const types = (): Promise<string[]> =>
        bob.page.evaluate(
          (tag) => [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll<HTMLOptionElement>('[part~="type"] option') ?? [])].map(({text}) => text.trim()),
          accounts,
        );
      await bob.press({host: accounts, part: 'add'});
      await until('the desk phone can be chosen', async () => (await types()).includes('Desk phone'));
      const field = await bob.find({host: accounts, part: 'id'});
      await field.type('4711');
      await bob.press({host: accounts, part: 'save'});
      // Now others can reach him by it.
      const alice = await stage.person('alice', {query: SEVERAL});
      await until('the desk phone is offered', async () => {
        await alice.press({host: alice.button('bob'), part: 'menu-button'});
        return (await offered(alice, alice.button('bob'))).some((name) => /Desk phone/.test(name));
      });
    },
  );
});
