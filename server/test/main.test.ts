import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createInterface} from 'node:readline';
import {freePort} from './helpers/free-port.js';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const SECRET = 'a-secret-of-thirty-two-bytes-or-more';
const folder = mkdtempSync(join(tmpdir(), 'call-elements-'));
after(() => rmSync(folder, {recursive: true}));

const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}, main = MAIN) => {
  const child = spawn(process.execPath, ['--import=tsx', main, ...args], {
    env: {PATH: process.env['PATH'], DATA_DIR: join(folder, 'data'), ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
};

const run = async (args: readonly string[], env?: NodeJS.ProcessEnv, main?: string) => {
  const child = start(args, env, main);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return {out, err, code: code as number};
};

/** Settles with the first line of the log that says this. */
const said = async (child: ChildProcess, sentence: string): Promise<Record<string, unknown>> => {
  for await (const line of createInterface(child.stdout!)) {
    const entry = JSON.parse(line) as Record<string, unknown>;
    if (entry['msg'] === sentence) return entry;
  }
  assert.fail(`The server ended without saying "${sentence}"`);
};

describe('the command', () => {
  it('says how it is used, and which version it is', async () => {
    const [help, version] = await Promise.all([run(['--help']), run(['--version'])]);
    assert.match(help.out, /--config/);
    assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
    assert.deepEqual([help.code, version.code], [0, 0]);
  });

  it('ends with 2 and sentences when the command line or the configuration is wrong', async () => {
    const [option, config, file] = await Promise.all([
      run(['--nope']),
      run(['--port', 'hush', '--host', '::'], {TOKEN_SECRET: 'hush'}),
      run(['--config', join(folder, 'none.json')]),
    ]);
    assert.match(option.err, /--nope/);
    assert.match(config.err, /^PORT is "hush": write .*\nTOKEN_SECRET is shorter than 32 bytes: write .*\n$/);
    assert.match(file.err, /none\.json cannot be read/);
    assert.deepEqual([option.code, config.code, file.code], [2, 2, 2]);
  });

  it('ends with 1 and a sentence when its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const {port} = server.address() as AddressInfo;
    const {err, code} = await run(['--port', String(port)], {TOKEN_SECRET: SECRET});
    server.close();
    assert.match(err, /^Port \d+ is taken: .*\n$/);
    assert.equal(code, 1);
  });

  it('says where the demo is to be had when it is installed without it', async () => {
    const installed = join(folder, 'installed', 'package');
    cpSync(join(MAIN, '../..'), installed, {recursive: true, filter: (path) => !/node_modules|\/test$/.test(path)});
    symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(installed, 'node_modules'));
    symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
    const {err, code} = await run(['--demo', '--port', '0'], {}, join(installed, 'src/main.ts'));
    assert.match(err, /^The demo needs the project’s own folder, .*: clone the repository, .*\n$/);
    assert.equal(code, 2);
  });

  it('starts with a secret alone, says on being asked that it lives, and ends with 0 when it is asked to', async () => {
    const child = start(['--port', '0'], {TOKEN_SECRET: SECRET, BASE_PATH: '/calls/', HOST: '0.0.0.0'});
    const {port} = await said(child, 'The server is ready.');
    assert.equal((await fetch(`http://127.0.0.1:${port}/calls/ready`)).status, 200);
    const config = join(folder, 'check.json');
    const check = async () => {
      writeFileSync(config, JSON.stringify({TOKEN_SECRET: SECRET, BASE_PATH: '/calls/', HOST: '0.0.0.0', PORT: port}));
      return (await run(['--check'], {CONFIG_FILE: config})).code;
    };
    assert.equal(await check(), 0);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0);
    assert.equal(await check(), 1);
  });

  it('is not ended by a renewed certificate while it still starts', async () => {
    const DATABASE_URL = `postgres://nobody@127.0.0.1:${await freePort()}/none`;
    const child = start(['--port', '0'], {TOKEN_SECRET: SECRET, DATABASE_URL});
    await said(child, 'Waiting for the database.');
    child.kill('SIGHUP');
    child.kill('SIGTERM');
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [1, null]);
  });
});
