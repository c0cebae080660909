// The manual of eXo Web Conferencing, "Administrating Web Conferencing": each name quotes what it says.
import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {Person} from './harness/person.js';
import {createTheatre} from './harness/stage.js';
import type {Stage} from './harness/stage.js';
import {talk} from './harness/talk.js';
import {until} from './harness/until.js';

const ADMIN = 'call-admin';

/** What the server has stored, and how it is asked. */
const settings = async ({url}: Stage) => {
  const {token} = (await (await fetch(`${url}/token?user=alice`)).json()) as {token: string};
  const headers = {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'};
  const addressOf = (name: string): string => `${url}/settings/${name}`;
  return {
    read: async (): Promise<string> => (await fetch(addressOf('ice-servers'), {headers})).text(),
    async clear(): Promise<void> {
      for (const name of ['ice-servers', 'connectors']) {
        const {version} = (await (await fetch(addressOf(name), {headers})).json()) as {version: number};
        await fetch(addressOf(name), {method: 'PUT', headers, body: JSON.stringify({version, value: []})});
      }
    },
  };
};

/** Alice administers the demo, which knows no servers yet. */
const atAdmin = async (stage: Stage): Promise<Person> => {
  await (await settings(stage)).clear();
  return stage.person('alice', {path: '/admin'});
};

/** The last of a part: the row that was just added. */
const fill = async ({page}: Person, part: string, text: string): Promise<void> => {
  const handle = await page.evaluateHandle(
    (...[tag, name]) => [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])].at(-1),
    ADMIN,
    part,
  );
  const field = handle.asElement();
  assert.ok(field, `there is a field for ${part}`);
  await (field as Awaited<ReturnType<Person['find']>>).click({count: 3});
  await page.keyboard.type(text);
};

/** Saves the servers: their button is the first that follows them. */
const save = async ({page}: Person): Promise<void> => {
  await page.evaluate((tag) => {
    const root = document.querySelector(tag)?.shadowRoot;
    const add = root?.querySelector('[part~="add"]');
    const buttons = root?.querySelectorAll<HTMLElement>('[part~="save"]') ?? [];
    const follows = (button: HTMLElement): boolean => Boolean(add && add.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING);
    [...buttons].find(follows)?.click();
  }, ADMIN);
};

/** All that the element says, its alerts and hints included. */
const wordsOf = ({page}: Person): Promise<string> =>
  page.evaluate((tag) => (document.querySelector(tag)?.shadowRoot?.textContent ?? '').replace(/\s+/g, ' '), ADMIN);

const says = (person: Person, words: RegExp): Promise<void> =>
  until(`the administration says ${words}`, async () => words.test(await wordsOf(person)));

const addServer = async (person: Person, url: string, credentials?: {readonly username: string; readonly credential: string}): Promise<void> => {
  await person.press({host: ADMIN, part: 'add'});
  await fill(person, 'url', url);
  for (const [part, text] of Object.entries(credentials ?? {})) await fill(person, part, text);
};

