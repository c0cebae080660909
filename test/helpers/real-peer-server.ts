import {createPeerjsConnector} from '../../src/connectors/peerjs/peerjs-connector.js';
import {openPipe} from './real-pipes.js';
import type {Pipe} from './real-pipes.js';

/** A stock PeerServer that can be stopped, and pages of users on it. */
export interface TestPeerServer {
  readonly port: number;
  readonly url: string;
  open(user: string): Promise<Pipe>;
  /** Cuts all lines; nobody listens from then on. */
  stop(): Promise<void>;
  /** Listens again, on the same port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Carried out by the test runner, see `test/tools/peer-commands.mjs`. */
const command = async (name: 'start' | 'stop', port = 0): Promise<number> => {
  const response = await nativeFetch(`/peer-server/${name}?port=${port}`, {cache: 'no-store'});
  return Number(await response.text());
};

/** Before a test puts a spy in its place. */
const nativeFetch = fetch;

export const startPeerServer = async (): Promise<TestPeerServer> => {
  const port = await command('start');
  const url = `http://127.0.0.1:${port}/`;
  const pipes: Pipe[] = [];
  const stop = async (): Promise<void> => void (await command('stop', port));
  return {
    port,
    url,
    open: async (user) => {
      const pipe = await openPipe(createPeerjsConnector, {user, configuration: {server: url}});
      pipes.push(pipe);
      return pipe;
    },
    stop,
    start: async () => void (await command('start', port)),
    close: async () => {
      await Promise.all(pipes.map((pipe) => pipe.close()));
      await stop();
    },
  };
};
