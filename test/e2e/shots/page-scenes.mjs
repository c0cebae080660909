// Each page of the portal: light, dark, on a small screen, and from right to left.
import {until} from '../harness/until.ts';
import {shootPage} from './camera.mjs';

/** What is there once the page is whole. */
const BUTTON = 'call-button >>> [part~="button"]';
const PAGES = {
  'sign-in': ['/', {user: ''}, 'main a'],
  stream: ['/stream', {}, BUTTON],
  people: ['/', {}, BUTTON],
  profile: ['/profile', {who: 'bob'}, BUTTON],
  chat: ['/chat', {with: 'bob'}, BUTTON],
  log: ['/log', {}, 'call-log >>> p'],
  settings: ['/settings', {}, 'call-im-accounts >>> [part~="add"]'],
  admin: ['/admin', {}, 'call-admin >>> [part~="connector-row"]'],
  theming: ['/theming', {}, BUTTON],
  phones: ['/phones', {}, BUTTON],
  script: ['/script', {}, BUTTON],
  call: ['/call', {}, 'call-window'],
  meet: ['/meet', {room: 'alice~bob'}, 'code'],
};

const LOOKS = {
  light: {},
  dark: {scheme: 'dark'},
  narrow: {width: 320},
  arabic: {lang: 'ar'},
  'arabic-narrow': {lang: 'ar', width: 320, scheme: 'dark'},
};

const visit = async (stage, name, [path, query, whole]) => {
  const {page} = await stage.person('alice');
  for (const [look, {scheme = 'light', width = 1280, lang}] of Object.entries(LOOKS)) {
    await page.setViewport({width, height: 860});
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
    await page.goto(`${stage.url}${path}?${new URLSearchParams({user: 'alice', ...query, ...(lang && {lang})})}`);
    await until(`${path} is whole`, async () => (await page.$(whole)) !== null);
    await shootPage(`page-${name}-${look}`, page);
  }
};

export const PAGE_SCENES = Object.fromEntries(Object.entries(PAGES).map(([name, place]) => [`page-${name}`, (stage) => visit(stage, name, place)]));
