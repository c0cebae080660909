import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createRandom} from '../../test/helpers/random.js';
import type {Random} from '../../test/helpers/random.js';
import {randomValue} from '../../test/helpers/random-value.js';
import {createLoneBus} from '../src/bus/bus.js';
import {createCallLog} from '../src/store/call-log.js';
import {callRoutes} from '../src/store/call-routes.js';
import {createImAccounts} from '../src/store/im-accounts.js';
import {imAccountRoutes} from '../src/store/im-account-routes.js';
import {createSettings} from '../src/store/settings.js';
import {settingsRoutes} from '../src/store/settings-routes.js';
import {onEachDatabase} from './helpers/databases.js';
import {serveRoutes} from './helpers/rest.js';
import {createTestLog} from './helpers/test-log.js';

const seed = Number(process.env['SEED'] ?? 0) || Date.now() % 1_000_000;

const FIELDS = ['name', 'title', 'settings', 'order', 'urls', 'username', 'credential', 'accountSid', 'authToken', 'enabled', 'mayCall', 'ringTimeout', 'type', 'id'];
const TEXTS = ['', '\0', '\ud800', '\u202e', "'; drop table calls; --", '%00', 'turn:a:99999', `AC${'0'.repeat(32)}`, 'peerjs', 'everyone', 'A'.repeat(300)];
const CURSORS = ['', '_', '0000-01-01T00:00:00.000Z_', '9999-12-31T23:59:59.999Z_', '2026-11-20T10:00:00Z_', '-1_', '\0_'];
const PATHS = ['connectors', 'policy', 'ice-servers', 'twilio'].map((name) => `/settings/${name}`);

/** Half of it looks like what belongs there. */
const anything = (random: Random, depth = 3): unknown => {
  if (depth === 0 || random.chance(0.3)) return random.chance(0.5) ? random.pick(TEXTS) : random.below(100);
  if (random.chance(0.3)) return Array.from({length: random.below(4)}, () => anything(random, depth - 1));
  return Object.fromEntries(Array.from({length: random.below(6)}, () => [random.pick(FIELDS), anything(random, depth - 1)]));
};

const asJson = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return 'null';
  }
};

const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'));

onEachDatabase(`hostile input (SEED=${seed} repeats it)`, (database) => {
  test('whatever is asked and saved, the answer is of the contract and never 500', async () => {
    const random = createRandom(seed);
    const {log} = createTestLog();
    const settings = createSettings(database(), createLoneBus(), log);
    const callLog = createCallLog(database(), log);
    const rest = await serveRoutes((guards) => [
      settingsRoutes(settings, guards),
      imAccountRoutes(createImAccounts(database()), {maySee: () => false}, guards),
      callRoutes(callLog, guards),
    ]);
    const statuses = new Set<number>();
    for (let round = 0; round < 800; round += 1) {
      const put = (path: string, value: unknown) => rest.put('root', path, `{"version":${random.below(3)},"value":${asJson(value)}}`);
      const value = random.chance(0.5) ? anything(random) : randomValue(random);
      const query = `limit=${encoded(random.pick(TEXTS))}&before=${encoded(random.pick(CURSORS))}${random.id()}&user=${encoded(random.pick(TEXTS))}`;
      const {status, text} = await random.pick([
        () => put(random.pick(PATHS), value),
        () => put(`/im-accounts/${encoded(`x${random.pick(TEXTS)}`)}`, value),
        () => rest.get('root', `/calls?${random.chance(0.3) ? query : query.slice(query.indexOf('before'))}`),
      ])();
      statuses.add(status);
      assert([200, 400, 409, 413].includes(status), `${status} ${text} ${query} ${asJson(value).slice(0, 3000)}`);
    }
    assert(statuses.size >= 3);
    for (const path of PATHS) assert.equal((await rest.get('root', path)).status, 200);
    await rest.close();
    await callLog.close();
  });

  test('whatever is relayed, the log throws nothing, loses nothing, and shows nobody a call of others', async () => {
    const random = createRandom(seed);
    const callLog = createCallLog(database(), createTestLog().log);
    const users = ['alice', 'bob', ...TEXTS];
    const ids = [random.id(), random.id(), 'x', '\0'];
    for (let round = 0; round < 3000; round += 1) {
      const id = random.pick(users);
      const message = {
        ...{v: 1, call: random.pick(ids), from: {user: random.pick(users), endpoint: random.pick(users)}, to: {user: 'bob'}, seq: 0, ack: 0},
        ...{type: random.pick(['ring', 'accept', 'end', 'offer', '__proto__']), body: random.chance(0.5) ? {} : randomValue(random)},
      };
      callLog.observe({
        sender: {id, name: '', avatar: '', isAdmin: false, expiresAt: 0},
        to: random.pick(users),
        message: random.chance(0.8) ? message : randomValue(random),
      });
    }
    await callLog.settled();
    assert.equal(callLog.lost, 0);
    for (const user of ['alice', 'bob', 'peerjs']) {
      const {calls} = await callLog.page({user, limit: 100});
      assert(calls.length > 0 && calls.every(({caller, callee}) => caller === user || callee === user));
    }
    await callLog.close();
  });
});
