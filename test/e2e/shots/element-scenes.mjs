// Elements in the states that a call alone does not show: menus, popups in a stack, forms, lists, windows of their own.
import {ownWindow} from '../harness/own-window.ts';
import {plays} from '../harness/pictures.ts';
import {aliceAndBob, connected, ring, talk} from '../harness/talk.ts';
import {until} from '../harness/until.ts';
import {dark, isOver, shoot} from './camera.mjs';

const BUTTON = 'call-button[callee="bob"]';
const WINDOW = 'call-window';
const ADMIN = 'call-admin';

/** The same in light, in dark and from right to left. */
const looks = (name, run) =>
  Object.fromEntries(
    Object.entries({light: {}, dark: {isDark: true}, arabic: {query: {lang: 'ar'}}, narrow: {width: 320, height: 640}}).map(([look, {isDark, ...options}]) => [
      `${name}-${look}`,
      async (stage) => {
        const arrive = async (user, more = {}) => {
          const person = await stage.person(user, {...more, ...options, query: {...more.query, ...options.query}});
          if (isDark) await dark(person);
          return person;
        };
        await run(stage, `${name}-${look}`, arrive);
      },
    ]),
  );

const typeInLast = async ({page}, host, part, text) => {
  const field = await page.evaluateHandle((...[tag, name]) => [...document.querySelector(tag).shadowRoot.querySelectorAll(`[part~="${name}"]`)].at(-1), host, part);
  await field.asElement().click();
  await page.keyboard.type(text);
};

const SCENES = {
  async menu(stage, name, arrive) {
    const alice = await arrive('alice', {query: {connectors: 'peerjs meet'}});
    await alice.press({host: BUTTON, part: 'menu-button'});
    await alice.find({host: BUTTON, part: 'menu-item'});
    await shoot(`${name}-open`, alice);
  },
  async status(stage, name, arrive) {
    const alice = await arrive('alice');
    await alice.press({host: 'call-status', part: 'button'});
    await alice.find({host: 'call-status', part: 'item'});
    await shoot(`${name}-open`, alice);
  },
  async presence(stage, name, arrive) {
    await stage.person('bob', {query: {status: 'do-not-disturb'}});
    await stage.person('carol', {query: {status: 'away'}});
    const alice = await arrive('alice');
    await alice.shows(BUTTON, 'do-not-disturb', 'presence');
    await shoot(name, alice);
  },
  async stack(stage, name, arrive) {
    const bob = await arrive('bob');
    for (const user of ['alice', 'carol', 'dave']) {
      const caller = await stage.person(user);
      await caller.call('bob');
      await caller.phase('ringing');
    }
    await shoot(name, bob);
  },
  async silent(stage, name, arrive) {
    const bob = await arrive('bob', {query: {status: 'do-not-disturb'}});
    await ring(await stage.person('alice'), bob);
    await shoot(name, bob);
  },
  async text(stage, name, arrive) {
    const alice = await arrive('alice');
    const bob = await stage.person('bob');
    await talk(alice, bob);
    for (const person of [alice, bob]) {
      await person.press({host: WINDOW, part: 'text-toggle'});
      await until('the field has the focus', () => person.page.evaluate(() => document.querySelector('call-window').shadowRoot.activeElement?.localName === 'textarea'));
    }
    await bob.page.keyboard.type('The berth is free from nine.');
    await bob.page.keyboard.press('Enter');
    await bob.page.keyboard.type('Shall we');
    await alice.says(WINDOW, 'text', /Shall we/);
    await shoot(name, alice);
  },
  async devices(stage, name, arrive) {
    const alice = await arrive('alice');
    await talk(alice, await stage.person('bob'));
    await alice.press({host: WINDOW, part: 'settings'});
    await until('the choices are there', async () => (await alice.page.$('call-window >>> #settings select')) !== null);
    await shoot(name, alice);
  },
  async reconnecting(stage, name, arrive) {
    const alice = await arrive('alice');
    const bob = await stage.person('bob');
    await talk(alice, bob);
    await bob.page.goto('about:blank');
    await alice.phase('reconnecting');
    await shoot(name, alice);
  },
  async apart(stage, name, arrive) {
    const alice = await arrive('alice', {query: {'window-mode': 'window'}});
    const bob = await stage.person('bob');
    const apart = await ownWindow(alice, () => alice.call('bob'));
    await bob.rings();
    await bob.answer();
    await connected(apart, bob);
    await plays(apart, 'remote-video');
    await alice.shows(BUTTON, 'connected');
    await shoot(`${name}-window`, apart);
    await shoot(`${name}-opener`, alice);
    await bob.hangUp();
    await isOver(apart);
    await shoot(`${name}-over`, apart);
  },
  async elsewhere(stage, name, arrive) {
    const alice = await arrive('alice');
    await talk(alice, await stage.person('bob'));
    const second = await arrive('alice', {context: alice.context});
    await second.shows(BUTTON, 'connected');
    await shoot(name, second);
  },
  async log(stage, name, arrive) {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await alice.hangUp();
    await isOver(bob);
    await ring(alice, bob);
    await alice.hangUp();
    await isOver(bob);
    const atLog = await arrive('bob', {context: bob.context, path: '/log'});
    await until('two calls are listed', async () => (await atLog.page.$$('call-log >>> [part~="item"]')).length === 2);
    await shoot(name, atLog);
    await atLog.press({host: 'call-log', part: 'clear'});
    await shoot(`${name}-question`, atLog);
  },
  async accounts(stage, name, arrive) {
    const bob = await arrive('bob', {path: '/settings'});
    await bob.press({host: 'call-im-accounts', part: 'add'});
    await typeInLast(bob, 'call-im-accounts', 'id', '47');
    await bob.press({host: 'call-im-accounts', part: 'save'});
    await shoot(`${name}-fault`, bob);
  },
  async admin(stage, name, arrive) {
    const alice = await arrive('alice', {path: '/admin', height: 1600});
    await alice.press({host: ADMIN, part: 'settings'});
    for (const url of ['stun:stun.l.google.com:19302', 'turn:127.0.0.1:9', 'http://wrong']) {
      await alice.press({host: ADMIN, part: 'add'});
      await typeInLast(alice, ADMIN, 'url', url);
    }
    await alice.press({host: ADMIN, part: 'test'});
    await until('something came of it', async () => /^[^…]+$/.test(await alice.words(ADMIN, 'result')));
    await shoot(name, alice);
  },
  async 'admin-refused'(stage, name, arrive) {
    const bob = await arrive('bob', {path: '/admin'});
    await until('it is said', async () => (await bob.page.$('call-admin >>> [role="alert"], call-admin >>> [role="status"]')) !== null);
    await shoot(name, bob);
  },
};

export const ELEMENT_SCENES = Object.assign({}, ...Object.entries(SCENES).map(([name, run]) => looks(name, run)));
