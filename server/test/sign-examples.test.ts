import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';
import {createIdentity} from '../src/identity/create-identity.js';
import {SECRET} from './helpers/sign.js';

const LANGUAGES = [
  ['Node', process.execPath, 'sign.mjs', ''],
  ['Python', 'python3', 'sign.py', 'python3 is not installed here'],
  ['PHP', 'php', 'sign.php', 'php is not installed here: node scripts/install-php.mjs'],
] as const;

const PEOPLE = [
  ['alice', 'Alice Martin'],
  ['zoë@example.org', 'Zoë "Z" O’Neil 👋'],
] as const;

for (const [language, command, file, sentence] of LANGUAGES) {
  const skip = spawnSync(command, ['--version']).error ? sentence : false;
  test(`what the ${language} example signs opens the line`, {skip}, async () => {
    const path = fileURLToPath(new URL(`../examples/${file}`, import.meta.url));
    for (const [id, name] of PEOPLE) {
      const token = execFileSync(command, [path, id, name], {env: {...process.env, TOKEN_SECRET: SECRET}, encoding: 'utf8'});
      const user = await createIdentity({secret: SECRET, audience: 'call-elements'}).verify(token.trim());
      assert.deepEqual([user.id, user.name], [id, name]);
      const other = createIdentity({secret: 'another secret that is as long as the right one', audience: 'call-elements'});
      await assert.rejects(other.verify(token.trim()), {code: 'token-invalid'});
    }
  });
}
