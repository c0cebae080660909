import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {serveApp} from './helpers/serve-app.js';
import type {ServedApp} from './helpers/serve-app.js';

let served: ServedApp | undefined;

const serve = async (config = {}): Promise<ServedApp> => (served = await serveApp(config));

afterEach(async () => {
  await served?.close();
});

const ready = async ({url}: ServedApp) => {
  const response = await fetch(`${url}/ready`);
  return [response.status, await response.json()] as const;
};

describe('the server’s health', () => {
  it('is ready when it runs and all checks are right', async () => {
    const server = await serve();
    server.health.add('database', async () => [{one: 1}]);
    server.health.add('other nodes', () => true);
    assert.deepEqual(await ready(server), [200, {ready: true}]);
  });

  for (const phase of ['starting', 'shutting-down'] as const) {
    it(`is alive but not ready while it is ${phase}, and answers nothing else`, async () => {
      const server = await serve();
      server.health.phase = phase;
      const [status, {code}] = await ready(server);
      assert.deepEqual([status, code], [503, phase]);
      assert.equal((await fetch(`${server.url}/health`)).status, 200);
      const other = await fetch(`${server.url}/session`);
      assert.deepEqual([other.status, other.headers.get('retry-after'), (await other.json()).code], [503, '1', phase]);
    });
  }

  for (const [title, check] of [
    ['says no', () => false],
    ['throws', () => assert.fail('no database here')],
    ['rejects', () => Promise.reject(new Error('no database here'))],
    ['never answers', () => new Promise(() => undefined)],
  ] as const) {
    it(`is ready when a check ${title}, since other nodes miss the same, and says which`, async () => {
      const server = await serve();
      server.health.add('database', check);
      server.health.add('other nodes', () => true);
      assert.deepEqual(await ready(server), [200, {ready: true, missing: ['database']}]);
    });
  }

  it('asks the database once, however many ask', async () => {
    const server = await serve();
    let asked = 0;
    server.health.add('database', () => (asked += 1));
    await Promise.all(Array.from({length: 20}, () => ready(server)));
    assert.equal(asked, 1);
  });
});

describe('the metrics', () => {
  it('are for this machine, and say what was counted', async () => {
    const server = await serve();
    server.metrics.count('things_total', {kind: 'odd'});
    server.metrics.count('things_total', {kind: 'odd'});
    server.metrics.gauge('people', () => 7);
    server.metrics.total('losses_total', () => 3);
    await server.metrics.text();
    server.metrics.time('work_seconds', 0.2);
    await (await fetch(`${server.url}/users/alice`)).text();
    const response = await fetch(`${server.url}/metrics`);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
    const text = await response.text();
    assert.match(text, /^call_elements_things_total\{kind="odd"\} 2$/m);
    assert.match(text, /^call_elements_people 7$/m);
    assert.match(text, /^# TYPE call_elements_losses_total counter\ncall_elements_losses_total 3$/m);
    assert.match(text, /^call_elements_work_seconds_count 1$/m);
    assert.match(text, /^call_elements_http_request_seconds_count\{method="GET",route="none",status="404"\} 1$/m);
    assert.match(text, /^process_resident_memory_bytes \d/m);
    assert.doesNotMatch(text, /alice/);
  });

  for (const [title, headers, status] of [
    ['what a proxy on this machine passes on', {'X-Forwarded-For': '127.0.0.1'}, 403],
    ['the wrong token from elsewhere', {'Via': '1.1 proxy', 'Authorization': 'Bearer wrong'}, 403],
    ['the token from elsewhere', {'Via': '1.1 proxy', 'Authorization': 'Bearer sixteen-letters-'}, 200],
  ] as const) {
    it(`answer ${status} to ${title}`, async () => {
      const {url} = await serve({metricsToken: 'sixteen-letters-'});
      assert.equal((await fetch(`${url}/metrics`, {headers})).status, status);
    });
  }

  it('are for no one elsewhere without a token in the configuration', async () => {
    const {url} = await serve();
    const response = await fetch(`${url}/metrics`, {headers: {Via: '1.1 proxy', Authorization: 'Bearer undefined'}});
    assert.equal((await response.json()).code, 'metrics-forbidden');
  });
});
