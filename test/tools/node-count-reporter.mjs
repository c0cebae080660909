// Prints what node:test ran, in the words of a person, and leaves the numbers where scripts/test.mjs finds them.
import {writeFileSync} from 'node:fs';
import {relative} from 'node:path';

const place = ({file, line}) => (file ? `${relative(process.cwd(), file)}${line ? `:${line}` : ''}` : '');

const story = (error) => {
  const cause = error?.cause ?? error;
  return cause?.stack ?? cause?.message ?? String(cause);
};

/** Reporter for node:test. Suites are not cases; a file that dies outside of a case is one failure. */
export default async function* report(source) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  for await (const {type, data} of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') {
      // A suite fails with its cases, which are counted; but one that fails by itself (in a hook) must be seen.
      const own = type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed';
      if (!own) continue;
    }
    if (data.skip !== undefined || data.todo !== undefined) {
      counts.skipped += 1;
    } else if (type === 'test:pass') {
      counts.passed += 1;
    } else if (data.details?.error?.failureType !== 'subtestsFailed') {
      counts.failed += 1;
      yield `\n✖ ${data.name}  (${place(data)})\n${story(data.details?.error)}\n`;
    }
  }
  const file = process.env.CALL_ELEMENTS_COUNTS;
  if (file) writeFileSync(file, JSON.stringify(counts));
  yield `${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}\n`;
}
