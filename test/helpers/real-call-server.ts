import {createPeerjsConnector} from '../../src/connectors/peerjs/peerjs-connector.js';
import {randomId} from '../../src/util/random-id.js';
import {createPipe} from './real-pipes.js';
import type {Pipe} from './real-pipes.js';

/** What a portal answers when it is asked for a token. */
export interface PortalAnswer {
  readonly user?: string;
  /** Seconds. */
  readonly life?: number;
  readonly audience?: string;
  readonly status?: number;
  /** Something that is no token at all. */
  readonly answer?: string;
}

/** A portal's `token-url`. */
export interface Portal {
  readonly tokenUrl: string;
  /** From now on, one after the other, and then always the last. */
  answers(...answers: readonly PortalAnswer[]): Promise<void>;
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
  /** All that were opened and not closed. */
  readonly pages: readonly Pipe[];
  /** Does not wait until it is online. */
  begin(user: string, ...answers: readonly PortalAnswer[]): Promise<SignedInPipe>;
  open(user: string, ...answers: readonly PortalAnswer[]): Promise<SignedInPipe>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Closes the pages; the server is there for others. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

/** Before a test puts a spy in its place. */
const nativeFetch = fetch;

/** Carried out by the test runner, see `test/tools/peer-commands.mjs`. */
const command = async (path: string, query: Readonly<Record<string, string>>): Promise<string> =>
  (await nativeFetch(`/${path}?${new URLSearchParams(query)}`, {cache: 'no-store'})).text();

const createPortal = async (user: string, first: readonly PortalAnswer[]): Promise<Portal> => {
  const key = randomId();
  const answers: Portal['answers'] = async (...list) => {
    const all = (list.length ? list : [{}]).map((answer) => ({user, ...answer}));
    await command('portal/set', {key, answers: JSON.stringify(all)});
  };
  await answers(...first);
  return {tokenUrl: `/portal/token?key=${key}`, answers, asked: async () => Number(await command('portal/asked', {key}))};
};

/** `kind` is `peer-server` for a stock one, which knows no tokens. */
export const startCallServer = async (kind = 'call-server'): Promise<TestCallServer> => {
  const port = Number(await command(`${kind}/start`, {}));
  const url = `http://127.0.0.1:${port}/`;
  const pipes: Pipe[] = [];
  const stop = async (): Promise<void> => void (await command(`${kind}/stop`, {port: String(port)}));
  const leave = async (): Promise<void> => void (await Promise.all(pipes.splice(0).map((pipe) => pipe.close())));
  const begin: TestCallServer['begin'] = async (user, ...answers) => {
    const portal = await createPortal(user, answers);
    const pipe = createPipe(createPeerjsConnector, {user, configuration: {server: url, tokenUrl: portal.tokenUrl}});
    pipe.opened.catch(() => undefined);
    pipes.push(pipe);
    return Object.assign(pipe, {portal});
  };
  return {
    port,
    url,
    pages: pipes,
    begin,
    open: async (user, ...answers) => {
      const pipe = await begin(user, ...answers);
      await pipe.opened;
      return pipe;
    },
    stop,
    start: async () => void (await command(`${kind}/start`, {port: String(port)})),
    leave,
    close: async () => {
      await leave();
      await stop();
    },
  };
};
