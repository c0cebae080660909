// What a page downloads, minified and compressed with brotli, against the budgets that we promise.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {ROOT} from './run-command.mjs';
import {BUDGETS} from './size-budgets.mjs';

const CDN = join(ROOT, 'dist/cdn');
const ENTRY = 'call-elements.js';

if (!existsSync(join(CDN, ENTRY))) {
  console.error('There is nothing to weigh: run "npm run build" first.');
  process.exit(1);
}

const chunks = readdirSync(join(CDN, 'chunks')).map((name) => `chunks/${name}`);
const read = (file) => readFileSync(join(CDN, file));
const weigh = (files) => [...files].reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0);
const isPeerJs = (file) => file.startsWith('chunks/peerjs-library');

/** The chunks that begin with one of these modules. */
const named = (...names) => {
  const found = chunks.filter((file) => names.includes(file.replace(/^chunks\/(.*)-[\w-]{7}\.js$/, '$1')));
  if (found.length < names.length) throw new Error(`One of ${names.join(', ')} is no chunk any more.`);
  return found;
};

/** Files and all that they import at once, without PeerJS itself. */
const closure = (files, into = new Set()) => {
  for (const file of files) {
    if (into.has(file) || isPeerJs(file)) continue;
    into.add(file);
    const imports = read(file).toString().matchAll(/(?:from|import)\s*"(?:\.\/)?(?:\.\.?\/)?(?:chunks\/)?([\w.-]+\.js)"/g);
    closure([...imports].map(([, name]) => (name === ENTRY ? ENTRY : `chunks/${name}`)), into);
  }
  return into;
};

const atRest = closure([ENTRY]);
/** A page of somebody signed in, over a server that checks tokens, that waits for calls. */
const online = closure(named('browser-line', 'peerjs-connector', 'signed-in', 'button-more'), new Set(atRest));
/** What every call over a server in English loads. */
const allIn = closure(named('browser-engine', 'views', 'keep-call-log', 'accompany', 'window-extras', 'ring-extras'), new Set(online));
/** What these cost whoever is in a call already: only what is asked for. */
const beyond = (base, ...names) => [...closure(named(...names))].filter((file) => !base.has(file));

const pipe = beyond(atRest, 'peerjs-connector');
const odoo = beyond(atRest, 'odoo-connector');
const languages = chunks.map((file) => /^chunks\/([a-z]{2})-[\w-]{7}\.js$/.exec(file)?.[1]).filter(Boolean);
const complete = languages.filter((language) => chunks.some((file) => file.startsWith(`chunks/${language}-parts-`)));
const heaviest = (sets) => Math.max(...sets.map(weigh));

const rows = [
  ['at rest', weigh(atRest), 'the entry and what it imports at once'],
  ['pipe', weigh(pipe), 'our connector over PeerJS, where a server is configured'],
  ['odoo', weigh(odoo), 'the same over Odoo 18, and nothing else'],
  ['online', weigh(online) - weigh(atRest), 'beyond that, where somebody is signed in and waits for calls: line, pipe, token'],
  ['all in', weigh(allIn), 'every chunk of a call over a server, in English, PeerJS apart'],
  ['menu', weigh(beyond(allIn, 'button-ways', 'callee-accounts')), 'asked for: several ways to call'],
  ['status', weigh(beyond(allIn, 'status-view')), 'asked for: call-status'],
  ['log', weigh(beyond(allIn, 'call-log-view')), 'asked for: call-log'],
  ['text', weigh(beyond(allIn, 'text-panel')), 'asked for: text in a call'],
  ['apart', weigh(beyond(allIn, 'browser-apart', 'own-page', 'unblock')), 'asked for: a call in a window of its own, and how a block is undone'],
  ['devices', weigh(beyond(allIn, 'device-choices')), 'asked for: the choice of devices'],
  ['report', weigh(beyond(allIn, 'en-trouble', 'diagnose')), 'asked for: the words for what is wrong, and diagnostics'],
  ['admin', weigh(beyond(online, 'admin-view')), 'asked for: call-admin'],
  ['accounts', weigh(beyond(online, 'im-accounts-view')), 'asked for: call-im-accounts'],
  ['language', heaviest(complete.map((one) => named(one, `${one}-parts`))), 'the heaviest of those besides English, with the words of all parts'],
  ['PeerJS', weigh(chunks.filter(isPeerJs)), 'loaded when a PeerServer is configured'],
  ['IIFE', weigh(['call-elements.iife.js']), 'everything in one classic script, PeerJS too'],
];

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const [name, bytes, what] of rows) {
  const limit = BUDGETS[name] ? ` of ${kilo(BUDGETS[name])}` : '';
  console.log(`${name.padEnd(9)} ${kilo(bytes)}${limit} — ${what}`);
}
const heavy = rows.filter(([name, bytes]) => bytes > BUDGETS[name]);
for (const [name, bytes] of heavy) {
  console.error(`The bundle ${name} is ${kilo(bytes - BUDGETS[name])} over its budget: load less of it at once, or give a reason.`);
}
process.exit(heavy.length > 0 ? 1 : 0);
