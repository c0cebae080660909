// npm run bench: measures, and writes results.json, results.md and results.svg beside this file.
// `npm run bench -- calls --rounds 3` measures one part; the rest stays as it was. `--draft` writes nothing.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {parseArgs} from 'node:util';
import {isStale} from '../scripts/is-stale.mjs';
import {runNode} from '../scripts/run-command.mjs';
import {measureCalls} from './calls/measure-calls.mjs';
import {chart} from './chart.mjs';
import {measureLoad} from './load/measure-load.mjs';
import {measureMount} from './mount/measure-mount.mjs';
import {report} from './report.mjs';
import {judge} from './targets.mjs';
import {measureWeight} from './weight/measure-weight.mjs';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {rounds: {type: 'string'}, rtt: {type: 'string', default: '0,50'}, draft: {type: 'boolean'}},
});

const rounds = (usual) => Number(values.rounds ?? usual);

const PARTS = {
  weight: () => measureWeight(),
  mount: () => measureMount({rounds: rounds(25)}),
  load: () => measureLoad({rounds: rounds(5)}),
  calls: () => measureCalls({rounds: rounds(15), rtts: values.rtt.split(',').map(Number)}),
};

const unknown = positionals.find((name) => !PARTS[name]);
if (unknown) throw new Error(`"${unknown}" is none of ${Object.keys(PARTS).join(', ')}.`);

if (isStale()) {
  console.log('Building …');
  const {code} = await runNode(['scripts/build.mjs']);
  if (code !== 0) process.exit(1);
}

const file = (name) => new URL(name, import.meta.url);
const before = existsSync(file('results.json')) ? JSON.parse(readFileSync(file('results.json'), 'utf8')) : {};
const results = {...before, date: new Date().toISOString().slice(0, 10), machine: `${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}`};

for (const [name, measure] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`Measuring ${name} …`);
  results[name] = await measure();
}

const targets = judge(results);
for (const {what, limit, reached, isReached} of targets) {
  console.log(`${isReached ? '✔ reached' : '✖ missed '}  ${what}: ${reached.median.toFixed(2)} (at most ${limit})`);
}
if (!values.draft) {
  writeFileSync(file('results.json'), `${JSON.stringify(results, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value), 1)}\n`);
  writeFileSync(file('results.md'), report(results, targets));
  writeFileSync(file('results.svg'), chart(results));
}
// PeerServer's own timers go on for ever.
process.exit();
