import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createRandom} from '../../test/helpers/random.js';
import type {Random} from '../../test/helpers/random.js';
import {canary, CANARY, SECRET_CANARY, startAbusedServer, UNLOGGED} from './helpers/abused-server.js';
import type {AbusedServer} from './helpers/abused-server.js';
import {hostileTokens} from './helpers/hostile-frames.js';
import {hostileRequest} from './helpers/hostile-requests.js';
import {exchange} from './helpers/raw-exchange.js';
import {sign} from './helpers/sign.js';
import {SteadyPair} from './helpers/steady-pair.js';

const seed = Number(process.env['SEED'] ?? 0) || Date.now() % 1_000_000;
const REQUESTS = 5000;
/** Share of all. */
const WARM_UP = 0.3;
const AT_ONCE = 6;
const MOST_GROWTH = 16 * 1024 * 1024;
const MOST_RESIDENT_GROWTH = 96 * 1024 * 1024;
const LONGEST_TURN_MS = 1000;

/** What the http parser says by itself, before there is any request. */
const UNREAD = [400, 408, 413, 417, 431];

const EMPTY_CHUNK = '0\r\n\r\n';

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly methods: string;
  readonly body: string;
}

const readReply = (text: string): Reply => {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  const body = rest.join('\r\n\r\n');
  return {status, type: header('content-type'), methods: header('allow'), body: body === EMPTY_CHUNK ? '' : body};
};

const isStream = (text: string): boolean => text.includes('text/event-stream') && text.includes('\r\n\r\n');

/** Every answer is of the contract: JSON that says its code, unless there was nothing to be said. */
const assertContract = ({status, type, methods, body}: Reply): void => {
  assert(status >= 200 && status < 500, String(status));
  if (body === '') return assert(status < 400 || UNREAD.includes(status) || type.includes('json'));
  // What express says to OPTIONS by itself.
  if (methods === body) return assert.equal(status, 200);
  if (type.startsWith('text/event-stream') || body.startsWith('# HELP ')) return assert.equal(status, 200);
  assert.match(type, /^application\/json/);
  const {code, message} = JSON.parse(body) as {code?: unknown; message?: unknown};
  if (status >= 400) assert(typeof code === 'string' && typeof message === 'string', body);
};

describe(`a fuzzed REST surface (SEED=${seed} repeats it)`, () => {
  let server: AbusedServer;
  let pair: SteadyPair;
  let tokens: readonly string[];
  let admin: string;
  const statuses = new Map<number, number>();

  before(async () => {
    server = await startAbusedServer();
    const root = {sub: 'root', admin: true};
    await server.put(root, 'settings/twilio', {accountSid: `AC${'1'.repeat(32)}`, authToken: canary(SECRET_CANARY), enabled: false});
    for (const sub of SteadyPair.users) await server.put({sub}, `im-accounts/${sub}`, [{type: 'skype', id: canary()}]);
    pair = await SteadyPair.open(server);
    tokens = await hostileTokens('mallory', 'anna-steady');
    admin = await sign(root);
  });

  after(() => server.stop());

  const abuse = async (random: Random, count: number): Promise<void> => {
    for (let sent = 0; sent < count; sent += 1) {
      const isAdmin = random.chance(0.3);
      const request = hostileRequest(random, isAdmin ? admin : random.pick([undefined, tokens[0], random.pick(tokens)]));
      const text = await exchange(server.port, request, isStream);
      const shown = () => `${request.bytes.toString('latin1').slice(0, 1000)}\n→ ${text.slice(0, 1000)}`;
      // Administrators may see what is everybody's, but no secrets.
      assert(!text.includes(SECRET_CANARY) && (isAdmin || !text.includes(CANARY)), shown());
      if (text === '' && (!request.isWhole || request.bytes.toString().startsWith('CONNECT'))) continue;
      const reply = readReply(text);
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      try {
        assertContract(reply);
      } catch (cause) {
        throw new Error(`No answer of the contract: ${shown()}`, {cause});
      }
    }
  };

  const abuseAll = (share: number, round: number): Promise<unknown> =>
    Promise.all(Array.from({length: AT_ONCE}, (_, index) => abuse(createRandom(seed + round * 100 + index), Math.ceil((REQUESTS * share) / AT_ONCE))));

  it('answers by its contract, keeps secrets, stands, and grows no more', async () => {
    await abuseAll(WARM_UP, 0);
    const before = await server.usage();
    await abuseAll(1 - WARM_UP, 1);
    const after = await server.usage();
    assert(after.heap - before.heap < MOST_GROWTH, `the heap grew from ${before.heap} to ${after.heap} bytes`);
    assert(after.resident - before.resident < MOST_RESIDENT_GROWTH, `the process grew from ${before.resident} to ${after.resident} bytes`);
    assert(after.longestTurn < LONGEST_TURN_MS, `others had to wait for ${after.longestTurn} ms`);
  });

  it('has tried what it says', () => {
    for (const status of [200, 204, 400, 401, 403, 404, 409, 413]) assert(statuses.has(status), `nothing was answered ${status}`);
  });

  it('lets others call each other all the while', async () => {
    const calls = await pair.end();
    assert(calls > 20, `only ${calls} calls`);
  });

  it('has no error and nobody’s name in its log', () => {
    assert.deepEqual(server.log.split('\n').filter((line) => UNLOGGED.test(line)), []);
  });
});
