import {launchBrowser, openPage} from '../browser.mjs';
import {readLibrary, serve} from '../serve.mjs';
import {startPeerServer} from '../start-peer-server.mjs';

const markup = (user, other, server) => `<!doctype html>
<html lang="en">
  <call-config user-id="${user}" server="${server}"></call-config>
  <call-button callee="${other}"></call-button>
  <incoming-call></incoming-call>
  <call-window></call-window>
  <script type="module" src="/dist/cdn/call-elements.js"></script>
</html>`;

/**
 * Which files of the library pages really fetch: with all tags on them and the line open, and until the end of a video
 * call. A real browser tells, not the import graph.
 */
export const watchLibrary = async () => {
  const server = `http://127.0.0.1:${await startPeerServer()}/`;
  const site = await serve({
    ...readLibrary(),
    '/caller': {type: 'text/html', body: markup('caller', 'callee', server)},
    '/callee': {type: 'text/html', body: markup('callee', 'caller', server)},
  });
  const browser = await launchBrowser();
  const fetched = () => [...site.requested].filter((path) => path.startsWith('/dist/cdn/'));
  const open = async (path) => {
    const page = await openPage(browser);
    await page.goto(`http://127.0.0.1:${site.port}${path}`);
    await page.waitForSelector('call-config[state="online"]');
    return page;
  };
  const press = async (page, selector) => (await page.waitForSelector(selector)).click();
  try {
    const caller = await open('/caller');
    const callee = await open('/callee');
    const atRest = fetched();
    await press(caller, 'call-button');
    await press(callee, 'incoming-call >>> [part="answer"]');
    await caller.waitForSelector('call-window[state="connected"]');
    await press(caller, 'call-window >>> [part="hangup"]');
    await callee.waitForSelector('call-window[end-reason="hung-up"]');
    return {atRest, inCall: fetched()};
  } finally {
    await browser.close();
    site.close();
  }
};
