import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {after, before, describe, it} from 'node:test';
import {createCallServer} from '../src/call-server.js';
import type {CallServer, CallServerOptions} from '../src/call-server.js';
import {readConfig} from '../src/config/read-config.js';
import {createTestLog} from './helpers/test-log.js';
import {PipeClient} from './helpers/pipe-client.js';
import {exchange} from './helpers/raw-exchange.js';
import {SECRET, sign, TOKENS} from './helpers/sign.js';

const {log, lines} = createTestLog();

const serve = (options: Partial<CallServerOptions> = {}): Promise<CallServer> => {
  const env = {TOKEN_SECRET: SECRET, TOKEN_ISSUER: TOKENS.issuer, PORT: '0', ICE_SERVERS: '[{"urls":"stun:stun.example.org"}]'};
  return createCallServer({config: {...readConfig(env), database: {}}, log, ...options});
};

const TOKENS_OF = {
  nobody: undefined,
  alice: {sub: 'alice', name: 'Alice Martin'},
  root: {sub: 'root', admin: true},
};
type Who = keyof typeof TOKENS_OF;

const ask = async (url: string, who: Who, method: string, path: string, body?: object) => {
  const claims = TOKENS_OF[who];
  return fetch(url + path, {
    method,
    headers: {'Content-Type': 'application/json', ...(claims && {Authorization: `Bearer ${await sign(claims)}`})},
    ...(body && {body: JSON.stringify(body)}),
  });
};

/** Every endpoint: who asks, what, and what the answer is. */
const ENDPOINTS: readonly (readonly [Who, string, string, object | undefined, number, RegExp])[] = [
  ['nobody', 'GET', 'health', undefined, 200, /"alive":true/],
  ['nobody', 'GET', 'ready', undefined, 200, /"ready":true/],
  ['nobody', 'GET', 'metrics', undefined, 200, /^call_elements_signalling_connections 0$/m],
  ['nobody', 'GET', 'session', undefined, 401, /token-missing/],
  ['alice', 'GET', 'session', undefined, 200, /"name":"Alice Martin"/],
  ['alice', 'GET', 'ice', undefined, 200, /"urls":"stun:stun\.example\.org"/],
  ['alice', 'GET', 'ice/status', undefined, 403, /not-admin/],
  ['root', 'GET', 'ice/status', undefined, 200, /"source":"list"/],
  ['root', 'POST', 'settings/twilio/test', {}, 200, /"ok":false/],
  ['alice', 'GET', 'settings/connectors', undefined, 200, /^\{"version":0,"value":\[\]\}$/],
  ['alice', 'GET', 'settings/policy', undefined, 200, /"mayCall":"everyone"/],
  ['alice', 'GET', 'settings/ice-servers', undefined, 403, /not-admin/],
  ['root', 'GET', 'settings/ice-servers', undefined, 200, /"version":0/],
  ['root', 'GET', 'settings/twilio', undefined, 200, /"hasAuthToken":false/],
  ['alice', 'PUT', 'settings/connectors', {version: 0, value: []}, 403, /not-admin/],
  ['root', 'PUT', 'settings/connectors', {version: 0, value: [{name: 'peerjs'}]}, 200, /"version":1/],
  ['root', 'PUT', 'settings/connectors', {version: 0, value: []}, 409, /"code":"conflict"/],
  ['alice', 'PUT', 'im-accounts/alice', {version: 0, value: [{type: 'skype', id: 'alice.m'}]}, 200, /"version":1/],
  ['alice', 'GET', 'im-accounts/alice', undefined, 200, /alice\.m/],
  ['alice', 'GET', 'im-accounts/bob', undefined, 200, /"value":\[\]/],
  ['alice', 'PUT', 'im-accounts/bob', {version: 0, value: []}, 403, /not-yours/],
  ['root', 'GET', 'im-accounts/alice', undefined, 200, /alice\.m/],
  ['alice', 'GET', 'calls', undefined, 200, /"calls":\[\]/],
  ['alice', 'GET', 'calls?user=bob', undefined, 403, /not-yours/],
  ['nobody', 'GET', 'events?user=bob', undefined, 401, /token-missing/],
  ['root', 'DELETE', 'settings/policy', undefined, 404, /not-found/],
];

