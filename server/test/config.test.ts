import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {ConfigError} from '../src/config/config-error.js';
import {readConfig} from '../src/config/read-config.js';
import {VARIABLES} from '../src/config/variables.js';

const SECRET = 'a-secret-of-thirty-two-bytes-or-more';
const SID = `AC${'0123456789abcdef'.repeat(2)}`;
const folder = mkdtempSync(join(tmpdir(), 'call-elements-'));
after(() => rmSync(folder, {recursive: true}));

const fileOf = (content: unknown): string => {
  const file = join(folder, 'config.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

const faultsOf = (env: NodeJS.ProcessEnv, file?: string): readonly string[] => {
  try {
    readConfig(env, file);
  } catch (error) {
    assert(error instanceof ConfigError);
    return error.faults;
  }
  return [];
};

/** Variable, a value that is right, what becomes of it. */
const RIGHT: readonly (readonly [string, string, (config: ReturnType<typeof readConfig>) => unknown, unknown])[] = [
  ['HOST', '::', ({host}) => host, '::'],
  ['PORT', '0', ({port}) => port, 0],
  ['BASE_PATH', '/calls/', ({basePath}) => basePath, '/calls/'],
  ['TRUST_PROXY', '1', ({trustProxy}) => trustProxy, 1],
  ['TRUST_PROXY', '0', ({trustProxy}) => trustProxy, false],
  ['TRUST_PROXY', 'loopback, 10.0.0.0/8,fd00::/8', ({trustProxy}) => trustProxy, ['loopback', '10.0.0.0/8', 'fd00::/8']],
  ['ORIGINS', 'https://a.example, http://b.example:81', ({origins}) => origins, ['https://a.example', 'http://b.example:81']],
  ['ORIGINS', '*', ({origins}) => origins, ['*']],
  ['TOKEN_AUDIENCE', 'portal', ({token}) => token.audience, 'portal'],
  ['TOKEN_ISSUER', 'portal', ({token}) => token.issuer, 'portal'],
  ['DATABASE_URL', 'postgres://u:p@db/calls', ({database}) => database, {url: 'postgres://u:p@db/calls'}],
  ['DATA_DIR', '/var/lib/calls', ({database}) => database, {folder: '/var/lib/calls'}],
  ['ICE_SERVERS', '[{"urls":"stun:a.example"}]', ({iceServers}) => iceServers, [{urls: 'stun:a.example', enabled: true}]],
  ['HOOKS', './hooks.js', ({hooks}) => hooks, './hooks.js'],
  ['LOG_LEVEL', 'debug', ({logLevel}) => logLevel, 'debug'],
  ['METRICS_TOKEN', 'sixteen-letters-', ({metricsToken}) => metricsToken, 'sixteen-letters-'],
  ['LIMIT_RINGS_PER_MINUTE', '5', ({limits}) => limits.ringsPerMinute, 5],
];

/** Variable and a value that is wrong. */
const WRONG: readonly (readonly [keyof typeof VARIABLES, string])[] = [
  ['HOST', 'http://here'],
  ['PORT', 'abc'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['BASE_PATH', 'calls'],
  ['BASE_PATH', '/calls'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', 'proxy.example'],
  ['ORIGINS', 'portal.example'],
  ['ORIGINS', 'https://portal.example/'],
  ['ORIGINS', '*,https://portal.example'],
  ['ORIGINS', ','],
  ['TOKEN_SECRET', 'hush-short-secret'],
  ['TOKEN_JWKS_URL', 'file:///etc/hush'],
  ['TOKEN_JWKS_URL', 'http://portal.example/hush'],
  ['TOKEN_JWKS_URL', 'http://127.0.0.1.hush.example/'],
  ['DATABASE_URL', 'mysql://root:hush@db'],
  ['NATS_URL', 'http://hush@host'],
  ['NATS_PREFIX', 'a.b'],
  ['TWILIO_ACCOUNT_SID', 'hush'],
  ['TWILIO_AUTH_TOKEN', 'hush'],
  ['TURN_URLS', 'stun:a.example'],
  ['TURN_SECRET', 'hush'],
  ['TURN_TTL', '59'],
  ['ICE_SERVERS', '{"credential":"hush"'],
  ['ICE_SERVERS', '[{"urls":"turn:a.example","credential":"hush"}]'],
  ['LOG_LEVEL', 'loud'],
  ['METRICS_TOKEN', 'hush'],
  ['LIMIT_REQUESTS_PER_MINUTE', '0'],
];

describe('the configuration', () => {
  it('needs nothing but a secret', () => {
    const config = readConfig({TOKEN_SECRET: SECRET});
    assert.equal(config.token.secret, SECRET);
    assert.deepEqual([config.host, config.port, config.basePath], ['127.0.0.1', 8000, '/']);
    assert.deepEqual([config.trustProxy, config.origins, config.iceServers], [false, [], []]);
  });

  for (const [name, value, read, expected] of RIGHT) {
    it(`reads ${name}=${value}`, () => {
      assert.deepEqual(read(readConfig({TOKEN_SECRET: SECRET, [name]: value})), expected);
    });
  }

  for (const [name, value] of WRONG) {
    it(`refuses ${name}=${value} in a sentence that says what to write`, () => {
      const fault = faultsOf({TOKEN_SECRET: SECRET, [name]: value}).find((sentence) => sentence.startsWith(`${name} `));
      assert.match(fault ?? '', /: write .+\.$/);
    });
  }

  it('fetches keys without TLS from this machine', () => {
    for (const TOKEN_JWKS_URL of ['http://localhost:3000/keys', 'http://127.0.0.1/keys', 'http://[::1]:3000/keys']) {
      assert.equal(readConfig({TOKEN_JWKS_URL}).token.jwksUrl, TOKEN_JWKS_URL);
    }
  });

  it('never repeats a secret', () => {
    const secrets = Object.fromEntries(WRONG.filter(([, value]) => value.includes('hush')));
    assert.doesNotMatch(faultsOf(secrets).join(), /hush/);
  });

  it('tells every fault at once', () => {
    const faults = faultsOf({PORT: 'abc', LOG_LEVEL: 'loud', TLS_CERT: 'cert.pem'}, fileOf({PROT: 1}));
    assert.deepEqual(faults.map((fault) => fault.split(' ')[0]), ['PROT', 'PORT', 'LOG_LEVEL', 'TOKEN_SECRET', 'TLS_CERT']);
  });

  for (const [title, env, mentioned] of [
    ['two ways to check a token', {TOKEN_SECRET: SECRET, TOKEN_JWKS_URL: 'https://a.example'}, /exclude each other/],
    ['a certificate without its key', {TOKEN_SECRET: SECRET, TLS_CERT: 'c'}, /TLS_CERT and TLS_KEY/],
    ['half of Twilio', {TOKEN_SECRET: SECRET, TWILIO_ACCOUNT_SID: SID}, /TWILIO_AUTH_TOKEN/],
    ['a relay without its secret', {TOKEN_SECRET: SECRET, TURN_URLS: 'turn:a.example'}, /TURN_SECRET/],
    ['several processes without a common database', {TOKEN_SECRET: SECRET, NATS_URL: 'nats://a'}, /DATABASE_URL/],
  ] as const) {
    it(`refuses ${title}`, () => {
      assert.match(faultsOf(env).join(), mentioned);
    });
  }

  it('lets the environment win over the file, and an empty variable say nothing', () => {
    const file = fileOf({TOKEN_SECRET: SECRET, PORT: 81, HOST: '::', ORIGINS: ['https://a.example', 'https://b.example']});
    const config = readConfig({PORT: '82', HOST: ''}, file);
    assert.deepEqual([config.port, config.host, config.origins.length], [82, '::', 2]);
  });

  it('takes lists, numbers and objects of the file as they are', () => {
    const ICE_SERVERS = [{urls: ['turn:a.example'], username: 'u', credential: 'c'}];
    const config = readConfig({}, fileOf({TOKEN_SECRET: SECRET, ICE_SERVERS, TURN_TTL: null}));
    assert.deepEqual(config.iceServers, [{...ICE_SERVERS[0], enabled: true}]);
  });

  it('lets what is empty in the file say nothing', () => {
    const config = readConfig({}, fileOf({TOKEN_SECRET: SECRET, PORT: null, ORIGINS: [], ICE_SERVERS: [], HOST: ''}));
    assert.deepEqual(config, readConfig({TOKEN_SECRET: SECRET}));
  });

  for (const content of ['{"TOKEN_SECRET": "hush', '[]', 'null', '"hush"']) {
    it(`says of a file with ${content} that it is no JSON object, without quoting it`, () => {
      const faults = faultsOf({}, fileOf(content));
      assert.match(faults.join(), /config\.json is no JSON object/);
      assert.doesNotMatch(faults.join(), /hush/);
    });
  }

  it('refuses the example until its secrets are written', () => {
    const example = fileURLToPath(new URL('../deploy/config.example.json', import.meta.url));
    assert.deepEqual(faultsOf({}, example).map((fault) => fault.split(' ')[0]), ['TOKEN_SECRET', 'TURN_SECRET']);
    assert.deepEqual(faultsOf({TOKEN_SECRET: SECRET, TURN_SECRET: SECRET}, example), []);
  });

  it('says of a file that is not there that it cannot be read', () => {
    assert.match(faultsOf({}, join(folder, 'none.json')).join(), /none\.json cannot be read \(ENOENT\)/);
  });
});
