import type {Browser, Page} from 'puppeteer-core';

const phone = (user: string, callee: string): string => `
  <call-provider id="${user}" connector="local" user-id="${user}" user-name="${user}">
    <call-button callee="${callee}"></call-button>
    <incoming-call></incoming-call>
    <call-window mode="inline"></call-window>
  </call-provider>`;

/** A page with two people in it, who need no server; `head` is the way in which it gets the library. */
export const twoPhones = (head: string): string => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><link rel="icon" href="data:," />${head}</head>
  <body>${phone('alice', 'bob')}${phone('bob', 'alice')}</body>
</html>`;

/** Clicks a part of an element, through its shadow root. */
const press = (page: Page, element: string, part: string): Promise<void> =>
  page.locator(`${element} >>> [part~="${part}"]`).click();

/** Lets alice call bob on such a page until both are connected, and hang up. Returns what went wrong meanwhile. */
export const callOnPage = async (browser: Browser, url: string): Promise<string[]> => {
  const faults: string[] = [];
  const page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') faults.push(message.text());
  });
  page.on('request', (request) => {
    const {hostname, protocol} = new URL(request.url());
    if (hostname !== '127.0.0.1' && protocol !== 'data:') faults.push(`It asked ${request.url()}.`);
  });
  page.on('requestfailed', (request) => faults.push(`${request.url()} failed.`));
  try {
    await page.goto(url);
    await page.waitForSelector('#alice[state="online"]');
    await page.waitForSelector('#bob[state="online"]');
    await press(page, '#alice call-button', 'button');
    await page.waitForSelector('#bob incoming-call[state="ringing"]');
    await press(page, '#bob incoming-call', 'answer');
    await page.waitForSelector('#alice call-window[state="connected"]');
    await page.waitForSelector('#bob call-window[state="connected"]');
    await press(page, '#alice call-window', 'hangup');
    await page.waitForSelector('#bob call-window[end-reason="hung-up"]');
  } catch (error) {
    faults.push(String(error));
  } finally {
    await page.close();
  }
  return faults;
};
