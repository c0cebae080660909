import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createLog} from '../src/log.js';
import type {Log} from '../src/log.js';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl';
const SDP = 'v=0\r\no=- 1 1 IN IP4 192.0.2.7\r\na=ice-pwd:hushhush';
const PRIVATE = /Alice|eyJ|192\.0\.2|2001:db8|hush|v=0|candidate|f81d4fae\.local|portal\.example/i;

const logged = (write: (log: Log) => void): string => {
  let lines = '';
  write(createLog('debug', {write: (line) => (lines += line)}));
  return lines;
};

const hostile = (): Record<string, unknown> => {
  const error = Object.assign(new Error(`Alice ${JWT}\n    at Alice (/hush.js:1:1)`, {cause: new TypeError(SDP)}), {
    detail: 'Key (name)=(Alice)',
    address: '192.0.2.7',
    headers: {authorization: `Bearer ${JWT}`},
  });
  const object: Record<string, unknown> = {
    user: 'Alice',
    name: 'Alice Martin',
    token: JWT,
    msg: 'Alice',
    level: 'Alice',
    time: 'Alice',
    nested: {deep: [{credential: 'hush', sdp: SDP}]},
    code: {name: 'Alice'},
    reason: `refused ${JWT}`,
    source: 'postgres://calls:hush@192.0.2.7/calls',
    state: 'candidate:1 1 udp 2122 f81d4fae.local 5000',
    subject: 'hushhushhushhushhushhushhush',
    route: 'alice@portal.example',
    error,
    toJSON: () => ({name: 'Alice'}),
    ['Alice']: 1,
  };
  object['self'] = object;
  return object;
};

describe('the log', () => {
  it('says what happened, as one line of JSON', () => {
    const line = logged((log) => log.warn({code: 'nats-lost', ms: 12}, 'NATS cannot be reached.'));
    const {time, ...rest} = JSON.parse(line);
    assert.deepEqual(rest, {level: 'warn', code: 'nats-lost', ms: 12, msg: 'NATS cannot be reached.'});
    assert.match(time, /^20\d\d-.*Z$/);
  });

  for (const [title, write] of [
    ['a hostile object', (log) => log.error(hostile(), 'It failed.')],
    ['a hostile object without a sentence', (log) => log.error(hostile())],
    ['an error alone', (log) => log.error(hostile()['error'])],
    ['a child with hostile fields', (log) => log.child({user: 'Alice', token: JWT, nested: hostile()}).info('It began.')],
    ['arguments for the sentence', (log) => Reflect.apply(log.info, log, ['%s is here', 'Alice', {name: 'Alice'}])],
    ['an object and arguments', (log) => Reflect.apply(log.info, log, [{}, '%o', hostile()])],
    ['a sentence with a token', (log) => log.info(`Refused ${JWT}`)],
    ['a sentence with a header', (log) => log.info('Authorization: Bearer hushhush')],
    ['a sentence with addresses', (log) => log.info('From [2001:db8::7]:5000, 192.0.2.7:80 and ::ffff:192.0.2.7')],
    ['a sentence with a description', (log) => log.info(`Got ${SDP}`)],
    ['an error thrown as text', (log) => log.error({error: `Alice ${JWT}`}, 'It failed.')],
    ['an error that is none', (log) => log.error({error: {message: 'Alice', stack: JWT}}, 'It failed.')],
  ] as const satisfies readonly (readonly [string, (log: Log) => void])[]) {
    it(`lets nothing private out of ${title}`, () => {
      const lines = logged(write);
      assert.match(lines, /^\{.*\}\n$/);
      assert.doesNotMatch(lines, PRIVATE);
    });
  }

  it('keeps of an error what finds the fault: type, code, places and causes', () => {
    const cause = Object.assign(new RangeError('Alice'), {code: 'ECONNREFUSED'});
    const {error} = JSON.parse(logged((log) => log.error({error: new TypeError('Alice', {cause})}, 'It failed.')));
    assert.equal(error.type, 'TypeError');
    assert.match(error.at[0], /log\.test\.ts:\d+:\d+/);
    assert.deepEqual([error.cause.type, error.cause.code], ['RangeError', 'ECONNREFUSED']);
  });

  it('leaves the id of a call alone', () => {
    const reference = '3f0c7f5e-2a53-4b0e-9a3f-0d6c3c1f7a11';
    assert.match(logged((log) => log.info({reference}, 'It ended.')), new RegExp(reference));
  });

  it('says nothing below its level', () => {
    let lines = '';
    createLog('warn', {write: (line) => (lines += line)}).info('It began.');
    assert.equal(lines, '');
  });
});
