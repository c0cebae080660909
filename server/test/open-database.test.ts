import assert from 'node:assert/strict';
import {fork, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import pg from 'pg';
import {lockFolder} from '../src/store/folder-lock.js';
import {openDatabase} from '../src/store/open-database.js';
import {migrate} from '../src/store/migrate.js';
import {MIGRATIONS} from '../src/store/migrations.js';
import {StoreError} from '../src/store/store-error.js';
import {freePort} from './helpers/free-port.js';
import {NO_POSTGRESQL, PASSWORD, RealPostgresql} from './helpers/real-postgresql.js';
import {createTestLog} from './helpers/test-log.js';

const {log} = createTestLog();
const VERSION = MIGRATIONS.length;

const refusedWith = (code: string, sentence: RegExp) => (error: unknown) => {
  assert(error instanceof StoreError);
  assert.equal(error.code, code);
  assert.match(error.message, sentence);
  return true;
};

describe('the embedded database', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'call-elements-store-'));
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  test('what was saved is there after a restart, in a folder that only this account may read', async () => {
    const data = join(folder, 'of', 'two', 'levels');
    const first = await openDatabase({folder: data}, log);
    await first.query(`insert into call_elements.settings values ('policy', 1, '{}', now(), 'root')`);
    await first.close();
    for (const one of [data, join(data, 'pglite')]) assert.equal(statSync(one).mode & 0o777, 0o700);
    const second = await openDatabase({folder: data}, log);
    assert.equal((await second.query('select id from call_elements.settings')).length, 1);
    await second.close();
  });

  test('a second server on the same folder is refused, until the first has let go of it', async () => {
    const data = join(folder, 'shared');
    const first = await openDatabase({folder: data}, log);
    await assert.rejects(openDatabase({folder: data}, log), refusedWith('store-in-use', /in use by another server: .*DATA_DIR/));
    assert.deepEqual(await first.query('select 1 as one'), [{one: 1}]);
    await first.close();
    await (await openDatabase({folder: data}, log)).close();
  });

  test('a folder that cannot be used, or whose files are spoiled, is told with a way out', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    await assert.rejects(openDatabase({folder: join(file, 'data')}, log), refusedWith('store-refused', /ENOTDIR.*DATA_DIR/));
    const long = join(folder, 'a'.repeat(120));
    await assert.rejects(openDatabase({folder: long}, log), refusedWith('store-refused', /short path/));
    const spoiled = join(folder, 'spoiled');
    mkdirSync(join(spoiled, 'pglite'), {recursive: true});
    writeFileSync(join(spoiled, 'pglite', 'PG_VERSION'), '18');
    for (const _ of [1, 2]) await assert.rejects(openDatabase({folder: spoiled}, log), refusedWith('store-refused', /backup/));
  });

  test('a folder that was there before stays as it is, and what is put into it is for this account only', async () => {
    const data = join(folder, 'before');
    mkdirSync(data, {mode: 0o755});
    await (await openDatabase({folder: data}, log)).close();
    assert.deepEqual([data, join(data, 'pglite')].map((path) => statSync(path).mode & 0o777), [0o755, 0o700]);
  });

  test('of two servers that start at once after one was killed, one gets the folder', async () => {
    const data = join(folder, 'contested');
    mkdirSync(data);
    for (let round = 0; round < 10; round += 1) {
      const script = `require('node:net').createServer().listen(${JSON.stringify(join(data, 'lock'))}, () => process.kill(process.pid, 'SIGKILL'))`;
      await once(spawn(process.execPath, ['-e', script]), 'exit');
      const taken = await Promise.allSettled([lockFolder(data), lockFolder(data)]);
      const won = taken.filter((result) => result.status === 'fulfilled');
      assert.equal(won.length, 1);
      await won[0]?.value();
      assert.deepEqual(readdirSync(data), []);
    }
  });

  test('a server that was killed finds what it had saved', async () => {
    const data = join(folder, 'killed');
    const child = fork(new URL('helpers/save-and-wait.ts', import.meta.url), [data], {execArgv: ['--import=tsx']});
    assert.deepEqual(await Promise.race([once(child, 'message'), once(child, 'exit')]), ['saved', undefined]);
    await assert.rejects(openDatabase({folder: data}, log), refusedWith('store-in-use', /in use/));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = await openDatabase({folder: data}, log);
    assert.deepEqual(await database.query('select id, version from call_elements.settings'), [{id: 'policy', version: 7}]);
    await database.close();
  });

  test('a transaction that fails leaves nothing behind, and after close a query is refused, not stuck', async () => {
    const database = await openDatabase({}, log);
    const failing = database.transaction(async ({query}) => {
      await query(`insert into call_elements.settings values ('policy', 1, '{}', now(), 'root')`);
      throw new Error('second thoughts');
    });
    await assert.rejects(failing, /second thoughts/);
    assert.deepEqual(await database.query('select * from call_elements.settings'), []);
    await database.close();
    await assert.rejects(database.query('select 1'), refusedWith('store-unavailable', /does not answer/));
    await database.close();
  });
});

