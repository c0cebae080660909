import assert from 'node:assert/strict';
import {test} from 'node:test';
import {RandomTabs} from '../helpers/random-tabs.js';

const seed = Number(process.env['SEED'] ?? 0);
const runs = Number(process.env['RUNS'] ?? 300);

const runOne = async (number: number): Promise<number> => {
  const tabs = new RandomTabs(number);
  try {
    return await tabs.run();
  } catch (cause) {
    throw new Error(`${String(cause)}\n${tabs.trace.join('\n')}\nSEED=${number} repeats it.`, {cause});
  }
};

test(`${runs} random afternoons with several tabs: one line, one that talks, and no ring is lost`, async () => {
  let answered = 0;
  if (seed) return void (await runOne(seed));
  for (let number = 1; number <= runs; number += 1) answered += await runOne(number);
  assert.equal(answered, 2 * runs);
});
