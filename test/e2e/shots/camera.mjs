import {mkdirSync} from 'node:fs';
import {until} from '../harness/until.ts';

const FOLDER = '.tmp/shots';
mkdirSync(FOLDER, {recursive: true});

/** Movement over, or pictures would differ by when they were taken. */
const settled = (page) =>
  page.evaluate(async () => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? [])];
    const finite = roots.flatMap((root) => root.getAnimations()).filter(({effect}) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(finite.map(({finished}) => finished.catch(() => {})));
  });

/** What each of them sees now. */
export const shoot = async (name, ...people) => {
  for (const {user, page} of people) {
    await page.bringToFront();
    await settled(page);
    await page.screenshot({path: `${FOLDER}/${name}-${user}.png`});
  }
};

/** The whole of a page, however long it is. */
export const shootPage = async (name, page) => {
  await settled(page);
  await page.screenshot({path: `${FOLDER}/${name}.png`, fullPage: true});
};

export const dark = ({page}) => page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: 'dark'}]);

export const isOver = (person) => until('the call is over', async () => (await person.attribute('call-window')) === 'ended');