describe('a PostgreSQL', {skip: NO_POSTGRESQL}, () => {
  let postgresql: RealPostgresql;
  before(async () => {
    postgresql = await RealPostgresql.start();
  });
  after(() => postgresql.end());

  test('a fresh database gets all tables, in a schema of its own', async () => {
    const database = await openDatabase({url: await postgresql.createDatabase()}, log);
    const tables = await database.query<{name: string}>(
      `select tablename as name from pg_tables where schemaname = 'call_elements' order by 1`,
    );
    assert.deepEqual(tables.map(({name}) => name), ['calls', 'im_accounts', 'settings', 'versions']);
    assert.deepEqual(await migrate(database), {from: VERSION, to: VERSION});
    await database.close();
  });

  test('a database of the first version is brought up to date, and keeps what it has', async () => {
    const url = await postgresql.createDatabase();
    const old = await openDatabase({url}, log);
    await old.query('drop schema call_elements cascade');
    assert.deepEqual(await migrate(old, MIGRATIONS.slice(0, 1)), {from: 0, to: 1});
    await old.query(`insert into call_elements.settings values ('policy', 3, '{}', now(), 'root')`);
    assert.deepEqual(await migrate(old), {from: 1, to: VERSION});
    assert.deepEqual(await old.query('select id, version from call_elements.settings'), [{id: 'policy', version: 3}]);
    await old.close();
  });

  test('a migration that fails leaves the version before it', async () => {
    const database = await openDatabase({url: await postgresql.createDatabase()}, log);
    const failing = migrate(database, [...MIGRATIONS, ['create table call_elements.extra (id text)', 'no sql']]);
    await assert.rejects(failing, {code: '42601'});
    assert.deepEqual(await migrate(database), {from: VERSION, to: VERSION});
    await database.close();
  });

  test('four nodes that start at once make the tables once', async () => {
    const url = await postgresql.createDatabase();
    const nodes = await Promise.all([1, 2, 3, 4].map(() => openDatabase({url}, log)));
    const rows = await nodes[0]!.query('select version from call_elements.versions');
    assert.equal(rows.length, VERSION);
    await Promise.all(nodes.map((node) => node.close()));
  });

  test('a database of a newer server is left alone', async () => {
    const url = await postgresql.createDatabase();
    const database = await openDatabase({url}, log);
    await database.query('insert into call_elements.versions (version) values (99)');
    await assert.rejects(openDatabase({url}, log), refusedWith('store-newer', /version 99, .* none above \d+: start the newer server/));
    await database.close();
  });

  test('a wrong password and a missing database are told at once, without what is secret', async () => {
    const {log: told, lines} = createTestLog();
    const open = (url: string) => openDatabase({url}, told);
    await assert.rejects(open(postgresql.url('postgres', `not-${PASSWORD}`)), (error: Error) => {
      assert(!error.message.includes(PASSWORD));
      return refusedWith('store-refused', /user and the password/)(error);
    });
    await assert.rejects(open(postgresql.url('missing')), refusedWith('store-refused', /create it first/));
    assert(!JSON.stringify(lines.items).includes(PASSWORD));
  });

  test('TLS is asked for by the URL, and a server without it is not spoken to in the clear', async () => {
    const url = `${postgresql.url()}?sslmode=verify-full`;
    await assert.rejects(openDatabase({url, patience: 0}, log), refusedWith('store-unavailable', /does not support SSL/));
  });

  test('a database that comes late is waited for, one that never comes is given up with a sentence', async () => {
    const {log: told, lines} = createTestLog();
    const url = await postgresql.createDatabase();
    await postgresql.stop();
    const opening = openDatabase({url}, told);
    await lines.atLeast(1);
    await postgresql.start();
    await (await opening).close();
    const nobody = `postgres://a:${PASSWORD}@127.0.0.1:${await freePort()}/a`;
    await assert.rejects(openDatabase({url: nobody, patience: 200}, told), refusedWith('store-unavailable', /for 0.2 s \(ECONNREFUSED\): check DATABASE_URL/));
    assert(!JSON.stringify(lines.items).includes(PASSWORD));
  });

  test('connections are bounded, and a connection that breaks in a transaction ends no process', async () => {
    const url = await postgresql.createDatabase();
    const database = await openDatabase({url}, log);
    const counts = await Promise.all(
      Array.from({length: 40}, () =>
        database.query<{count: number}>(
          `select count(*)::integer as count from pg_stat_activity where datname = current_database()`,
        ),
      ),
    );
    assert(counts.every(([row]) => row!.count <= 10));
    const broken = database.transaction(async ({query}) => {
      const [row] = await query<{pid: number}>('select pg_backend_pid() as pid');
      const killer = new pg.Client(postgresql.url());
      await killer.connect();
      await killer.query('select pg_terminate_backend($1)', [row!.pid]);
      await killer.end();
      await query('select 1');
    });
    await assert.rejects(broken, refusedWith('store-unavailable', /does not answer/));
    assert.deepEqual(await database.query('select 1 as one'), [{one: 1}]);
    await database.close();
  });
});
