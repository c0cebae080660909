import assert from 'node:assert/strict';
import {test} from 'node:test';
import {RandomCalls} from '../helpers/random-calls.js';

const seed = Number(process.env['SEED'] ?? 0);
const runs = Number(process.env['RUNS'] ?? 2000);

let rejoined = 0;

const runOne = async (number: number): Promise<number> => {
  const calls = new RandomCalls(number);
  try {
    const connected = await calls.run();
    rejoined += calls.rejoined;
    return connected;
  } catch (cause) {
    throw new Error(`${String(cause)}\n${calls.trace.join('\n')}\nSEED=${number} repeats it.`, {cause});
  }
};

test(`${runs} random worlds of presses, losses, crashes, cuts, reloads, tabs and several rings: every law holds`, async () => {
  let connected = 0;
  if (seed) return void (await runOne(seed));
  for (let number = 1; number <= runs; number += 1) connected += await runOne(number);
  // A simulation in which nobody gets through would prove nothing.
  assert.ok(connected > runs / 2, `somebody was connected ${connected} times only`);
  assert.ok(rejoined > runs / 20, `a call went on with another page ${rejoined} times only`);
});
