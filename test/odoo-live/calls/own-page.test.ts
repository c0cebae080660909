import assert from 'node:assert/strict';
import {after, before, describe} from 'node:test';
import {until} from '../../e2e/harness/until.js';
import type {Person} from '../../e2e/harness/person.js';
import {createBackendTheatre} from '../harness/backend.js';
import type {Backend} from '../harness/backend.js';
import {BUTTON, perceiveEachOther, talkAfterReload, talkInChat} from '../harness/chat-calls.js';
import {pressAt} from '../harness/first-picture.js';
import {callMessages} from '../harness/messages.js';
import {press} from '../harness/own-calls.js';
import {opensPortal, opensPublic, putIntoPages} from '../harness/own-pages.js';
import {createWorld} from '../harness/world.js';

/** Who is rung is told who it is, and answers. */
const answers = async (callee: Person, caller: Person, name: RegExp): Promise<void> => {
  await callee.rings();
  await callee.says('incoming-call', 'message', name);
  await callee.answer();
  await perceiveEachOther(caller, callee);
};

const hangsUp = async (one: Person, other: Person): Promise<void> => {
  await one.hangUp();
  await other.ended('hung-up', 'remote');
};

describe('calls on pages outside the web client, with the examples of docs/odoo.md', () => {
  const world = createWorld();
  let undo: (() => Promise<void>) | undefined;
  before(async () => void (undo = await putIntoPages(world)));
  after(() => undo?.());
  const scene = createBackendTheatre();

  const portalAndColleague = async (backend: Backend) => {
    const members = {paul: await backend.world.member('Paul', {kind: 'portal'}), alice: await backend.world.member('Alice')};
    const channel = await backend.world.group(members.alice, members.paul);
    const alice = await backend.opens(members.alice, {channel});
    const paul = await opensPortal(backend, members.paul, members.alice.id);
    return {alice, paul, members, channel};
  };

  scene('a portal user and a colleague in the web client call each other, by the person and by the chat', async (backend) => {
    const {alice, paul, members} = await portalAndColleague(backend);
    await paul.call(members.alice.id);
    await answers(alice, paul, /Paul/);
    await hangsUp(paul, alice);
    await press(alice, BUTTON.video);
    await answers(paul, alice, /Alice/);
    await hangsUp(alice, paul);
  });

  scene('a portal user’s page is loaded anew during the call: it comes back to it', async (backend) => {
    const {alice, paul, channel} = await portalAndColleague(backend);
    await talkAfterReload(alice, paul);
    await paul.page.reload();
    await paul.phase('connected', 40_000);
    await perceiveEachOther(alice, paul);
    assert.deepEqual(await callMessages(backend.world, channel), [], 'it is the same call still');
    await hangsUp(paul, alice);
  });

  scene('a portal user signs out in another tab: the page says so, and goes on once they sign in again', async (backend) => {
    const {alice, paul, members} = await portalAndColleague(backend);
    const other = await paul.context.newPage();
    await other.goto(`${backend.world.settings.url}/web/session/logout?redirect=/web/login`);
    await paul.page.bringToFront();
    await paul.call(members.alice.id);
    await paul.told(/^call-error .*signaling-refused/);
    await paul.shows('call-config', 'error');
    await paul.says('call-window', 'message', /refused the sign-in/);
    await paul.ended('signaling-failed', 'system');
    await other.bringToFront();
    await other.type('input[name="login"]', members.paul.login);
    await other.type('input[name="password"]', members.paul.password);
    await Promise.all([other.waitForNavigation(), other.click('.oe_login_form button[type="submit"]')]);
    await paul.page.bringToFront();
    await paul.online();
    await paul.call(members.alice.id);
    await alice.rings();
  });

  scene('a portal user signs out in another tab during a call: it goes on, and can be ended', async (backend) => {
    const {alice, paul} = await portalAndColleague(backend);
    await talkInChat(alice, paul);
    const other = await paul.context.newPage();
    await other.goto(`${backend.world.settings.url}/web/session/logout?redirect=/web/login`);
    await paul.page.bringToFront();
    // It says that it lives every 30 seconds, and is refused then.
    await until('the page knows', async () => (await paul.attribute('call-config')) === 'error', 40_000);
    await perceiveEachOther(alice, paul);
    await hangsUp(paul, alice);
  });

  scene('a portal user calls somebody with whom there is no chat: the page says that they may not', async (backend) => {
    const [paul, carol] = [await backend.world.member('Paul', {kind: 'portal'}), await backend.world.member('Carol')];
    const page = await opensPortal(backend, paul, carol.id);
    await page.call(carol.id);
    await page.told(/^call-error .*call-refused/);
    await page.says('call-window', 'message', /./);
  });

  scene('a guest on a public page, in Firefox, calls a group, and is called by it', async (backend) => {
    const [alice, bob] = [await backend.world.member('Alice'), await backend.world.member('Bob')];
    const channel = await backend.world.group(alice, bob);
    const guest = await backend.world.guest(channel);
    const page = await opensPublic(backend, guest, `channel:${channel}`, {browser: 'firefox'});
    const colleague = await backend.opens(alice, {channel});
    await page.call(`channel:${channel}`);
    await answers(colleague, page, /Guest/);
    await hangsUp(page, colleague);
    // Odoo's toast of the last call's message lies on the button for a while.
    await pressAt(colleague, {part: BUTTON.video});
    await answers(page, colleague, /Alice/);
    await page.page.reload();
    await page.phase('connected', 40_000);
    await perceiveEachOther(page, colleague);
    await hangsUp(colleague, page);
  });

  scene('nobody in particular finds a button that does nothing', async (backend) => {
    const {world} = backend;
    const channel = await world.group(await world.member('Alice'), await world.member('Bob'));
    const nobody = {...(await world.guest(channel)), name: 'Nobody', visitor: world.stranger()};
    const page = await opensPublic(backend, nobody, `channel:${channel}`, {isOnline: false});
    await page.shows('call-config', 'off');
    await page.shows('call-button', 'unavailable');
  });
});
