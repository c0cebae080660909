import assert from 'node:assert/strict';
import {test} from 'node:test';
import {RandomCalls} from '../helpers/random-calls.js';

const seed = Number(process.env['SEED'] ?? 0);
const runs = Number(process.env['RUNS'] ?? 5000);

const runOne = async (number: number): Promise<number> => {
  const calls = new RandomCalls(number);
  try {
    return await calls.run();
  } catch (cause) {
    throw new Error(`${String(cause)}\n${calls.trace.join('\n')}\nSEED=${number} repeats it.`, {cause});
  }
};

test(`${runs} random worlds of presses, losses, crashes and cuts: every law holds`, async () => {
  let connected = 0;
  if (seed) return void (await runOne(seed));
  for (let number = 1; number <= runs; number += 1) connected += await runOne(number);
  // A simulation in which nobody gets through would prove nothing.
  assert.ok(connected > runs / 2, `somebody was connected ${connected} times only`);
});
