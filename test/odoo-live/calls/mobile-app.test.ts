import assert from 'node:assert/strict';
import {afterEach, describe} from 'node:test';
import {MobileApp} from '../../../odoo/examples/mobile-app/src/mobile-app.js';
import {connected} from '../../e2e/harness/talk.js';
import {until} from '../../e2e/harness/until.js';
import {gets, RED} from '../../odoo/phones.js';
import {perceives} from '../../odoo/page-measures.js';
import {createBackendTheatre} from '../harness/backend.js';
import type {Backend} from '../harness/backend.js';
import {BUTTON} from '../harness/chat-calls.js';
import {callMessages} from '../harness/messages.js';
import {press} from '../harness/own-calls.js';
import type {Member} from '../harness/world.js';

const SENT = {tone: 440, colour: RED};
/** What a browser's fake devices give: pictures that move, and a beep, which is no steady tone. */
const perceivesThePage = (phone: MobileApp): Promise<void> =>
  until('the phone hears and sees the page', async () => {
    const {sound, picture} = phone.measured ?? {};
    return sound?.firstSoundMs !== undefined && (picture?.framesPerSecond ?? 0) >= 5;
  });

describe('the mobile app and the web client', () => {
  const scene = createBackendTheatre();
  const phones: MobileApp[] = [];
  afterEach(async () => {
    await Promise.all(phones.splice(0).map((phone) => phone.close()));
  });

  const phoneOf = async ({world}: Backend, {login, password}: Member): Promise<MobileApp> => {
    const {url, database} = world.settings;
    const phone = await MobileApp.login({url, database, login, password}, SENT);
    phones.push(phone);
    return phone;
  };

  const cast = async (backend: Backend) => {
    const [alice, bob] = [await backend.world.member('Alice'), await backend.world.member('Bob')];
    const channel = await backend.world.chat(alice, bob);
    return {alice, bob, channel, phone: await phoneOf(backend, alice), page: await backend.opens(bob, {channel})};
  };

  scene('the app calls: the page rings, both hear and see, and the app hangs up', async (backend) => {
    const {phone, page, channel} = await cast(backend);
    const call = await phone.call(`channel:${channel}`, {video: true});
    await page.rings();
    await page.says('incoming-call', 'message', /Alice/);
    await page.answer();
    await call.connected();
    await page.phase('connected');
    await Promise.all([perceives(page, SENT), perceivesThePage(phone)]);
    await call.end();
    await page.ended('hung-up', 'remote');
    assert.equal((await callMessages(backend.world, channel)).length, 1);
  });

  scene('the page calls: the app rings, both hear and see, and the page hangs up', async (backend) => {
    const {phone, page} = await cast(backend);
    await press(page, BUTTON.video);
    const call = await phone.waitForCall();
    assert.deepEqual([call.callerName, call.video], ['Bob', true]);
    await call.answer();
    await Promise.all([call.connected(), page.phase('connected')]);
    await Promise.all([perceives(page, SENT), perceivesThePage(phone)]);
    await page.hangUp();
    await call.ended();
    assert.equal(call.endReason, 'hung-up');
  });

  scene('each declines the other', async (backend) => {
    const {phone, page, channel} = await cast(backend);
    const call = await phone.call(`channel:${channel}`, {video: true});
    await page.rings();
    await page.decline();
    await call.ended();
    assert.equal(call.endReason, 'declined');
    await press(page, BUTTON.video);
    await phone.waitForCall();
    await phone.decline();
    await page.ended('declined', 'remote');
  });

  scene('a person’s page and phone both ring; what is answered on the page is silent on the phone', async (backend) => {
    const {phone, page, alice, channel} = await cast(backend);
    const theirs = await backend.opens(alice, {channel});
    await press(page, BUTTON.video);
    const ringing = await phone.waitForCall();
    await theirs.rings();
    await theirs.answer();
    await ringing.ended();
    assert.equal(ringing.endReason, 'answered-elsewhere');
    await connected(page, theirs);
  });

  scene('a person’s page and phone both ring; what is answered on the phone is silent on the page', async (backend) => {
    const {phone, page, alice, channel} = await cast(backend);
    const theirs = await backend.opens(alice, {channel});
    await press(page, BUTTON.video);
    const ringing = await phone.waitForCall();
    await theirs.rings();
    await ringing.answer();
    await Promise.all([ringing.connected(), page.phase('connected'), theirs.silent()]);
  });

  scene('two apps call each other over Odoo', async (backend) => {
    const [alice, bob] = [await backend.world.member('Alice'), await backend.world.member('Bob')];
    const channel = await backend.world.chat(alice, bob);
    const [one, other] = [await phoneOf(backend, alice), await phoneOf(backend, bob)];
    const out = await one.call(`channel:${channel}`, {video: true});
    const ringing = await other.waitForCall();
    await ringing.answer();
    await Promise.all([out.connected(), ringing.connected()]);
    await Promise.all([gets('the caller', () => out.measured, SENT), gets('the callee', () => ringing.measured, SENT)]);
    await ringing.end();
    await out.ended();
  });
});
