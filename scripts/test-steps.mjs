// What "npm test" is made of. Each step settles with {passed, failed, skipped}; one static check counts as one case.
import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {installBrowsers} from './install-browsers.mjs';
import {installCoturn} from './install-coturn.mjs';
import {installNats} from './install-nats.mjs';
import {installOdooTools} from './install-odoo-tools.mjs';
import {installPhp} from './install-php.mjs';
import {installPostgresql} from './install-postgresql.mjs';
import {installNetworkTools} from './install-network-tools.mjs';
import {isStale} from './is-stale.mjs';
import {listFiles} from './list-files.mjs';
import {ROOT, runCommand, runNode} from './run-command.mjs';

const TSC = 'node_modules/typescript/bin/tsc';
const WTR = 'node_modules/@web/test-runner/dist/bin.js';
const BROWSER_FOLDERS = ['test/elements', 'test/media', 'test/rtc', 'test/connectors', 'test/page'];
const TEST_FILE = /\.test\.(ts|mjs)$/;

/** Runs commands, of Node or of another program, that each say yes or no; shows what the ones that say no have printed. */
const check = async (checks, program = process.execPath) => {
  const counts = {passed: 0, failed: 0};
  for (const [title, args] of checks) {
    const {code, output} = await runCommand(program, args, {quiet: true, seconds: 600});
    counts[code === 0 ? 'passed' : 'failed'] += 1;
    console.log(`${code === 0 ? '✔' : '✖'} ${title}`);
    if (code !== 0) console.log(output.trim().replace(/^/gm, '  '));
  }
  return counts;
};

const BUILD = ['builds', ['scripts/build.mjs']];

/** Steps that use the built files build them first where they are older than their sources. */
const ensureBuilt = async () => {
  if (!isStale()) return;
  const {failed} = await check([BUILD]);
  if (failed) throw new Error('The build failed, so this step could not run.');
};

const ensureBrowsers = async () => {
  const sentence = await installBrowsers();
  if (sentence) throw new Error(sentence);
};

/** Runs a test tool that leaves its counts in a file of that name; what ends badly without a failed case is one failure. */
const counted = async (name, args, options) => {
  const file = join(ROOT, '.tmp', `counts-${name}.json`);
  mkdirSync(join(ROOT, '.tmp'), {recursive: true});
  rmSync(file, {force: true});
  const {code} = await runNode(args, {...options, env: {...options.env, CALL_ELEMENTS_COUNTS: file}});
  let counts = {passed: 0, failed: 0, skipped: 0};
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error('The test tool ended without saying what it ran.');
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
};

const testFiles = (folders, paths) => {
  const files = folders.flatMap((folder) => listFiles(folder, (path) => TEST_FILE.test(path)));
  return files.filter((file) => paths.length === 0 || paths.some((path) => file.includes(path)));
};

/** node:test over the test files of some folders. Node 20 knows no globs here, so the files are named. */
const nodeTests = async (name, folders, paths, {concurrency, seconds, env = {}}) => {
  const files = testFiles(folders, paths);
  if (files.length === 0) return {passed: 0, failed: 0};
  const args = [
    '--import=tsx',
    '--import=./test/tools/unref-peer-server.mjs',
    '--test',
    `--test-concurrency=${concurrency}`,
    // Of a whole file: one that leaves something open is a failure, too.
    `--test-timeout=${process.env.ROUNDS > 10 ? 2400000 : 600000}`,
    '--test-reporter=./test/tools/node-count-reporter.mjs',
    '--test-reporter-destination=stdout',
    ...files,
  ];
  return counted(name, args, {seconds, env});
};

/** What the server's tests run against. Where something is not to be had, the tests that need it are skipped. */
const serverTools = async () => {
  for (const install of [installNats, installPostgresql, installCoturn, installPhp]) {
    const sentence = await install();
    if (sentence) console.log(sentence);
  }
};

const unitTests = async (paths) => {
  await serverTools();
  return nodeTests('unit', ['test/unit', 'test/call', 'server/test'], paths, {concurrency: 2, seconds: 1200});
};

const browserTests = async (paths) => {
  await ensureBrowsers();
  await ensureBuilt();
  const files = testFiles(['test/elements', 'test/media', 'test/rtc', 'test/connectors', 'test/page'], paths);
  if (files.length === 0) return {passed: 0, failed: 0};
  const env = paths.length > 0 ? {CALL_ELEMENTS_FILES: files.join(',')} : {};
  return counted('elements', [WTR], {env, seconds: 2400});
};

