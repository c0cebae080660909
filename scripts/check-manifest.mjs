// custom-elements.json is committed, so that a change of the public face is seen in review. It must be fresh.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {generateManifest} from './generate-manifest.mjs';
import {ROOT} from './run-command.mjs';

const file = join(ROOT, 'custom-elements.json');
const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
if (committed !== (await generateManifest())) {
  console.error('custom-elements.json is not what src says: run "npm run build" and commit it.');
  process.exit(1);
}
