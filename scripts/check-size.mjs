// What a page downloads, minified and compressed with brotli, against the budgets that we promise.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {ROOT} from './run-command.mjs';

const CDN = join(ROOT, 'dist/cdn');
const ENTRY = 'call-elements.js';
const BUDGETS = {atRest: 14_100, pipe: 2520, signedIn: 3000, allIn: 42_850};

if (!existsSync(join(CDN, ENTRY))) {
  console.error('There is nothing to weigh: run "npm run build" first.');
  process.exit(1);
}

const chunks = readdirSync(join(CDN, 'chunks')).map((name) => `chunks/${name}`);
const isPeerJs = (file) => file.startsWith('chunks/peerjs-library');
/** Languages besides English: a page loads the one that it speaks. */
const isLanguage = (file) => /^chunks\/(?!en-)[a-z]{2}-/.test(file);
/** What a call loads only when it is wanted: the words for what is wrong, the report, the choice of devices, the menu of ways to call. */
const isWanted = (file) => /^chunks\/(en-trouble|diagnose|device-choices|button-ways|menu|callee-accounts|server-access)-/.test(file);
/** A call in a window of its own, and how a block is undone. */
const isApart = (file) => /^chunks\/(apart|call-windows|own-page|unblock)-/.test(file);
const read = (file) => readFileSync(join(CDN, file));
const weigh = (files) => [...files].reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0);

/** A file and all that it imports at once, without PeerJS itself. */
const closure = (file, into = new Set()) => {
  if (into.has(file) || isPeerJs(file)) return into;
  into.add(file);
  for (const [, name] of read(file).toString().matchAll(/(?:from|import)\s*"(?:\.\/)?(?:\.\.?\/)?(?:chunks\/)?([\w.-]+\.js)"/g)) {
    closure(name === ENTRY ? ENTRY : `chunks/${name}`, into);
  }
  return into;
};

const atRest = closure(ENTRY);
const connector = chunks.find((file) => file.startsWith('chunks/peerjs-connector'));
const pipe = [...(connector ? closure(connector) : [])].filter((file) => !atRest.has(file));
const isSignedIn = (file) => file.startsWith('chunks/signed-in');
/** The connector between two tabs: a page that calls over a server does not load it. */
const isOtherConnector = (file) => file.startsWith('chunks/local-connector');
const isBeside = (file) => [isPeerJs, isLanguage, isWanted, isApart, isOtherConnector, isSignedIn].some((is) => is(file));
const allIn = [ENTRY, ...chunks.filter((file) => !isBeside(file))];

const rows = [
  ['at rest', weigh(atRest), BUDGETS.atRest, 'the entry and what it imports at once'],
  ['pipe', weigh(pipe), BUDGETS.pipe, 'our connector over PeerJS, where a server is configured'],
  ['signed in', weigh(chunks.filter(isSignedIn)), BUDGETS.signedIn, 'in addition, where a token-url is configured'],
  ['all in', weigh(allIn), BUDGETS.allIn, 'every chunk of a call over a server, in English, PeerJS apart'],
  ['wanted', weigh(chunks.filter(isWanted)), Infinity, 'the words of troubles, the report, the choice of devices; loaded when wanted'],
  ['apart', weigh(chunks.filter(isApart)), Infinity, 'asked for: a call in a window of its own, and how a block is undone in this browser'],
  ['languages', weigh(chunks.filter(isLanguage)), Infinity, 'the others together; a page loads at most one'],
  ['PeerJS', weigh(chunks.filter(isPeerJs)), Infinity, 'loaded when a PeerServer is configured'],
  ['IIFE', weigh(['call-elements.iife.js']), Infinity, 'everything in one classic script, PeerJS too'],
];

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const [name, bytes, budget, what] of rows) {
  const limit = budget === Infinity ? '' : ` of ${kilo(budget)}`;
  console.log(`${name.padEnd(9)} ${kilo(bytes)}${limit} — ${what}`);
}
const heavy = rows.filter(([, bytes, budget]) => bytes > budget);
for (const [name, bytes, budget] of heavy) {
  console.error(`The bundle ${name} is ${kilo(bytes - budget)} over its budget: load less of it at once, or give a reason.`);
}
process.exit(heavy.length > 0 ? 1 : 0);
