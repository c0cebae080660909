// Tests that need a browser but no second one: elements, media, RTC, connectors and pages, in Chromium and in Firefox.
// CALL_ELEMENTS_BROWSERS=chromium (or firefox) runs them in one only; test files may be given to `npm test -- elements`.
import {cpus} from 'node:os';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {chromiumLaunch, chromiumPath, firefoxLaunch, firefoxPath} from './test/tools/browsers.mjs';
import {countReporter} from './test/tools/wtr-count-reporter.mjs';
import {peerCommands} from './test/tools/peer-commands.mjs';
import {startPeerServer} from './test/tools/peer-server.mjs';
import {strictPages} from './test/tools/strict-pages.mjs';

const peer = await startPeerServer();
const wanted = (process.env.CALL_ELEMENTS_BROWSERS ?? 'chromium,firefox').split(',');
const files = process.env.CALL_ELEMENTS_FILES?.split(',');

// One page at a time in each browser on two cores: media tests measure time.
const concurrency = Math.max(1, Math.floor(cpus().length / 4));

const browsers = [
  wanted.includes('chromium') && chromiumPath() && chromeLauncher({concurrency, launchOptions: chromiumLaunch()}),
  wanted.includes('firefox') && firefoxPath() && puppeteerLauncher({concurrency, launchOptions: firefoxLaunch()}),
].filter(Boolean);

export default {
  files: files ?? ['test/{elements,media,rtc,connectors,page}/**/*.test.ts'],
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  hostname: '127.0.0.1',
  nodeResolve: {exportConditions: ['browser', 'development'], preferBuiltins: false},
  concurrency,
  concurrentBrowsers: 2,
  browsers,
  browserStartTimeout: 120_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: {config: {timeout: 20_000}},
  plugins: [
    {
      // PeerJS's import of webrtc-adapter ends in a CommonJS file that no browser can load unbundled.
      name: 'webrtc-adapter-stub',
      resolveImport: ({source}) => (source === 'webrtc-adapter' ? '/scripts/webrtc-adapter-stub.mjs' : undefined),
    },
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))}),
  ],
  middleware: [strictPages, peerCommands()],
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({reportTestResults: true, reportTestProgress: false}), countReporter()],
  testRunnerHtml: (file) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /></head>
  <body>
    <script>window.PEER_PORT = ${peer.port};</script>
    <script type="module" src="${file}"></script>
  </body>
</html>`,
};