describe('the whole server', () => {
  const asked: unknown[] = [];
  let server: CallServer;

  before(async () => {
    server = await serve({
      permissions: {
        mayCall({id}, to) {
          asked.push([id, to]);
          return to !== 'dave';
        },
      },
      addPages: (app) => app.get('/', (_, response) => void response.send('<p>Hello</p>')),
    });
  });

  after(() => server.close());

  for (const [who, method, path, body, status, content] of ENDPOINTS) {
    it(`answers ${status} when ${who} asks ${method} ${path}`, async () => {
      const response = await ask(server.url, who, method, path, body);
      const text = await response.text();
      assert.equal(response.status, status, text);
      assert.match(text, content);
      // Answers have credentials and people in them.
      assert.match(response.headers.get('cache-control') ?? '', /no-store/);
    });
  }

  it('serves pages beside its endpoints', async () => {
    assert.equal(await (await fetch(server.url)).text(), '<p>Hello</p>');
  });

  it('refuses a target that is no address', async () => {
    const bytes = 'GET http://[::/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    const answer = await exchange(server.port, {bytes, isWhole: true}, () => false);
    assert.match(answer, /^HTTP\/1\.1 400 [^]*\{"code":"request-invalid",/);
  });

  it('carries a message from one user to another, and says from whom it really is', async () => {
    const bob = await PipeClient.open(server, 'bob');
    const alice = await PipeClient.open(server, 'alice', {token: await sign(TOKENS_OF.alice)});
    const call = alice.write('bob', 'ring');
    const {payload} = await bob.about(call);
    assert.deepEqual(payload?.metadata?.sender, {user: 'alice', name: 'Alice Martin', avatar: ''});
    await Promise.all([alice.close(), bob.close()]);
  });

  it('asks who may call whom', async () => {
    const dave = await PipeClient.open(server, 'dave');
    const alice = await PipeClient.open(server, 'alice');
    alice.write('dave', 'ring');
    await alice.echo();
    await dave.echo();
    assert.deepEqual(asked.at(-1), ['alice', 'dave']);
    assert.deepEqual(dave.heard, []);
    await Promise.all([alice.close(), dave.close()]);
  });

  it('tells pages how others are, and what administrators changed', async () => {
    const events = await ask(server.url, 'alice', 'GET', 'events?user=carol');
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const heard = async (expected: string): Promise<void> => {
      while (!text.includes(expected)) {
        const {value, done} = await reader.read();
        if (done) assert.fail(`The stream ended after ${text}`);
        text += value;
      }
      text = text.slice(text.indexOf(expected) + expected.length);
    };
    await heard('"user":"carol","presence":"offline"');
    const carol = await PipeClient.open(server, 'carol');
    await carol.echo({presence: {status: 'away', inCall: false}});
    await heard('"user":"carol","presence":"away"');
    await ask(server.url, 'root', 'PUT', 'settings/policy', {version: 0, value: {ringTimeout: 30}});
    await heard('"name":"policy","version":1');
    await carol.close();
    await reader.cancel();
  });

  it('wrote no name, token or address into its log', () => {
    assert.match(JSON.stringify(lines.items), /The server is ready/);
    assert.doesNotMatch(JSON.stringify(lines.items), /alice|carol|eyJ|127\.0\.0\.1/i);
  });
});

describe('a server that shuts down', () => {
  it('tells sockets to come back, ends streams, lets requests end, and is gone', async () => {
    const gate = new EventEmitter();
    const server = await serve({
      addPages: (app) =>
        app
          .get('/slow', async (_, response) => {
            response.write('half, ');
            await once(gate, 'open');
            response.end('whole');
          })
          .get('/stream', (_, response) => void response.type('text/event-stream').write(': hello\n\n')),
    });
    const alice = await PipeClient.open(server, 'alice');
    const slow = await fetch(`${server.url}slow`);
    const stream = await fetch(`${server.url}stream`);
    const closed = Promise.all([server.close(), server.close()]);
    assert.equal(await alice.closed, 1012);
    assert.equal(await stream.text(), ': hello\n\n');
    gate.emit('open');
    assert.equal(await slow.text(), 'half, whole');
    await closed;
    await assert.rejects(fetch(`${server.url}health`));
  });
});
