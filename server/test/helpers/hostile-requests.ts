import type {Random} from '../../../test/helpers/random.js';
import {asJson, damaged, hostileText, mutated} from './hostile-values.js';
import type {RawRequest} from './raw-exchange.js';

const ROUTES = [
  ...['health', 'ready', 'metrics', 'session', 'ice', 'ice/status', 'events', 'calls', 'settings/twilio/test', 'peerjs', '', 'settings', 'im-accounts'],
  ...['settings/connectors', 'settings/policy', 'settings/ice-servers', 'settings/twilio', 'settings/__proto__', 'settings/constructor'],
  ...['im-accounts/mallory', 'im-accounts/anna-steady', 'im-accounts/ANNA-STEADY', 'im-accounts/anna-steady%00', 'im-accounts/%61nna-steady', 'im-accounts/anna%2dsteady/'],
];
const QUERIES = ['user=anna-steady', 'user=mallory&user=anna-steady', 'user[]=anna-steady', 'user[id]=anna-steady', 'limit=1e9', 'limit=-1', 'limit=100&user=', 'before=x', '__proto__[isAdmin]=true', 'user=%', 'token=x'];
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'CONNECT', 'get', 'X'];
const USUAL_METHODS = ['GET', 'PUT', 'POST'];
const HEADERS = [
  ...['Origin: null', 'Origin: http://evil.example', 'Origin: \xff', 'Range: bytes=0-99999999999', 'If-None-Match: *', 'Expect: 100-continue', 'Expect: more', 'Accept: application/xml'],
  ...['Content-Encoding: gzip', 'Content-Encoding: br', 'Content-Encoding: x', 'Content-Type: text/plain', 'Content-Type: application/json; charset=utf-7', 'Content-Type: multipart/form-data', 'Content-Type: \xff'],
  ...['X-HTTP-Method-Override: PUT', 'X-Forwarded-For: 1.2.3.4, x', 'X-Forwarded-Host: evil.example', 'X-Original-URL: /metrics', 'Last-Event-ID: 1', 'Cookie: a=b', 'Host: evil.example', 'Access-Control-Request-Method: PUT'],
  ...['Content-Length: 3', 'Content-Length: -1', 'Transfer-Encoding: chunked', 'Transfer-Encoding: x', 'Upgrade: h2c', `X-Long: ${'x'.repeat(10_000)}`, `X-Longer: ${'x'.repeat(20_000)}`, ' folded', 'no colon', ': nameless', 'X: \0'],
];

const VALUES: Readonly<Record<string, unknown>> = {
  'settings/connectors': [{name: 'peerjs', title: 'Calls', active: true, order: 1, settings: {colour: 'blue'}}],
  // Nothing that anybody may decide here keeps people from calling each other.
  'settings/policy': {ringWhileDoNotDisturb: true, ringTimeout: 30, ipPrivacy: 'always', callLogDays: 30},
  'settings/ice-servers': [{urls: 'turn:turn.example.org', username: 'user', credential: 'password', enabled: true}],
  // The token that is stored is left alone.
  'settings/twilio': {accountSid: `AC${'0'.repeat(32)}`, enabled: false},
  'im-accounts/mallory': [{type: 'skype', id: 'mallory.m'}],
};

const bodyOf = (random: Random, route: string): string | Buffer => {
  const value = VALUES[route] ?? random.pick(Object.values(VALUES));
  const body = {version: random.below(3), value: random.chance(0.3) ? value : mutated(random, value)};
  return random.pick([
    () => asJson(random, body),
    () => asJson(random, body),
    () => asJson(random, mutated(random, body)),
    () => damaged(random, asJson(random, body)),
    () => random.pick(['', 'null', '[]', '{}', '"x"', '\ufeff{}', '{"version":1e400}', '{"version":0,"version":1,"value":[]}', '['.repeat(30_000), 'x'.repeat(70_000)]),
  ])();
};

const targetOf = (random: Random, route: string): string => {
  const query = random.chance(0.4) ? `?${random.pick(QUERIES)}&x=${encodeURIComponent(hostileText(random).replace(/\p{Surrogate}/gu, '?'))}` : '';
  if (random.chance(0.8)) return `/${route}${query}`;
  return random.pick([
    `//${route}${query}`,
    `/./${route}/..${query}`,
    `/${route}/${random.pick(['%', '%00', '%ff', '..', '..%2f', '%2e%2e', 'x'.repeat(5000), '\xe9', ';a=b', '%F0%9F%8E%88'])}${query}`,
    `http://evil.example/${route}${query}`,
    `http://[::/${route}${query}`,
    `/${route.toUpperCase()}${query}`,
    `/${route}?${'user=x&'.repeat(random.pick([100, 1500]))}`,
    `${route}${query}`,
    '*',
    `/${route} HTTP/1.1 ${query}`,
  ]);
};

/** One request, by bytes, with this token or without any. */
export const hostileRequest = (random: Random, token: string | undefined): RawRequest => {
  const method = random.pick(random.chance(0.7) ? USUAL_METHODS : METHODS);
  const route = random.pick(ROUTES);
  const body = Buffer.from(method === 'GET' && random.chance(0.9) ? '' : bodyOf(random, route));
  const lines = [
    `${method} ${targetOf(random, route)} HTTP/1.1`,
    ...['Host: calls.example', 'Connection: close'],
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    ...(body.length > 0 ? [`Content-Length: ${body.length}`, 'Content-Type: application/json'] : []),
  ];
  const isOdd = random.chance(0.25);
  if (isOdd) lines.push(random.pick(HEADERS));
  const bytes = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
  if (random.chance(0.03)) return {bytes: bytes.subarray(0, random.below(bytes.length)), isWhole: false};
  return {bytes, isWhole: !isOdd};
};
