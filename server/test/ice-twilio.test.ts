import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {askTwilio} from '../src/ice/ask-twilio.js';
import {createIceService} from '../src/ice/create-ice-service.js';
import type {IceSourceName} from '../src/ice/ice-answer.js';
import {createMetrics} from '../src/metrics.js';
import {NOTHING_SAVED} from './helpers/nothing-saved.js';
import {openLog} from './helpers/open-log.js';
import {ACCOUNT_SID, AUTH_TOKEN, TWILIO_SERVERS, openTwilio, refusal, send, token} from './helpers/twilio-stand-in.js';
import type {Behaviour} from './helpers/twilio-stand-in.js';

const alice = {id: 'alice', name: 'Alice', avatar: '', isAdmin: false, expiresAt: Infinity};
const admin = {...alice, id: 'root', isAdmin: true};
const turn = {urls: ['turn:turn.example.org:3478'], secret: 'north-of-the-wall', ttl: 600};
const list = [{urls: 'stun:stun.example.org:3478', enabled: true}];

const late =
  (milliseconds: number, then: Behaviour): Behaviour =>
  (response, ttl) => {
    const timer = setTimeout(() => then(response, ttl), milliseconds);
    response.on('close', () => clearTimeout(timer));
  };
const good: Behaviour = (response, ttl) => send(201, token(ttl))(response, ttl);
const never: Behaviour = () => undefined;
const cut: Behaviour = (response) => {
  response.writeHead(201, {'content-type': 'application/json', 'content-length': 1000});
  response.write('{"ice_servers": [', () => response.destroy());
};
const trickle: Behaviour = (response) => {
  response.writeHead(201, {'content-type': 'application/json'});
  const timer = setInterval(() => response.write(' '), 100);
  response.on('close', () => clearInterval(timer));
};

const CASES: [title: string, behaviour: Behaviour | 'closed', source: IceSourceName, code?: string][] = [
  ['201, a token', good, 'twilio'],
  ['201 after 0.5 s', late(500, good), 'twilio'],
  ['401, refused', refusal(401, 20003), 'coturn', 'twilio-refused'],
  ['403, suspended', refusal(403, 20005), 'coturn', 'twilio-refused'],
  ['404, no such account', refusal(404, 20404), 'coturn', 'twilio-refused'],
  ['429, too many', refusal(429, 20429), 'coturn', 'twilio-limited'],
  ['500', refusal(500, 20500), 'coturn', 'twilio-failed'],
  ['503, a page', send(503, '<h1>down</h1>', 'text/html'), 'coturn', 'twilio-failed'],
  ['200, a page of a proxy', send(200, '<h1>sign in</h1>', 'text/html'), 'coturn', 'twilio-garbage'],
  ['201, nothing', send(201, ''), 'coturn', 'twilio-garbage'],
  ['201, another JSON', send(201, {hello: ACCOUNT_SID}), 'coturn', 'twilio-garbage'],
  ['201, half a JSON', send(201, '{"ice_servers": ['), 'coturn', 'twilio-garbage'],
  ['201, no servers', send(201, {...token('600'), ice_servers: []}), 'coturn', 'twilio-garbage'],
  ['201, a server that is none', send(201, {...token('600'), ice_servers: [{urls: 'javascript:1'}]}), 'coturn', 'twilio-garbage'],
  ['201, no ttl', send(201, token(undefined)), 'coturn', 'twilio-garbage'],
  ['301, elsewhere', (response) => response.writeHead(301, {location: 'http://127.0.0.1:9/'}).end(), 'coturn', 'twilio-garbage'],
  ['201 after 5 s', late(5000, good), 'coturn', 'timeout'],
  ['never', never, 'coturn', 'timeout'],
  ['a byte now and then', trickle, 'coturn', 'timeout'],
  ['cut in mid-answer', cut, 'coturn', 'unreachable'],
  ['cut before the answer', (response) => response.destroy(), 'coturn', 'unreachable'],
  ['connection refused', 'closed', 'coturn', 'unreachable'],
];

describe('the servers that are given, whatever Twilio does', {concurrency: 4}, () => {
  const table = new Array<string>(CASES.length);
  // What loads with the first question is no part of any answer's time.
  before(async () => {
    const stand = await openTwilio();
    await askTwilio({accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN}, stand.httpClient);
    await stand.close();
  });
  after(() => console.log(`\nTwilio answers               source   ms    told to administrators\n${table.join('\n')}\n`));

  for (const [index, [title, behaviour, source, code]] of CASES.entries()) {
    it(`${title}: ${source}${code ? `, ${code}` : ''}`, async (test) => {
      const stand = await openTwilio();
      const {log, lines} = openLog();
      const config = {twilio: {accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN}, turn, iceServers: list};
      const ice = createIceService({config, settings: NOTHING_SAVED, log, metrics: createMetrics(), httpClient: stand.httpClient});
      test.after(() => Promise.all([ice.close(), stand.close()]));
      if (behaviour === 'closed') await stand.close();
      else stand.behave(behaviour);

      const startedAt = performance.now();
      const answer = await ice.answer(admin);
      const ms = performance.now() - startedAt;
      const others = await ice.answer(alice);
      const status = await ice.status();
      const tested = await ice.testTwilio();

      assert.equal(answer.source, source);
      assert.ok(ms < 2000, `a browser waits two seconds; this took ${ms} ms`);
      assert.equal(answer.failures?.[0]?.code, code);
      assert.equal(others.source, source);
      assert.ok(!('failures' in others), 'why is told to administrators only');
      assert.equal(status.source, source);
      assert.equal(status.sources[0]?.code, code);
      assert.equal(tested.ok ? undefined : tested.code, code);
      if (source === 'twilio') assert.deepEqual(answer.iceServers, TWILIO_SERVERS);
      const said = [JSON.stringify([answer, others, status, tested]), ...lines].join('\n');
      for (const secret of [ACCOUNT_SID, AUTH_TOKEN, turn.secret, 'alice']) assert.ok(!said.includes(secret), `says ${secret}`);
      const told = answer.failures?.map((failure) => `${failure.code}: ${failure.message}`).join(' ') || '–';
      table[index] = `${title.padEnd(28)} ${answer.source.padEnd(8)} ${ms.toFixed(0).padStart(4)}  ${told}`;
    });
  }
});
