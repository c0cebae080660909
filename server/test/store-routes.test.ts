import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Router} from 'express';
import {createLoneBus} from '../src/bus/bus.js';
import {createImAccounts} from '../src/store/im-accounts.js';
import {imAccountRoutes} from '../src/store/im-account-routes.js';
import {createSettings} from '../src/store/settings.js';
import {settingsRoutes} from '../src/store/settings-routes.js';
import {onEachDatabase} from './helpers/databases.js';
import {serveRoutes} from './helpers/rest.js';
import {createTestLog} from './helpers/test-log.js';

const SID = `AC${'a'.repeat(32)}`;

onEachDatabase('the REST contract of settings and IM accounts', (database) => {
  let rest: Awaited<ReturnType<typeof serveRoutes>>;
  before(async () => {
    const {log} = createTestLog();
    // Made anew for each request, so that the tables may be emptied between tests.
    const settings = () => createSettings(database(), createLoneBus(), log);
    rest = await serveRoutes((guards) => [
      Router().use((request, response, next) => settingsRoutes(settings(), guards)(request, response, next)),
      imAccountRoutes(createImAccounts(database()), {maySee: ({id}, other) => id === 'carol' && other === 'bob'}, guards),
    ]);
  });
  after(() => rest.close());

  test('who may do what', async () => {
    const names = ['connectors', 'policy', 'ice-servers', 'twilio'];
    const statuses = (user: string) => Promise.all(names.map(async (name) => (await rest.get(user, `/settings/${name}`)).status));
    assert.deepEqual(await statuses(''), [401, 401, 401, 401]);
    assert.deepEqual(await statuses('alice'), [200, 200, 403, 403]);
    assert.deepEqual(await statuses('root'), [200, 200, 200, 200]);
    for (const name of names) {
      const {status, body} = await rest.put('alice', `/settings/${name}`, {version: 0, value: []});
      assert.deepEqual([status, body.code], [403, 'not-admin']);
    }
  });

  test('a setting that nobody knows is 404, and 401 to strangers', async () => {
    for (const name of ['themes', '__proto__', 'constructor', 'toString', '%00']) {
      assert.equal((await rest.get('root', `/settings/${name}`)).status, 404);
      assert.equal((await rest.put('root', `/settings/${name}`, {version: 0, value: {}})).status, 404);
      assert.equal((await rest.get('', `/settings/${name}`)).status, 401);
    }
  });

  test('two administrators save at once: one is told of the conflict, with both values, and saves again', async () => {
    const mine = [{urls: 'stun:mine.example', enabled: true}];
    const theirs = [{urls: 'stun:theirs.example', enabled: true}];
    assert.deepEqual((await rest.put('root-2', '/settings/ice-servers', {version: 0, value: theirs})).body, {version: 1, value: theirs});
    const {status, body} = await rest.put('root', '/settings/ice-servers', {version: 0, value: mine});
    assert.equal(status, 409);
    assert.equal(body.code, 'conflict');
    assert.match(body.message, /save again/);
    assert.deepEqual([body.yours, body.theirs], [{version: 0, value: mine}, {version: 1, value: theirs}]);
    assert.equal((await rest.put('root', '/settings/ice-servers', {version: body.theirs.version, value: mine})).body.version, 2);
    assert.deepEqual((await rest.get('root', '/settings/ice-servers')).body, {version: 2, value: mine});
  });

  test('an empty list is a legal list', async () => {
    assert.deepEqual((await rest.put('root', '/settings/ice-servers', {version: 0, value: []})).body, {version: 1, value: []});
  });

  test('the token of Twilio is in no answer and in no log', async () => {
    const value = {accountSid: SID, authToken: 'very-secret-token', enabled: true};
    const answers = [
      await rest.put('root', '/settings/twilio', {version: 0, value}),
      await rest.get('root', '/settings/twilio'),
      await rest.put('root', '/settings/twilio', {version: 0, value}),
      await rest.put('root', '/settings/twilio', {version: 1, value: {...value, accountSid: 'x'}}),
      await rest.put('root', '/settings/twilio', {version: 1, value: {...value, authToken: 'very-secret-token\0'}}),
      await rest.put('root', '/settings/twilio', {version: 1, value: {...value, authToken: 'very-secret-token'.repeat(50)}}),
    ];
    assert.deepEqual(answers.map(({status}) => status), [200, 200, 409, 400, 400, 400]);
    assert.deepEqual(answers[1]!.body.value, {accountSid: SID, enabled: true, hasAuthToken: true});
    for (const {text} of answers) assert(!text.includes('very-secret'), text);
    assert(!JSON.stringify(rest.lines.items).includes('very-secret'));
  });

  test('bodies from hell are 400 with their problems, never 500', async () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    const bodies = [
      '',
      'null',
      '[]',
      '{}',
      '{"value":[]}',
      '{"version":"0","value":[]}',
      '{"version":-1,"value":[]}',
      '{"version":1e99,"value":[]}',
      '{"version":2147483647,"value":[]}',
      '{"version":0}',
      '{"version":0,"value":{"length":{"toString":1}}}',
      '{"version":0,"value":[{"name":"a","title":{"length":{"valueOf":1,"toString":1}}}]}',
      `{"version":0,"value":${deep}}`,
      `{"version":0,"value":[{"name":"a","settings":{"a":${deep}}}]}`,
      '{"version":0,"value":[{"name":"a","settings":{"a\\u0000":"b"}}]}',
      '{"version":0,"value":[{"name":"a","title":"\\udc00"}]}',
      `{"version":0,"value":[${'{"name":"a"},'.repeat(3000)}{"name":"a"}]}`,
    ];
    for (const body of bodies) {
      const {status, body: answer} = await rest.put('root', '/settings/connectors', body);
      assert.equal(status, 400, body.slice(0, 80));
      if (answer.code !== 'body-invalid') {
        assert.equal(answer.code, 'value-invalid');
        assert(answer.problems.length > 0 && answer.problems.length <= 100);
        for (const {path, message} of answer.problems) assert(typeof path === 'string' && message.length > 0);
      }
    }
    assert.equal((await rest.put('root', '/settings/connectors', `[${'1,'.repeat(40_000)}1]`)).status, 413);
    assert.equal((await rest.get('root', '/settings/connectors')).body.version, 0);
  });

  test('keys of the prototype change no prototype and are not kept', async () => {
    const body = '{"version":0,"value":[{"name":"a","__proto__":{"active":false},"constructor":1,"settings":{"__proto__":{"x":1}}}]}';
    const {status} = await rest.put('root', '/settings/connectors', body);
    assert([200, 400].includes(status));
    const {text} = await rest.get('root', '/settings/connectors');
    assert(!text.includes('__proto__') && !text.includes('constructor'));
    assert.equal(({} as {x?: number}).x, undefined);
  });

  test('IM accounts belong to their person: who may see them may read them, only administrators may change them, too', async () => {
    const value = [{type: 'skype', id: 'bob.builder'}, {type: 'skype', id: 'bob@work'}, {type: 'zoom', id: 'https://zoom.example/j/1'}];
    assert.equal((await rest.get('', '/im-accounts/bob')).status, 401);
    for (const answer of [await rest.get('alice', '/im-accounts/bob'), await rest.put('alice', '/im-accounts/bob', {version: 0, value})]) {
      assert.deepEqual([answer.status, answer.body.code], [403, 'not-yours']);
    }
    assert.deepEqual((await rest.get('bob', '/im-accounts/bob')).body, {version: 0, value: []});
    assert.deepEqual((await rest.put('bob', '/im-accounts/bob', {version: 0, value})).body, {version: 1, value});
    assert.deepEqual((await rest.get('root', '/im-accounts/bob')).body, {version: 1, value});
    assert.deepEqual((await rest.get('carol', '/im-accounts/bob')).body, {version: 1, value});
    assert.equal((await rest.put('carol', '/im-accounts/bob', {version: 1, value: []})).status, 403);
    const conflict = await rest.put('root', '/im-accounts/bob', {version: 0, value: []});
    assert.equal(conflict.status, 409);
    assert.deepEqual([conflict.body.yours, conflict.body.theirs], [{version: 0, value: []}, {version: 1, value}]);
    assert.deepEqual((await rest.put('root', '/im-accounts/bob', {version: 1, value: []})).body, {version: 2, value: []});
  });

  test('of IM accounts none may be there twice, none empty, and any user id is only a name', async () => {
    const put = (value: unknown) => rest.put('root', '/im-accounts/bob', {version: 0, value});
    assert.deepEqual((await put([{type: 'skype', id: 'bob'}, {type: 'skype', id: ' bob '}])).body.problems[0].path, '1');
    assert.deepEqual((await put([{type: 'skype', id: '  '}])).body.problems[0].path, '0.id');
    assert.deepEqual((await put([{type: 'skype', id: 'a\0'}])).status, 400);
    for (const user of ["o'hara; drop table", '..', 'ünï/çode', '%']) {
      const path = `/im-accounts/${encodeURIComponent(user)}`;
      if (user !== '..') assert.equal((await rest.put('root', path, {version: 0, value: []})).body.version, 1, user);
    }
    assert.equal((await rest.get('root', '/im-accounts/a%00b')).status, 400);
    assert.equal((await rest.get('root', `/im-accounts/${'a'.repeat(257)}`)).status, 400);
  });
});
