import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {MobileCall} from '../../odoo/examples/mobile-app/src/mobile-call.js';
import {plays} from '../e2e/harness/pictures.js';
import {until} from '../e2e/harness/until.js';
import {firefoxPath} from '../tools/browsers.mjs';
import {createOffices} from './office.js';
import type {Office} from './office.js';
import {perceives} from './page-measures.js';
import {RED} from './phones.js';

const CHAT = 'channel:3';
const SENT = {tone: 440, colour: RED};
const BROWSERS = firefoxPath() ? (['chromium', 'firefox'] as const) : (['chromium'] as const);

const hears = (call: MobileCall): Promise<void> => until('the phone hears something', async () => call.measured.sound?.firstSoundMs !== undefined);

const hearsAndSees = async (call: MobileCall): Promise<void> => {
  await hears(call);
  await until('the phone sees something move', async () => (call.measured.picture?.framesPerSecond ?? 0) >= 5);
};

describe('mobile app and a page', () => {
  const {play} = createOffices();

  for (const browser of BROWSERS) {
    it(
      `the app calls ${browser}: it rings, both hear and see, and the app hangs up`,
      play(async (office) => {
        const bob = await office.person('bob', browser);
        const alice = await office.phones.login('alice', SENT);
        const call = await alice.call(CHAT, {video: true});
        await bob.rings();
        await bob.says('incoming-call', 'popup', /Alice/);
        await bob.answer();
        await call.connected();
        await Promise.all([perceives(bob, SENT), plays(bob, 'local-video'), hearsAndSees(call)]);
        await call.end();
        await bob.ended('hung-up', 'remote');
      }),
    );

    it(
      `${browser} calls the app: both hear and see, and the page hangs up`,
      play(async (office) => {
        const bob = await office.person('bob', browser);
        const alice = await office.phones.login('alice', SENT);
        await bob.call('partner:7');
        const call = await alice.waitForCall();
        assert.deepEqual([call.callerName, call.video], ['Bob', true]);
        await bob.phase('ringing');
        await call.answer();
        await bob.phase('connected');
        await Promise.all([perceives(bob, SENT), hearsAndSees(call)]);
        await bob.hangUp();
        await call.ended();
        assert.equal(call.endReason, 'hung-up');
      }),
    );
  }

  it(
    'a call for the voice has no picture, and the page hangs up',
    play(async (office) => {
      const bob = await office.person('bob');
      const alice = await office.phones.login('alice', SENT);
      const call = await alice.call(CHAT);
      await bob.rings();
      await bob.answer();
      await Promise.all([perceives(bob, {tone: 440}), hears(call)]);
      assert.equal(await bob.sees('call-window', 'remote-video'), false);
      await bob.hangUp();
      await call.ended();
    }),
  );

  it(
    'each turns the camera off and on, and the other sees that',
    play(async (office) => {
      const bob = await office.person('bob');
      const alice = await office.phones.login('alice', SENT);
      const call = await alice.call(CHAT, {video: true});
      await bob.rings();
      await bob.answer();
      await Promise.all([perceives(bob, SENT), hearsAndSees(call)]);
      const sees = (is: boolean) => async () => (await bob.sees('call-window', 'remote-video')) === is;
      call.showPicture(false);
      await until('the page shows no picture', sees(false));
      call.showPicture(true);
      await until('the page shows the picture again', sees(true));
      await bob.toggle('camera');
      await until('the phone sees nothing any more', async () => call.measured.picture?.framesPerSecond === 0);
      await bob.toggle('camera');
      await hearsAndSees(call);
    }),
  );

  it(
    'a page on another network than before finds a new path, and the call goes on',
    play(async (office) => {
      const bob = await office.person('bob');
      const alice = await office.phones.login('alice', SENT);
      await bob.call('partner:7');
      const call = await alice.waitForCall();
      await call.answer();
      await Promise.all([perceives(bob, SENT), hearsAndSees(call)]);
      const path = () => bob.page.evaluate(() => /a=ice-ufrag:.*/.exec(window.seen.connections.at(-1)?.currentRemoteDescription?.sdp ?? '')?.[0]);
      const before = await path();
      await bob.page.evaluate(() => void window.dispatchEvent(new Event('online')));
      await until('the phone answers anew', async () => (await path()) !== before);
      const frames = call.measured.picture?.frames ?? 0;
      await until('more pictures come', async () => (call.measured.picture?.frames ?? 0) > frames + 10);
      await perceives(bob, SENT);
      await bob.hangUp();
      await call.ended();
    }),
  );

  it(
    'the page declines the app',
    play(async (office) => {
      const bob = await office.person('bob');
      const alice = await office.phones.login('alice');
      const call = await alice.call(CHAT, {video: true});
      await bob.rings();
      await bob.decline();
      await call.ended();
      assert.equal(call.endReason, 'declined');
      await bob.silent();
    }),
  );

  it(
    'the app declines the page',
    play(async (office) => {
      const bob = await office.person('bob');
      const alice = await office.phones.login('alice');
      await bob.call('partner:7');
      await alice.waitForCall();
      await alice.decline();
      await bob.ended('declined', 'remote');
    }),
  );

  it(
    'whoever calls may give up',
    play(async (office) => {
      const bob = await office.person('bob');
      const alice = await office.phones.login('alice');
      const out = await alice.call(CHAT);
      await bob.rings();
      await out.end();
      await bob.silent();
      await bob.call('partner:7');
      const incoming = await alice.waitForCall();
      await bob.phase('ringing');
      await bob.hangUp();
      await incoming.ended();
      assert.equal(incoming.endReason, 'cancelled');
    }),
  );

  for (const caller of ['page', 'app'] as const) {
    const bothRing = async (office: Office) => {
      const bob = await office.person('bob');
      const phone = await office.phones.login('bob');
      const alice = caller === 'page' ? await office.person('alice') : await office.phones.login('alice');
      await alice.call(caller === 'page' ? 'partner:8' : CHAT);
      await bob.rings();
      const ringing = await phone.waitForCall();
      return [bob, ringing] as const;
    };

    it(
      `a page and an app of one person ring for another’s ${caller}: what is answered at the page is silent on the phone`,
      play(async (office) => {
        const [bob, ringing] = await bothRing(office);
        await bob.answer();
        await ringing.ended();
        assert.equal(ringing.endReason, 'answered-elsewhere');
        await bob.phase('connected');
      }),
    );

    it(
      `a page and an app of one person ring for another’s ${caller}: what is answered on the phone is silent at the page`,
      play(async (office) => {
        const [bob, ringing] = await bothRing(office);
        await ringing.answer();
        await ringing.connected();
        await bob.silent();
        await hears(ringing);
      }),
    );
  }
});
