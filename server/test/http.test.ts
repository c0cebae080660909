import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {ApiError} from '../src/http/api-error.js';
import {createGuards} from '../src/http/create-guards.js';
import {userOf} from '../src/http/guards.js';
import {RefusedError} from '../src/identity/identity.js';
import {serveApp} from './helpers/serve-app.js';
import type {ServedApp} from './helpers/serve-app.js';

let open: ServedApp[] = [];

afterEach(async () => {
  await Promise.all(open.map((served) => served.close()));
  open = [];
});

/** Tokens are names here; what a real token must be is the identity's own tests' affair. */
const identity = {
  async verify(token: string | undefined) {
    if (!token) throw new RefusedError('token-missing');
    if (token === 'old') throw new RefusedError('token-expired');
    if (token === 'odd') throw new TypeError('alice is odd');
    return {id: token, name: token, avatar: '', isAdmin: token === 'admin', expiresAt: 0};
  },
};

const serve = async (config = {}, requestsPerMinute = 100): Promise<ServedApp> => {
  const served = await serveApp(config);
  open.push(served);
  const guards = createGuards({identity, requestsPerMinute});
  served.endpoints
    .get('/me', guards.user, (_, response) => void response.json(userOf(response)))
    .get('/admin', guards.admin, (_, response) => void response.json({}))
    .post('/echo', ({body}, response) => void response.json(body))
    .get('/conflict', () => {
      throw new ApiError(409, 'conflict', 'Somebody was faster.', {yours: 1, theirs: 2});
    })
    .get('/of/:user', (_, response) => void response.json({}))
    .get('/broken', () => {
      throw new Error('alice: secret');
    })
    .get('/half', (_, response) => {
      response.write('half');
      throw new Error('too late');
    });
  return served;
};

const as = (token: string, headers = {}) => ({headers: {Authorization: `Bearer ${token}`, ...headers}});
const post = (body: string, type = 'application/json') => ({method: 'POST', body, headers: {'Content-Type': type}});
const answer = async (response: Response) => [response.status, await response.json()] as const;

describe('a guard', () => {
  it('lets in whom the token names, and tells the endpoint', async () => {
    const {url} = await serve();
    const [status, user] = await answer(await fetch(`${url}/me`, as('alice')));
    assert.deepEqual([status, user.id], [200, 'alice']);
  });

  for (const [title, path, init, status, code] of [
    ['nobody', '/me', {}, 401, 'token-missing'],
    ['a password instead of a token', '/me', {headers: {Authorization: 'Basic YTpi'}}, 401, 'token-missing'],
    ['an old token', '/me', as('old'), 401, 'token-expired'],
    ['a user where administrators are asked for', '/admin', as('alice'), 403, 'not-admin'],
    ['nobody where administrators are asked for', '/admin', {}, 401, 'token-missing'],
  ] as const) {
    it(`refuses ${title} with ${code} and a way out`, async () => {
      const {url} = await serve();
      const response = await fetch(url + path, init);
      assert.equal(response.headers.get('www-authenticate'), status === 401 ? 'Bearer' : null);
      const [actual, body] = await answer(response);
      assert.deepEqual([actual, body.code], [status, code]);
      assert.match(body.message, /^[A-Z].+: .+\.$/);
    });
  }

  it('lets administrators in', async () => {
    const {url} = await serve();
    assert.equal((await fetch(`${url}/admin`, as('admin'))).status, 200);
  });

  it('limits one person, but nobody else at the same address', async () => {
    const {url} = await serve({}, 2);
    for (const expected of [200, 200, 429]) assert.equal((await fetch(`${url}/me`, as('alice'))).status, expected);
    const refused = await fetch(`${url}/me`, as('alice'));
    assert.match(refused.headers.get('retry-after') ?? '', /^[1-9]\d?$/);
    const {code, retryAfter} = await refused.json();
    assert.deepEqual([code, typeof retryAfter], ['too-many-requests', 'number']);
    assert.equal((await fetch(`${url}/me`, as('bob'))).status, 200);
  });

  it('limits strangers by address, as the trusted proxy tells it', async () => {
    const {url} = await serve({trustProxy: 1}, 1);
    const from = (address: string) => fetch(`${url}/me`, as('old', {'X-Forwarded-For': `192.0.2.99, ${address}`}));
    for (const [address, expected] of [
      ['192.0.2.1', 401],
      ['192.0.2.1', 429],
      ['192.0.2.2', 401],
      ['2001:db8:0:1::1', 401],
      ['2001:db8:0:1:ffff::2', 429],
      ['2001:db8:0:2::1', 401],
    ] as const) {
      assert.equal((await from(address)).status, expected, address);
    }
  });

  it('does not believe an address that a stranger writes', async () => {
    const {url} = await serve({}, 1);
    const from = (address: string) => fetch(`${url}/me`, as('old', {'X-Forwarded-For': address}));
    assert.equal((await from('192.0.2.1')).status, 401);
    assert.equal((await from('192.0.2.2')).status, 429);
  });
});

