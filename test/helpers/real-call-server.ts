import {createPeerjsConnector} from '../../src/connectors/peerjs/peerjs-connector.js';
import {randomId} from '../../src/util/random-id.js';
import {createPipe} from './real-pipes.js';
import type {Pipe} from './real-pipes.js';

/** What a portal answers who is asked for a token. */
export interface PortalAnswer {
  readonly user?: string;
  /** Seconds. */
  readonly life?: number;
  readonly audience?: string;
  readonly status?: number;
  /** Something that is no token at all. */
  readonly answer?: string;
}

/** A portal's `token-url`, whose answers a test can change. */
export interface Portal {
  readonly tokenUrl: string;
  answers(answer: PortalAnswer): Promise<void>;
  /** How often it was asked. */
  asked(): Promise<number>;
}

export interface SignedInPipe extends Pipe {
  readonly portal: Portal;
  readonly opened: Promise<void>;
}

/** A server that checks tokens, which can be stopped, and pages of users on it. */
export interface TestCallServer {
  readonly port: number;
  readonly url: string;
  /** Does not wait until it is online. */
  begin(user: string, answer?: PortalAnswer): Promise<SignedInPipe>;
  open(user: string, answer?: PortalAnswer): Promise<SignedInPipe>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Before a test puts a spy in its place. */
const nativeFetch = fetch;

/** Carried out by the test runner, see `test/tools/peer-commands.mjs`. */
const command = async (path: string, query: object): Promise<string> => {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]));
  return (await nativeFetch(`/${path}?${search}`, {cache: 'no-store'})).text();
};

export const createPortal = async (answer: PortalAnswer): Promise<Portal> => {
  const key = randomId();
  const answers = async (next: PortalAnswer): Promise<void> => void (await command('portal/set', {key, ...answer, ...next}));
  await answers({});
  return {tokenUrl: `/portal/token?key=${key}`, answers, asked: async () => Number(await command('portal/asked', {key}))};
};

/** `kind` is `peer-server` for a stock one, which knows no tokens. */
export const startCallServer = async (kind = 'call-server'): Promise<TestCallServer> => {
  const port = Number(await command(`${kind}/start`, {}));
  const url = `http://127.0.0.1:${port}/`;
  const pipes: Pipe[] = [];
  const stop = async (): Promise<void> => void (await command(`${kind}/stop`, {port}));
  const begin: TestCallServer['begin'] = async (user, answer = {}) => {
    const portal = await createPortal({user, ...answer});
    const pipe = createPipe(createPeerjsConnector, {user, configuration: {server: url, tokenUrl: portal.tokenUrl}});
    pipe.opened.catch(() => undefined);
    pipes.push(pipe);
    return Object.assign(pipe, {portal});
  };
  return {
    port,
    url,
    begin,
    open: async (user, answer) => {
      const pipe = await begin(user, answer);
      await pipe.opened;
      return pipe;
    },
    stop,
    start: async () => void (await command(`${kind}/start`, {port})),
    close: async () => {
      await Promise.all(pipes.map((pipe) => pipe.close()));
      await stop();
    },
  };
};
