import type {ServerAddress} from './server-address.js';
import type {Seams, TokenSource} from './token-source.js';

/** Milliseconds that the server may take for an answer. */
const PATIENCE = 8000;

/** What is asked besides reading; a body goes out as JSON. */
export interface Question {
  readonly method: 'POST' | 'PUT';
  readonly body: unknown;
}

/** Puts a question to the server in the name of who is signed in; `own` in place of its time limit. */
export type AskServer = (path: string, own?: AbortSignal, question?: Question) => Promise<Response>;

const urlOf = ({secure, host, port, path}: ServerAddress, rest: string): string =>
  `${secure ? 'https' : 'http'}://${host}:${port}${path.replace(/\/?$/, '/')}${rest}`;

interface Parts {
  readonly address: ServerAddress;
  readonly tokens: TokenSource;
  readonly signal: AbortSignal;
}

export const createAskServer = ({address, tokens, signal}: Parts, {fetch}: Pick<Seams, 'fetch'>): AskServer => {
  const ask: AskServer = async (path, own = AbortSignal.timeout(PATIENCE), question) => {
    const token = await tokens.get();
    return fetch(urlOf(address, path), {
      ...(question && {method: question.method, body: JSON.stringify(question.body)}),
      headers: {authorization: `Bearer ${token}`, ...(question && {'content-type': 'application/json'})},
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any([signal, own]),
    });
  };
  return async (path, own, question) => {
    const response = await ask(path, own, question);
    if (response.status !== 401) return response;
    // The token was too old, or its key is no longer the server's. With a new one it is the person who is refused.
    tokens.forget();
    return ask(path, own, question);
  };
};
