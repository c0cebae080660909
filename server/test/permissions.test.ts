import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, describe, it, mock} from 'node:test';
import {ConfigError} from '../src/config/config-error.js';
import {loadHooks} from '../src/load-hooks.js';
import {createPermissions, withPolicy} from '../src/permissions.js';
import type {Permissions} from '../src/permissions.js';
import {policySchema} from '../src/store/setting-values.js';
import {createTestLog} from './helpers/test-log.js';

const ALICE = {id: 'alice', name: 'Alice', avatar: '', isAdmin: false, expiresAt: 0};
const folder = mkdtempSync(join(tmpdir(), 'call-elements-'));
after(() => rmSync(folder, {recursive: true}));

const moduleOf = (name: string, text: string): string => {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
};

describe('permissions', () => {
  for (const [title, mayCall, expected] of [
    ['everyone where there is no hook', undefined, true],
    ['whom the hook lets', () => true, true],
    ['whom the hook lets after a while', async () => true, true],
    ['nobody whom it refuses', () => false, false],
    ['nobody when it throws', () => assert.fail('alice'), false],
    ['nobody when it rejects', () => Promise.reject(new Error('alice')), false],
    ['nobody when it says something else', () => 'yes' as unknown as boolean, false],
  ] as const satisfies readonly (readonly [string, Permissions['mayCall'] | undefined, boolean])[]) {
    it(`let ${title}`, async () => {
      const {log, lines} = createTestLog();
      const permissions = createPermissions(mayCall ? {mayCall} : {}, log);
      assert.equal(await permissions.mayCall(ALICE, 'bob'), expected);
      assert.equal(await permissions.maySee(ALICE, 'bob'), true);
      assert.doesNotMatch(JSON.stringify(lines.items), /alice/);
    });
  }

  it('let nobody call while the policy says so, whatever the hook says', async () => {
    const read = async () => ({version: 1, value: policySchema.parse({mayCall: 'nobody'})});
    const hooks = withPolicy({mayCall: () => true}, {read} as never);
    assert.equal(await createPermissions(hooks, createTestLog().log).mayCall(ALICE, 'bob'), false);
  });
});

describe('a hook', () => {
  afterEach(() => mock.timers.reset());
  const never = () => new Promise<never>(() => undefined);

  for (const may of ['mayCall', 'maySee'] as const) {
    it(`that does not answer ${may} means no, before the caller's page gives up`, async () => {
      mock.timers.enable({apis: ['setTimeout']});
      const answer = createPermissions({[may]: never}, createTestLog().log)[may](ALICE, 'bob');
      mock.timers.tick(2000);
      assert.equal(await answer, false);
    });

    it(`that answers ${may} late has answered for whoever asks next`, async () => {
      mock.timers.enable({apis: ['setTimeout']});
      let resolve = (_: boolean): void => undefined;
      const promise = new Promise<boolean>((settle) => (resolve = settle));
      const permissions = createPermissions({[may]: () => promise}, createTestLog().log);
      const answer = permissions[may](ALICE, 'bob');
      mock.timers.tick(2000);
      assert.equal(await answer, false);
      resolve(true);
      assert.equal(await permissions[may](ALICE, 'bob'), true);
    });

    it(`is asked ${may} once in a few seconds for each pair, and of nobody about themselves`, async () => {
      mock.timers.enable({apis: ['Date']});
      const hook = mock.fn(() => true);
      const ask = createPermissions({[may]: hook}, createTestLog().log)[may];
      await Promise.all([ask(ALICE, 'bob'), ask(ALICE, 'bob'), ask({...ALICE, id: 'bob'}, 'alice'), ask(ALICE, 'alice')]);
      assert.equal(hook.mock.callCount(), 2);
      mock.timers.tick(5000);
      await ask(ALICE, 'bob');
      assert.equal(hook.mock.callCount(), 3);
    });
  }
});

describe('hooks', () => {
  it('are the functions that a module exports', async () => {
    const file = moduleOf('right', `export const mayCall = async (from, to) => from.id === 'alice' && to === 'bob';`);
    const {mayCall, maySee} = await loadHooks(file);
    assert.deepEqual([await mayCall?.(ALICE, 'bob'), await mayCall?.(ALICE, 'carol'), maySee], [true, false, undefined]);
  });

  for (const [title, file, sentence] of [
    ['is not there', join(folder, 'none.mjs'), /none\.mjs, which cannot be loaded \(ERR_MODULE_NOT_FOUND\)/],
    ['throws', moduleOf('throws', `throw new Error('hush')`), /cannot be loaded \(Error\)/],
    ['exports nothing of ours', moduleOf('other', 'export const mayDance = () => true;'), /exports neither a function mayCall/],
    ['exports no function', moduleOf('word', `export const mayCall = 'alice';`), /exports neither a function mayCall/],
  ] as const) {
    it(`are refused in a sentence when the module ${title}`, async () => {
      await assert.rejects(loadHooks(file), (error: Error) => {
        assert(error instanceof ConfigError);
        assert.match(error.message, sentence);
        assert.doesNotMatch(error.message, /hush/);
        return true;
      });
    });
  }
});