const inBrowsers = (name, folder, seconds) => async (paths) => {
  await ensureBrowsers();
  await ensureBuilt();
  return nodeTests(name, [folder], paths, {concurrency: 1, seconds});
};

/** Elsewhere than on Linux, as root, it is skipped before anything is fetched or built for it. */
const networkTests = async (paths) => {
  const reason = await installNetworkTools();
  if (!reason) return inBrowsers('network', 'test/network', 600)(paths);
  console.log(reason);
  return {passed: 0, failed: 0, skipped: 1};
};

const ADDON = 'odoo/mobile_webrtc';
/** What may be wrong without Odoo being there to ask; its own classes are not known here. */
const PYLINT = ['-m', 'pylint', '--score=no', '--disable=all', '--enable=E,F,unused-import,unused-variable,unreachable,bare-except'];
const NOT_KNOWN_HERE = '--disable=import-error,no-name-in-module,relative-beyond-top-level,no-member,catching-non-exception';

/** The addon's files, then the tests of all that has to do with Odoo and needs none. */
const odooTests = async (paths) => {
  const {python, hasMinifier, hasPylint, sentence} = await installOdooTools();
  if (sentence) console.log(sentence);
  await ensureBrowsers();
  await ensureBuilt();
  const built = await check([['the library is put into the addon', ['scripts/build-odoo.mjs']]]);
  const checks = [['manifest, XML, CSV and Python of the addon are well formed', ['scripts/check-addon.py', ADDON]]];
  if (hasPylint) checks.push(['pylint finds no errors in it', [...PYLINT, NOT_KNOWN_HERE, ADDON]]);
  const files = python ? await check(checks, python) : {passed: 0, failed: 0};
  const env = {CALL_ELEMENTS_PYTHON: python ?? ''};
  const tests = await nodeTests('odoo', ['test/odoo'], paths, {concurrency: 2, seconds: 600, env});
  const skipped = (tests.skipped ?? 0) + (python ? 0 : 1) + (hasMinifier ? 0 : 1) + (hasPylint ? 0 : 1);
  return {passed: built.passed + files.passed + tests.passed, failed: built.failed + files.failed + tests.failed, skipped};
};

export const STEPS = [
  {
    name: 'types',
    title: 'Types',
    run: () =>
      check([
        ['types of the library', [TSC, '--noEmit']],
        ['types of the server', [TSC, '--noEmit', '-p', 'server']],
        ['types of the mobile app', [TSC, '-p', 'odoo/examples/mobile-app']],
        ['types of the tests', [TSC, '-p', 'tsconfig.test.json']],
      ]),
  },
  {
    name: 'checks',
    title: 'Checks',
    run: () =>
      check([
        // The build writes what these two look at, so they come before it.
        ['custom-elements.json is fresh', ['scripts/check-manifest.mjs']],
        ['the version is package.json’s', ['scripts/write-version.mjs', '--check']],
        ['imports go down the layers', ['scripts/check-layers.mjs']],
        ['the lock file names no registry and every platform', ['scripts/check-lock.mjs']],
        BUILD,
        ['every export resolves, and imports without a DOM', ['scripts/check-exports.mjs']],
        ['the bundles are within their budgets', ['scripts/check-size.mjs']],
        ['each sentence of eXo’s manual has a test', ['scripts/check-exo.mjs']],
        ['the README’s tables are fresh', ['scripts/readme-tables.mjs', '--check']],
        ['links between documents lead somewhere', ['scripts/check-links.mjs']],
      ]),
  },
  {name: 'unit', title: 'Unit tests (Node)', run: unitTests},
  {name: 'elements', title: 'Tests in one page (Chromium and Firefox)', run: browserTests},
  {name: 'e2e', title: 'Whole calls (two browsers)', run: inBrowsers('e2e', 'test/e2e', 2400)},
  {name: 'odoo', title: 'Odoo (addon, connector, app; no Odoo needed)', run: odooTests},
  {name: 'network', title: 'Calls across real networks (Linux, root)', run: networkTests},
  {name: 'smoke', title: 'The packed package', run: inBrowsers('smoke', 'test/smoke', 1200)},
];
