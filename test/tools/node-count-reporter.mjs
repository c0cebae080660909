// Prints what node:test ran, in the words of a person, and leaves the numbers where scripts/test.mjs finds them.
import {writeFileSync} from 'node:fs';
import {relative} from 'node:path';

const counts = {passed: 0, failed: 0, skipped: 0};

// With --test-force-exit, node ends the process before a reporter's last words; what has to be said is said on exit.
process.once('exit', () => {
  const file = process.env.CALL_ELEMENTS_COUNTS;
  if (file) writeFileSync(file, JSON.stringify(counts));
});

const place = ({file, line}) => (file ? `${relative(process.cwd(), file)}${line ? `:${line}` : ''}` : '');

const story = (error) => {
  const cause = error?.cause ?? error;
  return cause?.stack ?? cause?.message ?? String(cause);
};

/** A parent fails with its children, which are counted themselves; one that fails by itself (in a hook) counts. */
const failedByItself = ({details}) => details?.error?.failureType !== 'subtestsFailed';

const isSuite = ({details}) => details?.type === 'suite';

/** Reporter for node:test. Suites are no cases; a file that dies outside of any case is one failure. */
export default async function* report(source) {
  for await (const {type, data} of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:pass' && !isSuite(data)) {
      const skipped = data.skip !== undefined || data.todo !== undefined;
      counts[skipped ? 'skipped' : 'passed'] += 1;
    }
    if (type === 'test:fail' && failedByItself(data)) {
      counts.failed += 1;
      yield `\n✖ ${data.name}  (${place(data)})\n${story(data.details?.error)}\n`;
    }
  }
}
