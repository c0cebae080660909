import {createAskServer} from '../connectors/peerjs/ask-server.js';
import type {Question} from '../connectors/peerjs/ask-server.js';
import {serverAddress} from '../connectors/peerjs/server-address.js';
import {createTokenSource} from '../connectors/peerjs/token-source.js';
import {parseJson} from '../util/parse-json.js';
import {systemClock} from '../util/clock.js';
import {asServerError, errorOf} from './server-error.js';

/** A call-elements-server, in the name of who is signed in on the page. */
export interface ServerAccess {
  /** Settles with what the answer says; rejects with a `ServerError`. */
  ask(path: string, question?: Question): Promise<unknown>;
  /** The answer as it comes, for streams. */
  stream(path: string, signal: AbortSignal): Promise<Response>;
  close(): void;
}

export interface AccessOptions {
  readonly server: string;
  readonly tokenUrl: string;
  readonly user: string;
}

/** Throws a `CallError` when `server` is no address. */
export const createServerAccess = ({server, tokenUrl: url, user}: AccessOptions): ServerAccess => {
  const closing = new AbortController();
  const {signal} = closing;
  const seams = {clock: systemClock, fetch: (...question: Parameters<typeof fetch>) => fetch(...question)};
  const tokens = createTokenSource({url, user, signal}, seams);
  const ask = createAskServer({address: serverAddress(server, globalThis.location?.href), tokens, signal}, seams);
  return {
    ask: async (path, question) => {
      try {
        const response = await ask(path, undefined, question);
        const text = await response.text();
        if (!response.ok) throw errorOf(response.status, text);
        return parseJson(text);
      } catch (error) {
        throw asServerError(error);
      }
    },
    stream: (path, own) => ask(path, own),
    close: () => closing.abort(),
  };
};
