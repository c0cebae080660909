import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {createCallServer} from '../src/call-server.js';
import type {CallServer, CallServerOptions} from '../src/call-server.js';
import {readConfig} from '../src/config/read-config.js';
import {createTestLog} from './helpers/test-log.js';
import {knock, PipeClient} from './helpers/pipe-client.js';
import {SECRET, sign, TOKENS} from './helpers/sign.js';

let open: CallServer[] = [];

afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  open = [];
});

const ENVIRONMENT = {TOKEN_SECRET: SECRET, TOKEN_ISSUER: TOKENS.issuer, PORT: '0'};

const serve = async (env: NodeJS.ProcessEnv = {}, options: Partial<CallServerOptions> = {}) => {
  const config = {...readConfig({...ENVIRONMENT, ...env}), database: {}};
  const {log, lines} = createTestLog();
  const server = await createCallServer({config, log, ...options});
  open.push(server);
  return {...server, lines};
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
];

describe('the whole server', () => {
  it('answers at each endpoint to whom it is for', async () => {
    const {url} = await serve({ICE_SERVERS: '[{"urls":"stun:stun.example.org"}]'});
    for (const [who, method, path, body, status, content] of ENDPOINTS) {
      const response = await ask(url, who, method, path, body);
      const text = await response.text();
      assert.deepEqual([who, path, response.status], [who, path, status], text);
      assert.match(text, content, path);
    }
  });

  it('carries a message from one user to another, and says from whom it really is', async () => {
    const server = await serve();
    const bob = await PipeClient.open(server, 'bob');
    const alice = await PipeClient.open(server, 'alice', {token: await sign(TOKENS_OF.alice)});
    const call = alice.write('bob', 'ring');
    const {payload} = await bob.about(call);
    assert.deepEqual(payload?.metadata?.sender, {user: 'alice', name: 'Alice Martin', avatar: ''});
  });

  it('serves below its base path', async () => {
    const {url} = await serve({BASE_PATH: '/calls/'});
    assert.match(url, /\/calls\/$/);
    assert.equal((await ask(url, 'alice', 'GET', 'session')).status, 200);
    assert.equal((await fetch(new URL('/session', url))).status, 404);
  });

  it('asks the permissions that it was given who may call whom', async () => {
    const asked = new Promise<unknown>((resolve) => {
      const mayCall = ({id}: {id: string}, to: string): boolean => {
        resolve([id, to]);
        return false;
      };
      void serve({}, {permissions: {mayCall}}).then(async (server) => {
        const alice = await PipeClient.open(server, 'alice');
        alice.write('bob', 'ring');
      });
    });
    assert.deepEqual(await asked, ['alice', 'bob']);
  });

  it('serves pages beside its endpoints', async () => {
    const {url} = await serve({}, {addPages: (app) => app.get('/', (_, response) => void response.send('<p>Hello</p>'))});
    assert.equal(await (await fetch(url)).text(), '<p>Hello</p>');
    assert.equal((await fetch(`${url}health`)).status, 200);
  });

  it('writes no name, token or address into its log', async () => {
    const {url, lines, ...server} = await serve();
    await ask(url, 'alice', 'GET', 'session');
    await ask(url, 'nobody', 'GET', 'users/alice');
    const alice = await PipeClient.open(server, 'alice', {token: await sign(TOKENS_OF.alice)});
    await alice.close();
    await server.close();
    assert.doesNotMatch(JSON.stringify(lines.items), /alice|eyJ|127\.0\.0\.1/i);
  });
});

describe('a server that shuts down', () => {
  it('tells sockets to come back, and is gone', async () => {
    const server = await serve();
    const alice = await PipeClient.open(server, 'alice');
    await Promise.all([server.close(), server.close()]);
    assert.equal(await alice.closed, 1012);
    await assert.rejects(fetch(`${server.url}health`));
    await assert.rejects(knock(server, 'alice'));
  });

  it('lets a request end that has begun, and ends streams', async () => {
    let finish = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const server = await serve(
      {},
      {
        addPages: (app) =>
          app
            .get('/slow', async (_, response) => {
              response.write('half, ');
              await begun;
              response.end('whole');
            })
            .get('/stream', (_, response) => void response.type('text/event-stream').write(': hello\n\n')),
      },
    );
    const slow = await fetch(`${server.url}slow`);
    const stream = await fetch(`${server.url}stream`);
    const closed = server.close();
    assert.equal(await stream.text(), ': hello\n\n');
    finish();
    assert.equal(await slow.text(), 'half, whole');
    await closed;
  });

  it('can start again on the same port', async () => {
    const first = await serve();
    await first.close();
    const second = await serve({PORT: String(first.port)});
    assert.equal(second.port, first.port);
  });
});
