// Takes pictures of the web client with calls in it, light and dark, into .tmp/odoo-shots, to be looked at. It needs what
// npm run test:odoo needs; names choose among the scenes: node --import=tsx test/odoo-live/shots.ts settings light-call
import {mkdirSync} from 'node:fs';
import type {Person} from '../e2e/harness/person.js';
import {plays} from '../e2e/harness/pictures.js';
import {createBrowsers} from '../e2e/harness/browsers.js';
import {Backend} from './harness/backend.js';
import {BUTTON, pairInChat} from './harness/chat-calls.js';
import {press, sees} from './harness/own-calls.js';
import {warmUp} from './harness/warm-up.js';
import {World} from './harness/world.js';

const FOLDER = '.tmp/odoo-shots';
mkdirSync(FOLDER, {recursive: true});

const shoot = async (name: string, ...people: Person[]): Promise<void> => {
  for (const {user, page} of people) {
    await page.bringToFront();
    // Odoo's fades and its toasts are done, or pictures would differ by when they were taken.
    await page.waitForFunction(() => !document.querySelector('.o_notification, .o_blockUI, .o_loading_indicator'), {timeout: 15_000}).catch(() => {});
    await page.screenshot({path: `${FOLDER}/${name}-${user}.png`});
  }
};

type Look = {readonly isDark: boolean; readonly width?: number; readonly height?: number};

const wholeCall = async (backend: Backend, look: string, options: Look): Promise<void> => {
  const {alice, bob} = await pairInChat(backend, options, options);
  await sees(alice, BUTTON.video);
  await shoot(`${look}-1-head`, alice);
  await press(alice, BUTTON.video);
  await bob.rings();
  await alice.phase('ringing');
  await plays(alice, 'local-video');
  await shoot(`${look}-2-ringing`, alice, bob);
  await bob.answer();
  await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
  await shoot(`${look}-3-connected`, alice, bob);
  await press(alice, '.o_mobile_webrtc_systray');
  await sees(alice, '.o_mobile_webrtc_menu, .o_mobile_webrtc_panel');
  await shoot(`${look}-4-menu`, alice);
  await alice.page.keyboard.press('Escape');
  await alice.hangUp();
  await bob.ended('hung-up', 'remote');
  await shoot(`${look}-5-ended`, bob);
};

const avatarCard = async (backend: Backend, look: string, options: Look): Promise<void> => {
  const [alice, bob] = [await backend.world.member('Alice'), await backend.world.member('Bob')];
  const channel = await backend.world.chat(alice, bob);
  await bob.visitor.call('discuss.channel', 'message_post', [[channel]], {body: 'Have you a minute?', message_type: 'comment', subtype_xmlid: 'mail.mt_comment'});
  const page = await backend.opens(alice, {channel, ...options});
  await press(page, '.o-mail-Message-avatarContainer');
  await sees(page, '.o_avatar_card call-button');
  await shoot(`${look}-card`, page);
};

const settings = async (backend: Backend, look: string, options: Look): Promise<void> => {
  const {admin: login, password} = backend.world.settings;
  const page = await backend.opens({name: 'admin', login, password}, {path: '/odoo/settings', ...options});
  await sees(page, '#mobile_webrtc_setting');
  await page.page.$eval('#mobile_webrtc_setting', (block) => block.scrollIntoView({block: 'center'}));
  await shoot(`${look}-settings`, page);
};

const SCENES = {call: wholeCall, card: avatarCard, settings} as const;
const LOOKS = {light: {isDark: false}, dark: {isDark: true}, narrow: {isDark: false, width: 400, height: 800}} as const;

const wanted = process.argv.slice(2);
const world = new World();
await world.open();
await warmUp(world.admin);
const browsers = createBrowsers();
for (const [name, scene] of Object.entries(SCENES)) {
  for (const [look, options] of Object.entries(LOOKS)) {
    if (wanted.length > 0 && !wanted.includes(name) && !wanted.includes(`${look}-${name}`)) continue;
    const backend = new Backend(world, browsers);
    try {
      await scene(backend, look, options);
      console.log(`${look} ${name}`);
    } catch (error) {
      console.error(`${look} ${name}:`, error);
      process.exitCode = 1;
    }
    await backend.close();
  }
}
await browsers.close();
await world.close();
