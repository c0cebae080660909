import type {Person} from '../../e2e/harness/person.js';
import {until} from '../../e2e/harness/until.js';

/** Presses something of Odoo's own, once it is there. */
export const press = async ({page, user}: Person, selector: string): Promise<void> => {
  const found = await page.waitForSelector(selector, {visible: true, timeout: 20_000});
  if (!found) throw new Error(`${user}: no ${selector}`);
  await found.click();
};

/** Waits until something of Odoo's own is to be seen, or no more. */
export const sees = async ({page}: Person, selector: string, isThere = true): Promise<void> => {
  await page.waitForSelector(selector, {timeout: 20_000, ...(isThere ? {visible: true} : {hidden: true})});
};

/** When the first moving picture of somebody in Discuss's own call is on the screen: milliseconds since the epoch. */
export const discussPicture = async (person: Person, name: string): Promise<number> => {
  const look = (whose: string): number => {
    const video = document.querySelector<HTMLVideoElement>(`.o-discuss-CallParticipantCard[title="${whose}"] video`);
    return video && video.videoWidth > 0 && video.currentTime > 0 ? performance.timeOrigin + performance.now() : 0;
  };
  let at = 0;
  await until(`${person.user}: Discuss shows ${name}’s picture`, async () => {
    at = await person.page.evaluate(look, name);
    return at > 0;
  });
  return at;
};
