// npm run test:odoo: the addon at a live Odoo 18 that has it installed. What it needs is in the environment: ODOO_URL, ODOO_DB,
// ODOO_ADMIN (a login) and ODOO_ADMIN_PASSWORD. It makes its own people and channels there, and removes them again.
// A path among the words runs only the test files that contain it: npm run test:odoo -- security/
import {ensureInstalled} from './ensure-installed.mjs';
import {installBrowsers} from './install-browsers.mjs';
import {listFiles} from './list-files.mjs';
import {runNode} from './run-command.mjs';

const NEEDED = ['ODOO_URL', 'ODOO_DB', 'ODOO_ADMIN', 'ODOO_ADMIN_PASSWORD'];

/** Why the tests cannot run, in a sentence; undefined where they can. */
const obstacle = async () => {
  const missing = NEEDED.filter((name) => !process.env[name]);
  if (missing.length > 0) return `Set ${missing.join(', ')} to test against a live Odoo.`;
  await ensureInstalled();
  return installBrowsers();
};

const sentence = await obstacle();
if (sentence) {
  console.error(sentence);
  process.exit(1);
}
const words = process.argv.slice(2);
const files = listFiles('test/odoo-live', (path) => path.endsWith('.test.ts')).filter(
  (file) => words.length === 0 || words.some((word) => file.includes(word)),
);
const args = [
  '--import=tsx',
  '--test',
  '--test-concurrency=1',
  '--test-timeout=900000',
  '--test-reporter=./test/tools/node-count-reporter.mjs',
  '--test-reporter-destination=stdout',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  ...files,
];
const {code} = await runNode(args, {seconds: 3600});
process.exit(code);
