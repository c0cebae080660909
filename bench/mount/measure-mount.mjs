import {join} from 'node:path';
import {build} from 'esbuild';
import {launchBrowser, openPage} from '../browser.mjs';
import {readLibrary, ROOT, serve} from '../serve.mjs';
import {rotate} from '../statistics.mjs';

const NAMES = ['plain button', 'call-button', 'sl-button'];

/** Somebody is signed in, so that the call buttons are ones that can be pressed. */
const HTML = `<!doctype html>
<html lang="en">
  <link rel="stylesheet" href="/page.css">
  <call-config user-id="me" connector="local"></call-config>
  <main></main>
  <script type="module" src="/page.js"></script>
</html>`;

const bundlePage = async () => {
  const {outputFiles} = await build({
    entryPoints: [join(ROOT, 'bench/mount/page.js')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external: ['/dist/*'],
  });
  return outputFiles[0].text;
};

const LIGHT = '@shoelace-style/shoelace/dist/themes/light.css';

const bundleTheme = async () => {
  const {outputFiles} = await build({stdin: {contents: `@import '${LIGHT}';`, loader: 'css', resolveDir: ROOT}, bundle: true, write: false});
  return outputFiles[0].text;
};

/** 200 of each, in turns, in one page where all are defined. */
export const measureMount = async ({rounds}) => {
  const site = await serve({
    ...readLibrary(),
    '/': {type: 'text/html', body: HTML},
    '/page.js': {type: 'text/javascript', body: await bundlePage()},
    '/page.css': {type: 'text/css', body: await bundleTheme()},
  });
  const browser = await launchBrowser();
  const results = Object.fromEntries(NAMES.map((name) => [name, []]));
  try {
    const page = await openPage(browser);
    await page.goto(`http://127.0.0.1:${site.port}/`);
    await page.waitForFunction(() => globalThis.mount);
    await page.waitForSelector('call-config[state="online"]');
    // The first rounds of each compile it.
    for (let round = -3; round < rounds; round += 1) {
      for (const name of rotate(NAMES, round + 3)) {
        const measured = await page.evaluate((which) => globalThis.mount(which), name);
        if (round >= 0) results[name].push(measured);
      }
    }
  } finally {
    await browser.close();
    site.close();
  }
  return results;
};
