// Takes a picture of each step of a call, to be looked at: node --import=tsx --import=./test/tools/unref-peer-server.mjs test/e2e/shots.mjs
import {mkdirSync} from 'node:fs';
import {createBrowsers} from './harness/browsers.ts';
import {plays} from './harness/pictures.ts';
import {Stage} from './harness/stage.ts';
import {aliceAndBob, connected, ring, talk} from './harness/talk.ts';
import {until} from './harness/until.ts';

const FOLDER = '.tmp/shots';
mkdirSync(FOLDER, {recursive: true});

const browsers = createBrowsers();

/** Movement over, or pictures would differ by when they were taken. */
const settled = (page) =>
  page.evaluate(async () => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? [])];
    const finite = roots.flatMap((root) => root.getAnimations()).filter(({effect}) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(finite.map(({finished}) => finished.catch(() => {})));
  });

const shoot = async (name, ...people) => {
  for (const {user, page} of people) {
    await settled(page);
    await page.screenshot({path: `${FOLDER}/${name}-${user}.png`});
  }
};

const faces = (...people) => Promise.all(people.map((person) => plays(person, 'remote-video')));
const dark = ({page}) => page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: 'dark'}]);
const isOver = (person) => until('the call is over', async () => (await person.attribute('call-window')) === 'ended');

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

const PLAYS = {
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

const only = process.argv.slice(2);
const scenes = {
  ...PLAYS,
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
for (const [name, run] of Object.entries(scenes)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const stage = new Stage(browsers);
  await stage.open();
  await run(stage).catch((error) => console.error(`${name}:`, error));
  await stage.close();
}
await browsers.close();
