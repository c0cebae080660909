import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {inspect} from 'node:util';
import {describe, it} from 'node:test';
import {createHttpRpc} from '../../src/connectors/odoo/http-rpc.js';
import {rpcError} from '../../src/connectors/odoo/rpc-error.js';
import {CallError} from '../../src/types/call-error.js';
import type {CallErrorCode} from '../../src/types/call-error.js';

const FRAMES = new URL('./frames/', import.meta.url);

interface Frame {
  readonly response: {readonly status: number; readonly body: unknown};
}

/** What a live Odoo 18 answered, by the number of the frame: what the caller is to make of it. */
const REFUSALS: Readonly<Record<string, CallErrorCode>> = {
  '02': 'call-refused',
  12: 'call-refused',
  13: 'call-refused',
  14: 'connector-failed',
  15: 'connector-failed',
  17: 'call-refused',
  18: 'connector-failed',
  19: 'signaling-refused',
  20: 'connector-failed',
  21: 'connector-failed',
  22: 'connector-failed',
};
const RESULTS: Readonly<Record<string, unknown>> = {
  '06': {call_id: 'call-21', session_id: 21, caller_id: 6, caller_name: 'Alice', status: 'initiating'},
  16: [],
  // None has no result at all.
  43: undefined,
};

const answering = (status: number, body: unknown) =>
  createHttpRpc('https://odoo.example/', async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), {status}));

const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  const error: unknown = await asked.then((result) => assert.fail(`it gave ${JSON.stringify(result)}`), (reason: unknown) => reason);
  assert.ok(error instanceof CallError, String(error));
  // Neither the traceback nor the server's sentences, which quote records, get any further.
  assert.doesNotMatch(inspect({...error, cause: error.cause}), /Traceback|top-secret|invalid literal|friendly/);
  return error.code;
};

describe('What Odoo answers', () => {
  for (const name of readdirSync(FRAMES)) {
    const number = name.slice(0, 2);
    it(`frame ${name}`, async () => {
      const {response} = JSON.parse(readFileSync(new URL(name, FRAMES), 'utf8')) as Frame;
      const asked = answering(response.status, response.body)('/x', {});
      if (number in REFUSALS) assert.equal(await codeOf(asked), REFUSALS[number]);
      else assert.deepEqual(await asked, RESULTS[number]);
    });
  }

  const OTHERS: readonly (readonly [what: string, status: number, body: unknown, code: CallErrorCode])[] = [
    ['a proxy without its Odoo', 502, '<html>Bad Gateway</html>', 'signaling-lost'],
    ['a proxy that asks to sign in', 200, '<!doctype html><title>Sign in</title>', 'connector-failed'],
    ['a proxy that forbids', 403, 'Forbidden', 'signaling-refused'],
    ['two that write the same row', 200, {jsonrpc: '2.0', id: 1, error: {code: 200, data: {name: 'psycopg2.errors.SerializationFailure'}}}, 'signaling-lost'],
    ['something else', 200, {answer: 42}, 'connector-failed'],
  ];
  for (const [what, status, body, code] of OTHERS) {
    it(`${what}: ${code}`, async () => assert.equal(await codeOf(answering(status, body)('/x', {})), code));
  }

  it('no answer at all: the line is lost', async () => {
    const rpc = createHttpRpc('https://odoo.example/', () => Promise.reject(new TypeError('Failed to fetch')));
    assert.equal(await codeOf(rpc('/x', {})), 'signaling-lost');
  });

  it('what the backend’s own rpc throws is read as well', () => {
    const thrown = Object.assign(new Error('Odoo Session Expired'), {name: 'RPC_ERROR', code: 100, data: {name: 'odoo.http.SessionExpiredException', debug: 'Traceback'}});
    assert.equal(rpcError(thrown).code, 'signaling-refused');
    assert.equal(rpcError(Object.assign(new Error('lost'), {name: 'ConnectionLostError'})).code, 'signaling-lost');
  });

  it('a question is Odoo’s JSON-RPC, with the session of this origin', async () => {
    let asked: {url: string; init: RequestInit} | undefined;
    const rpc = createHttpRpc('https://odoo.example/odoo/discuss', async (url, init = {}) => {
      asked = {url: String(url), init};
      return Response.json({jsonrpc: '2.0', id: 1, result: 'yes'});
    });
    assert.equal(await rpc('/mobile_webrtc/hello', {}), 'yes');
    const {jsonrpc, method, params} = JSON.parse(String(asked?.init.body)) as Record<string, unknown>;
    assert.deepEqual([asked?.url, jsonrpc, method, params], ['https://odoo.example/mobile_webrtc/hello', '2.0', 'call', {}]);
    const {credentials, cache, headers} = asked?.init ?? {};
    assert.deepEqual([credentials, cache, headers], ['same-origin', 'no-store', {'content-type': 'application/json'}]);
  });
});