describe('an answer', () => {
  for (const [title, path, init, status, code] of [
    ['an address that is not there', '/none', {}, 404, 'not-found'],
    ['an address that cannot be read', '/of/%E0%A4%A', {}, 400, 'request-invalid'],
    ['a body that is no JSON', '/echo', post('{"a":'), 400, 'body-invalid'],
    ['a body that is a word', '/echo', post('"a"'), 400, 'body-invalid'],
    ['a body in a strange alphabet', '/echo', post('{}', 'application/json; charset=x'), 400, 'body-invalid'],
    ['a body that is too large', '/echo', post(JSON.stringify('a'.repeat(65_536))), 413, 'body-too-large'],
    ['what an endpoint says', '/conflict', {}, 409, 'conflict'],
    ['a fault of ours', '/broken', {}, 500, 'internal'],
    ['a fault while a token is looked at', '/me', as('odd'), 500, 'internal'],
  ] as const) {
    it(`to ${title} is ${status} ${code} in JSON, and shows nothing of the inside`, async () => {
      const {url} = await serve();
      const [actual, body] = await answer(await fetch(url + path, init));
      assert.deepEqual([actual, body.code], [status, code]);
      assert.equal(typeof body.message, 'string');
      assert.doesNotMatch(JSON.stringify(body), /alice|secret|node_modules|\.ts|SyntaxError/);
    });
  }

  it('has the details of an error in it', async () => {
    const {url} = await serve();
    const body = await (await fetch(`${url}/conflict`)).json();
    assert.deepEqual(body, {code: 'conflict', message: 'Somebody was faster.', yours: 1, theirs: 2});
  });

  it('to a fault of ours has a reference that is found in the log', async () => {
    const {url, lines} = await serve();
    const {reference} = await (await fetch(`${url}/broken`)).json();
    const line = await lines.find((entry) => entry.code === 'internal');
    assert.equal((line as {reference?: string}).reference, reference);
  });

  it('that fails after it has begun is cut off', async () => {
    const {url} = await serve();
    await assert.rejects(fetch(`${url}/half`).then((response) => response.text()));
  });

  it('tells browsers to keep and to guess nothing', async () => {
    const {headers} = await fetch(`${(await serve()).url}/me`);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(headers.get('x-powered-by'), null);
  });

  it('stands below the base path only', async () => {
    const {url} = await serve({basePath: '/calls/'});
    assert.equal((await fetch(`${url}/calls/me`, as('alice'))).status, 200);
    assert.equal((await fetch(`${url}/me`, as('alice'))).status, 404);
  });
});

describe('a page of another origin', () => {
  const ask = (url: string, origin: string) =>
    fetch(`${url}/me`, {
      method: 'OPTIONS',
      headers: {'Origin': origin, 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'authorization'},
    });

  it('may use the server when it is listed', async () => {
    const {url} = await serve({origins: ['https://portal.example']});
    const {headers} = await ask(url, 'https://portal.example');
    assert.equal(headers.get('access-control-allow-origin'), 'https://portal.example');
    assert.match(headers.get('access-control-allow-headers') ?? '', /Authorization/);
    assert.match(headers.get('access-control-allow-methods') ?? '', /PUT/);
    assert.equal(headers.get('access-control-allow-credentials'), null);
    assert.match(headers.get('vary') ?? '', /Origin/);
  });

  it('may not when it is not listed, however alike', async () => {
    const {url} = await serve({origins: ['https://portal.example']});
    for (const origin of ['https://portal.example.evil', 'http://portal.example', 'https://portal.example:444', 'null']) {
      assert.equal((await ask(url, origin)).headers.get('access-control-allow-origin'), null, origin);
    }
    assert.equal((await ask((await serve()).url, 'https://portal.example')).headers.get('access-control-allow-origin'), null);
  });

  it('may when all are let in', async () => {
    const {url} = await serve({origins: ['*']});
    assert.equal((await ask(url, 'https://any.example')).headers.get('access-control-allow-origin'), '*');
  });
});
