// A whole call, how calls end, and what goes wrong in them.
import {plays} from '../harness/pictures.ts';
import {aliceAndBob, connected, ring, talk} from '../harness/talk.ts';
import {until} from '../harness/until.ts';
import {dark, isOver, shoot} from './camera.mjs';

const faces = (...people) => Promise.all(people.map((person) => plays(person, 'remote-video')));

/** The whole of a call, in one look. */
const wholeCall = async (stage, look, options, prepare = async () => {}) => {
  const [alice, bob] = await aliceAndBob(stage, options, options);
  await Promise.all([prepare(alice), prepare(bob)]);
  await shoot(`${look}-1-idle`, alice);
  await ring(alice, bob);
  await plays(alice, 'local-video');
  await shoot(`${look}-2-ringing`, alice, bob);
  await bob.answer();
  await connected(alice, bob);
  await faces(alice, bob);
  await shoot(`${look}-3-connected`, alice, bob);
  await bob.toggle('camera');
  await bob.toggle('mic');
  await until('an avatar', () => alice.sees('call-window', 'avatar'));
  await shoot(`${look}-4-camera-off`, alice, bob);
  await alice.hangUp();
  await isOver(bob);
  await shoot(`${look}-5-ended`, alice, bob);
};

const ENDINGS = {
  async declined(stage) {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await bob.decline();
    return [alice, bob];
  },
  async cancelled(stage) {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await alice.hangUp();
    return [alice, bob];
  },
  async busy(stage) {
    const [alice, bob] = await aliceAndBob(stage);
    const carol = await stage.person('carol');
    await talk(alice, bob);
    await carol.call('bob');
    return [carol];
  },
  async unreachable(stage) {
    const alice = await stage.person('alice');
    await alice.call('dave');
    return [alice];
  },
  async 'no-answer'(stage) {
    const [alice, bob] = await aliceAndBob(stage, {query: {'ring-timeout': '2'}});
    await ring(alice, bob);
    return [alice];
  },
  async 'page-closed'(stage) {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await stage.leave(bob);
    return [alice];
  },
  async 'media-denied'(stage) {
    const [alice, bob] = await aliceAndBob(stage, {}, {browser: 'asking-chromium', allowed: []});
    await ring(alice, bob);
    await bob.answer();
    return [alice, bob];
  },
};

const CALLS = {
  light: (stage) => wholeCall(stage, 'light', {}),
  dark: (stage) => wholeCall(stage, 'dark', {}, dark),
  narrow: (stage) => wholeCall(stage, 'narrow', {width: 320, height: 640}),
  arabic: (stage) => wholeCall(stage, 'arabic', {query: {lang: 'ar'}}),
  'arabic-narrow': (stage) => wholeCall(stage, 'arabic-narrow', {query: {lang: 'ar'}, width: 320, height: 640}, dark),
  firefox: (stage) => wholeCall(stage, 'firefox', {browser: 'firefox'}),
  async screen(stage) {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await alice.toggle('screen');
    await alice.shows('call-window', 'on', 'screen');
    await faces(alice, bob);
    await shoot('screen', alice, bob);
  },
  async trouble(stage) {
    const [alice, bob] = await aliceAndBob(stage, {missing: ['camera', 'mic']});
    await talk(alice, bob);
    await faces(alice);
    await shoot('trouble-no-devices', alice, bob);
    await stage.stopServer();
    await bob.shows('call-config', 'offline');
    await shoot('trouble-offline', bob);
  },
  async phones(stage) {
    const page = await stage.person('alice', {path: '/phones'});
    const right = 'call-provider[user-id="bob"]';
    await page.shows(right, 'online');
    await page.press({host: page.button('bob'), part: 'button'});
    await page.find({host: `${right} incoming-call`, part: 'answer'});
    await shoot('phones-1-ringing', page);
    await page.press({host: `${right} incoming-call`, part: 'answer'});
    await plays(page, 'remote-video', `${right} call-window`);
    await shoot('phones-2-connected', page);
  },
};

export const CALL_SCENES = {
  ...CALLS,
  ...Object.fromEntries(
    Object.entries(ENDINGS).map(([reason, run]) => [
      reason,
      async (stage) => {
        const people = await run(stage);
        await Promise.all(people.map(isOver));
        await shoot(`ended-${reason}`, ...people);
      },
    ]),
  ),
};
