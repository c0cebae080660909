// Counts what web-test-runner ran and leaves the numbers where scripts/test.mjs finds them.
import {writeFileSync} from 'node:fs';

const countSuite = (suite, into) => {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) into.skipped += 1;
    else if (test.passed) into.passed += 1;
    else into.failed += 1;
  }
  for (const inner of suite?.suites ?? []) countSuite(inner, into);
};

/** What one page, that is one test file in one browser, comes to. An error outside of any test counts as one failure. */
const countSession = (session, into) => {
  const before = {...into};
  countSuite(session.testResults, into);
  const ran = into.passed + into.failed + into.skipped - before.passed - before.failed - before.skipped;
  if (!session.passed && (ran === 0 || into.failed === before.failed)) into.failed += 1;
};

/** A reporter for web-test-runner; writes `{passed, failed, skipped}` to the file that CALL_ELEMENTS_COUNTS names. */
export const countReporter = () => ({
  onTestRunFinished({sessions}) {
    const counts = {passed: 0, failed: 0, skipped: 0};
    for (const session of sessions) countSession(session, counts);
    const file = process.env.CALL_ELEMENTS_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  },
});
