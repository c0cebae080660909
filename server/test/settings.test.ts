import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {createLoneBus} from '../src/bus/bus.js';
import type {Database} from '../src/store/database.js';
import {createSettings} from '../src/store/settings.js';
import type {SettingChange} from '../src/store/settings.js';
import {StoreError} from '../src/store/store-error.js';
import {ConflictError, InvalidValueError} from '../src/store/stored-value.js';
import {onEachDatabase} from './helpers/databases.js';
import {joinedBuses} from './helpers/joined-buses.js';
import {createTestLog} from './helpers/test-log.js';

const SID = `AC${'0'.repeat(32)}`;
const {log} = createTestLog();

/** A database that can be counted and taken away. */
const observed = (database: Database) => {
  const state = {queries: 0, isGone: false};
  const query: Database['query'] = async (sql, values) => {
    state.queries += 1;
    if (state.isGone) throw new StoreError('store-unavailable', 'gone');
    return database.query(sql, values);
  };
  return {state, database: {...database, query}};
};

onEachDatabase('settings', (database) => {
  test('what was never saved has version 0 and values that work', async () => {
    const settings = createSettings(database(), createLoneBus(), log);
    assert.deepEqual(await settings.read('connectors'), {version: 0, value: []});
    assert.deepEqual(await settings.read('ice-servers'), {version: 0, value: []});
    assert.deepEqual(await settings.read('twilio'), {version: 0, value: {accountSid: '', authToken: '', enabled: false}});
    assert.deepEqual((await settings.read('policy')).value, {
      mayCall: 'everyone',
      ringWhileDoNotDisturb: false,
      ringTimeout: 45,
      ipPrivacy: 'until-accept',
      callLogDays: 90,
    });
  });

  test('each save is one version more, and says who made it', async () => {
    const settings = createSettings(database(), createLoneBus(), log);
    assert.equal((await settings.write('policy', 0, {ringTimeout: 30}, 'root')).version, 1);
    assert.equal((await settings.write('policy', 1, {ringTimeout: 20}, 'root-2')).value.ringTimeout, 20);
    assert.equal((await settings.read('policy')).version, 2);
    const [row] = await database().query('select updated_by from call_elements.settings');
    assert.deepEqual(row, {updated_by: 'root-2'});
  });

  test('of twenty saves at once one counts, and the others are told both values', async () => {
    const settings = createSettings(database(), createLoneBus(), log);
    const saves = Array.from({length: 20}, (_, index) => settings.write('policy', 0, {ringTimeout: 30 + index}, 'root'));
    const results = await Promise.allSettled(saves);
    const saved = results.filter(({status}) => status === 'fulfilled');
    assert.equal(saved.length, 1);
    const {value} = await settings.read('policy');
    for (const [index, result] of results.entries()) {
      if (result.status === 'fulfilled') continue;
      assert(result.reason instanceof ConflictError);
      assert.equal((result.reason.yours.value as typeof value).ringTimeout, 30 + index);
      assert.deepEqual(result.reason.theirs, {version: 1, value});
    }
  });

  test('a version of the future conflicts like one of the past', async () => {
    const settings = createSettings(database(), createLoneBus(), log);
    await assert.rejects(settings.write('connectors', 7, [], 'root'), ConflictError);
    await assert.rejects(settings.write('connectors', 7, [], 'root'), ConflictError);
    assert.equal((await settings.read('connectors')).version, 0);
  });

  test('the token of Twilio is kept when it is left out, replaced when it is there, forgotten when it is empty', async () => {
    const settings = createSettings(database(), createLoneBus(), log);
    await settings.write('twilio', 0, {accountSid: SID, authToken: 'first', enabled: true}, 'root');
    assert.equal((await settings.write('twilio', 1, {accountSid: SID, enabled: false}, 'root')).value.authToken, 'first');
    assert.equal((await settings.write('twilio', 2, {accountSid: SID, authToken: 'second', enabled: true}, 'root')).value.authToken, 'second');
    assert.equal((await settings.write('twilio', 3, {accountSid: SID, authToken: '', enabled: true}, 'root')).value.authToken, '');
    assert.equal((await createSettings(database(), createLoneBus(), log).read('twilio')).value.authToken, '');
  });

  test('a conflict about Twilio shows neither token', async () => {
    const settings = createSettings(database(), createLoneBus(), log);
    await settings.write('twilio', 0, {accountSid: SID, authToken: 'their-secret', enabled: true}, 'root');
    const conflict = settings.write('twilio', 0, {accountSid: SID, authToken: 'your-secret', enabled: true}, 'root');
    await assert.rejects(conflict, (error: ConflictError) => {
      assert.deepEqual(error.yours, {version: 0, value: {accountSid: SID, enabled: true, hasAuthToken: true}});
      assert.deepEqual(error.theirs, {version: 1, value: {accountSid: SID, enabled: true, hasAuthToken: true}});
      return !JSON.stringify(error).includes('secret');
    });
  });

  test('a change is told here and on the other node, which reads it anew; nothing of the value goes over the bus', async () => {
    const {here, there, said} = joinedBuses();
    const [mine, theirs] = [createSettings(database(), here, log), createSettings(database(), there, log)];
    await Promise.all([mine.read('twilio'), theirs.read('twilio')]);
    const told: [string, SettingChange][] = [];
    mine.watch((change) => told.push(['here', change]));
    theirs.watch((change) => told.push(['there', change]));
    await mine.write('twilio', 0, {accountSid: SID, authToken: 'secret', enabled: true}, 'root');
    const change = {name: 'twilio', version: 1};
    assert.deepEqual(told, [['here', change], ['there', change]]);
    assert.equal((await theirs.read('twilio')).value.authToken, 'secret');
    assert.equal(told.length, 2);
    assert.deepEqual(said, [JSON.stringify(change)]);
  });

  test('who was told of a change reads the new value, also from a database that takes its time', async () => {
    const {here, there} = joinedBuses();
    const slow: Database = {
      ...database(),
      query: async (sql, values) => {
        await setTimeout(400);
        return database().query(sql, values);
      },
    };
    const [mine, theirs] = [createSettings(database(), here, log), createSettings(slow, there, log)];
    await theirs.read('policy');
    await mine.write('policy', 0, {mayCall: 'nobody'}, 'root');
    assert.equal((await theirs.read('policy')).value.mayCall, 'nobody');
  });

  test('news that the bus lost are noticed ten seconds later', async (t) => {
    const {here, there, line} = joinedBuses();
    const [mine, theirs] = [createSettings(database(), here, log), createSettings(database(), there, log)];
    t.mock.timers.enable({apis: ['Date'], now: Date.now()});
    await theirs.read('policy');
    const told: SettingChange[] = [];
    theirs.watch((change) => told.push(change));
    line.isCut = true;
    await mine.write('policy', 0, {mayCall: 'nobody'}, 'root');
    assert.equal((await theirs.read('policy')).value.mayCall, 'everyone');
    t.mock.timers.tick(10_001);
    assert.equal((await theirs.read('policy')).value.mayCall, 'nobody');
    assert.deepEqual(told, [{name: 'policy', version: 1}]);
  });

  test('after a gap of the bus the other node asks, and tells what it missed', async () => {
    const {here, there, line} = joinedBuses();
    const [mine, theirs] = [createSettings(database(), here, log), createSettings(database(), there, log)];
    await theirs.read('policy');
    line.isCut = true;
    await mine.write('policy', 0, {mayCall: 'nobody'}, 'root');
    const told = new Promise((resolve) => theirs.watch(resolve));
    line.gap();
    assert.deepEqual(await told, {name: 'policy', version: 1});
    assert.equal((await theirs.read('policy')).value.mayCall, 'nobody');
  });

  test('what the bus says is looked at, and nonsense is nobody’s news', async () => {
    const {here, there} = joinedBuses();
    const settings = createSettings(database(), there, log);
    const told: SettingChange[] = [];
    settings.watch((change) => told.push(change));
    for (const nonsense of [null, 'x', {}, {name: '__proto__', version: 1}, {name: 'policy'}, {name: 'policy', version: -1}]) {
      here.publish('settings', nonsense);
    }
    assert.deepEqual(told, []);
  });

  test('a hundred readers at once ask the database once, and go on reading while it is gone', async (t) => {
    const {state, database: watched} = observed(database());
    const settings = createSettings(watched, createLoneBus(), log);
    t.mock.timers.enable({apis: ['Date'], now: Date.now()});
    await settings.write('policy', 0, {ringTimeout: 30}, 'root');
    t.mock.timers.tick(10_001);
    state.queries = 0;
    await Promise.all(Array.from({length: 100}, () => settings.read('policy')));
    assert.equal(state.queries, 1);
    state.isGone = true;
    t.mock.timers.tick(10_001);
    assert.equal((await settings.read('policy')).value.ringTimeout, 30);
    await assert.rejects(settings.read('twilio'), {code: 'store-unavailable'});
    await assert.rejects(settings.write('policy', 1, {}, 'root'), {code: 'store-unavailable'});
    state.isGone = false;
    assert.equal((await settings.read('twilio')).version, 0);
  });

  test('a stored value that cannot be read is warned of once and left alone; its default is in force', async () => {
    const {log: told, lines} = createTestLog();
    await database().query(`insert into call_elements.settings values ('policy', 4, '{"ringTimeout": "long"}', now(), 'root')`);
    const read = async () => createSettings(database(), createLoneBus(), told).read('policy');
    assert.equal((await read()).version, 4);
    assert.equal(lines.items.length, 1);
    const settings = createSettings(database(), createLoneBus(), told);
    assert.equal((await settings.read('policy')).value.ringTimeout, 45);
    await assert.rejects(settings.write('policy', 3, {}, 'root'), ConflictError);
    assert.equal(lines.items.length, 2);
    const [row] = await database().query('select value from call_elements.settings');
    assert.deepEqual(row, {value: {ringTimeout: 'long'}});
    assert.equal((await settings.write('policy', 4, {ringTimeout: 50}, 'root')).version, 5);
  });

  test('fields of a newer server in a stored value are passed over', async () => {
    await database().query(`insert into call_elements.settings values ('policy', 1, '{"ringTimeout": 60, "moon": "full"}', now(), 'root')`);
    const {value} = await createSettings(database(), createLoneBus(), log).read('policy');
    assert.equal(value.ringTimeout, 60);
    assert.equal('moon' in value, false);
  });

  const connector = {name: 'peerjs', title: 'Calls', active: true, order: 1, settings: {url: 'https://example.org', big: true, size: 3}};
  const refused: [string, 'connectors' | 'policy' | 'twilio' | 'ice-servers', unknown, string][] = [
    ['no list', 'connectors', {}, ''],
    ['two of one name', 'connectors', [connector, connector], '1'],
    ['a name with a space', 'connectors', [{...connector, name: 'a b'}], '0.name'],
    ['settings in settings', 'connectors', [{...connector, settings: {a: {b: 1}}}], '0.settings.a'],
    ['a NUL character', 'connectors', [{...connector, title: 'a\0b'}], '0.title'],
    ['half a surrogate pair', 'connectors', [{...connector, settings: {a: '\ud800'}}], '0.settings.a'],
    ['too many', 'connectors', Array.from({length: 51}, (_, index) => ({...connector, name: `a${index}`})), ''],
    ['an unknown word', 'policy', {mayCall: 'friends'}, 'mayCall'],
    ['no whole number', 'policy', {ringTimeout: 1.5}, 'ringTimeout'],
    ['too many days', 'policy', {callLogDays: 1e9}, 'callLogDays'],
    ['nothing', 'policy', undefined, ''],
    ['no Account SID', 'twilio', {accountSid: 'AC1', enabled: true}, 'accountSid'],
    ['a NUL character in a credential', 'ice-servers', [{urls: 'turn:a.example', username: 'a', credential: '\0'}], '0.credential'],
  ];
  for (const [what, name, value, path] of refused) {
    test(`${name}: ${what} is refused, with its place`, async () => {
      const settings = createSettings(database(), createLoneBus(), log);
      await assert.rejects(settings.write(name, 0, value, 'root'), (error: InvalidValueError) => {
        assert(error instanceof InvalidValueError);
        assert(error.problems.some((problem) => problem.path === path), JSON.stringify(error.problems));
        return true;
      });
      assert.equal((await settings.read(name)).version, 0);
    });
  }

  test('connectors come back as they were saved, in any script', async () => {
    const settings = createSettings(database(), createLoneBus(), log);
    const value = [connector, {...connector, name: 'jitsi', title: 'ذهب 🙂 "\\u0000"', active: false}];
    await settings.write('connectors', 0, value, 'root');
    assert.deepEqual((await createSettings(database(), createLoneBus(), log).read('connectors')).value, value);
  });
});