describe('the manual, administrating', () => {
  const scene = createTheatre();

  scene(
    '“As an administrator of the platform, it lets you manage and configure Web Conferencing via an administrative interface.” ' +
      '“Click ▾ --> Web Conferencing on the top navigation bar.”',
    async (stage) => {
      const alice = await stage.person('alice', {path: '/stream'});
      await alice.page.click('.bar nav a[href^="/admin"]');
      await alice.online();
      for (const part of ['connectors', 'servers', 'add', 'save']) await alice.find({host: ADMIN, part});
    },
  );

  scene('“You should be part of the group platform/administrators.”', async (stage) => {
    stage.expected.push(/403/);
    const bob = await stage.person('bob', {path: '/admin'});
    assert.equal(await bob.page.$('.bar nav a[href^="/admin"]'), null);
    await says(bob, /administrator/i);
    assert.equal(await bob.sees(ADMIN, 'save'), false);
  });

  scene(
    '“The Web Conferencing add-on comes with an administrative interface which allows administrators to enable/disable providers and configure settings.” ' +
      '“To enable or disable a provider, you just need to move over the radio button of the Active field”',
    async (stage) => {
      const alice = await atAdmin(stage);
      const bob = await stage.person('bob');
      const hint = (): Promise<string> =>
        bob.page.evaluate((host) => document.querySelector(host)?.shadowRoot?.querySelector('button')?.title ?? '', bob.button('alice'));
      const usual = await hint();
      assert.match(usual, /Alice Martin/);
      const isOn = async (): Promise<boolean> => {
        const control = await alice.find({host: ADMIN, part: 'active'});
        return control.evaluate((found) => found.getAttribute('aria-checked') === 'true' || (found as HTMLInputElement).checked === true);
      };
      assert.equal(await isOn(), true);
      await alice.press({host: ADMIN, part: 'active'});
      await until('it is off', async () => !(await isOn()));
      // Open pages hear of it: what is left is another provider, which opens a page of its own, or none.
      await until('bob calls in another way, or not at all', async () => (await hint()) !== usual);
      const without = await hint();
      await alice.press({host: ADMIN, part: 'active'});
      await until('it is on again', isOn);
      await until('bob has it again', async () => (await hint()) !== without);
    },
  );

  scene(
    '“To add a server for the WebRTC provider, you should click on ⚙ button and, a form WebRTC Settings appears.” ' +
      '“Click on the + button to add an ICE server URL.” “It could be STUN or TURN type.” ' +
      '“The user can add credentials for the ICE server depending on the server setup.”',
    async (stage) => {
      const alice = await atAdmin(stage);
      const {read} = await settings(stage);
      await addServer(alice, 'stun:127.0.0.1:3478');
      await addServer(alice, 'turn:127.0.0.1:3478', {username: 'quay', credential: 'rope'});
      await save(alice);
      await until('both are stored', async () => /stun:127\.0\.0\.1:3478[^]*turn:127\.0\.0\.1:3478[^]*quay/.test(await read()));
      await alice.page.reload();
      await alice.online();
      const urls = (): Promise<string[]> =>
        alice.page.evaluate(
          (tag) => [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll<HTMLInputElement>('[part~="url"]') ?? [])].map(({value}) => value),
          ADMIN,
        );
      await until('both are shown', async () => String(await urls()) === 'stun:127.0.0.1:3478,turn:127.0.0.1:3478');
    },
  );

  scene(
    '“In production environments, it is highly recommended to use a dedicated ICE server which is not the default one,as it produces warnings in the platform logs.” ' +
      '“There are public STUN and TURN servers which can be used by any user.”',
    async (stage) => {
      const alice = await atAdmin(stage);
      await addServer(alice, 'stun:stun.l.google.com:19302');
      await says(alice, /public/i);
    },
  );

  scene(
    '“Configuring an ICE server for WebRTC is optional as it falls back to "peer-to-peer" connectivity, but this will not work well accross networks.” ' +
      '“In fact the Web Conferencing add-on comes with a default STUN server.” Here it comes with none',
    async (stage) => {
      const alice = await atAdmin(stage);
      await alice.find({host: ADMIN, part: 'add'});
      await says(alice, /TURN/);
      const [carol, dave] = await Promise.all([stage.person('carol'), stage.person('dave')]);
      await talk(carol, dave);
      assert.deepEqual((await carol.seen('servers')).filter((server) => /^(stun|turn)/.test(server)), []);
    },
  );

  scene(
    '“WebRTC allows you to specify multiple STUN/TURN servers which can be optionally secured with credentials.” ' +
      '“The ICE protocol will use this list of servers to help with WebRTC peers connectivity.”',
    async (stage) => {
      const admin = await atAdmin(stage);
      const {read} = await settings(stage);
      await addServer(admin, 'stun:127.0.0.1:3471');
      await addServer(admin, 'turn:127.0.0.1:3472', {username: 'quay', credential: 'rope'});
      await save(admin);
      await until('they are stored', async () => /3471[^]*3472/.test(await read()));
      stage.expected.push(/ICE|STUN|TURN/i);
      const [carol, dave] = [await stage.person('carol'), await stage.person('dave')];
      await talk(carol, dave);
      const asked = (await carol.seen('servers')).join(' ');
      assert.match(asked, /3471/);
      assert.match(asked, /3472/);
    },
  );
});
