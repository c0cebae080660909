// npm test: installs what is missing, runs every step whatever the one before said, and ends with one line.
// "npm test -- unit e2e" runs those steps only; a path among the words runs only the test files that contain it.
import {ensureInstalled} from './ensure-installed.mjs';
import {STEPS} from './test-steps.mjs';

const words = process.argv.slice(2);
const paths = words.filter((word) => word.includes('/') || word.includes('.'));
const names = words.filter((word) => !paths.includes(word));
const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}: choose from ${STEPS.map((step) => step.name).join(', ')}.`);
  process.exit(1);
}
const chosen = STEPS.filter((step) => names.length === 0 || names.includes(step.name));

const runStep = async (step) => {
  const started = Date.now();
  console.log(`\n— ${step.title} —`);
  let counts;
  try {
    counts = await step.run(paths);
  } catch (error) {
    console.error(error);
    counts = {passed: 0, failed: 1};
  }
  if (counts.passed + counts.failed + (counts.skipped ?? 0) === 0) {
    console.error('This step ran no tests.');
    counts = {...counts, failed: 1};
  }
  return {...counts, name: step.name, seconds: (Date.now() - started) / 1000};
};

await ensureInstalled();
const results = [];
for (const step of chosen) results.push(await runStep(step));

const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
const column = (value, width) => String(value).padStart(width);
console.log(`\n${'step'.padEnd(10)}${column('passed', 8)}${column('failed', 8)}${column('skipped', 9)}${column('seconds', 9)}`);
for (const {name, passed, failed, skipped = 0, seconds} of results) {
  console.log(`${name.padEnd(10)}${column(passed, 8)}${column(failed, 8)}${column(skipped, 9)}${column(seconds.toFixed(1), 9)}`);
}
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
