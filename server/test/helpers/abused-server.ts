import {fork} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {SECRET, sign, TOKENS} from './sign.js';

/** Stands in what belongs to the steady pair; whoever else receives it has what belongs to others. */
export const CANARY = 'c4n4ry';
/** Stands in what nobody may receive, administrators neither. */
export const SECRET_CANARY = 's3cr3t';

export const canary = (kind: typeof CANARY | typeof SECRET_CANARY = CANARY): string => `${kind}${randomBytes(6).toString('hex')}`;

/** Nobody who has nothing to do with the pair may receive one of these. */
export const FOREIGN = new RegExp(`${CANARY}|${SECRET_CANARY}`);
/** What may not be in the log: people, names, tokens, addresses, secrets, descriptions, and errors. */
export const UNLOGGED = new RegExp(`${FOREIGN.source}|steady|mallory|trudy|eyJ|127\\.0\\.0|only the tests know|v=0|"level":"(error|fatal)"`);

const MANY = '1000000';

/** Limits are tried elsewhere; here they would only keep abuse from what lies behind them. */
const ENVIRONMENT = {
  PORT: '0',
  TOKEN_SECRET: SECRET,
  TOKEN_ISSUER: TOKENS.issuer,
  TURN_URLS: 'turn:turn.example.org',
  TURN_SECRET: canary(SECRET_CANARY),
  METRICS_TOKEN: canary(SECRET_CANARY),
  LIMIT_CONNECTIONS_PER_USER: MANY,
  LIMIT_CONNECTIONS_PER_ADDRESS: MANY,
  LIMIT_MESSAGES_PER_SECOND: MANY,
  LIMIT_RINGS_PER_MINUTE: MANY,
  LIMIT_REQUESTS_PER_MINUTE: MANY,
  // Whatever is made of Twilio's settings, nothing leaves this machine.
  HTTP_PROXY: 'http://127.0.0.1:9',
};

interface Usage {
  /** Bytes, after what is not used any more was collected. */
  readonly heap: number;
  readonly resident: number;
  /** Milliseconds, since it was asked the last time. */
  readonly longestTurn: number;
}

/** Starts `abused-process.ts`. */
export const startAbusedServer = async () => {
  const child = fork(fileURLToPath(new URL('abused-process.ts', import.meta.url)), {
    execArgv: ['--expose-gc', '--import=tsx'],
    env: {PATH: process.env['PATH'], ...ENVIRONMENT},
    silent: true,
  });
  let [log, trouble] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (log += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (trouble += text));
  const exit = once(child, 'exit');
  const said = async <Message>(): Promise<Message> => {
    const [message] = (await Promise.race([once(child, 'message'), exit.then(() => undefined)])) ?? [];
    if (message === undefined) throw new Error(`The server is gone: ${trouble}`);
    return message as Message;
  };
  const {port} = await said<{port: number}>();
  const url = `http://127.0.0.1:${port}/`;

  return {
    port,
    url,
    /** All that it wrote so far. */
    get log(): string {
      return log + trouble;
    },
    async usage(): Promise<Usage> {
      child.send('usage');
      return said<Usage>();
    },
    /** How many objects of each kind it has, after a collection. */
    async objects(): Promise<Readonly<Record<string, number>>> {
      child.send('objects');
      return said<Readonly<Record<string, number>>>();
    },
    /** A gauge or counter of `/metrics`. */
    async metric(name: string): Promise<number> {
      const text = await (await fetch(`${url}metrics`)).text();
      return Number(new RegExp(`^call_elements_${name} (\\S+)$`, 'm').exec(text)?.[1]);
    },
    /** Asks as an honest administrator or user; rejects unless it was right. */
    async put(claims: Record<string, unknown>, path: string, value: unknown): Promise<void> {
      const headers = {Authorization: `Bearer ${await sign(claims)}`, 'Content-Type': 'application/json'};
      const response = await fetch(url + path, {method: 'PUT', headers, body: JSON.stringify({version: 0, value})});
      if (!response.ok) throw new Error(await response.text());
    },
    async stop(): Promise<void> {
      child.kill();
      await exit;
    },
  };
};

export type AbusedServer = Awaited<ReturnType<typeof startAbusedServer>>;
