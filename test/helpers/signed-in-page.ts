import {createSignedIn} from '../../src/connectors/peerjs/signed-in.js';
import type {Fields} from '../../src/protocol/fields.js';
import {createFakeClock} from './fake-clock.js';

/** What a portal's `token-url`, or the server, answers. */
export type Answer = Response | Error | object | string;

const CLAIMS = {alg: 'HS256'};

/** A token that nobody signed; which one it is, is said by `number`. */
export const tokenOf = (user: string, number = 0): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(CLAIMS)}.${part({sub: user, number})}.c2lnbmVk`;
};

const numberOf = (token = ''): number =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {number: number}).number;

/** A stream of events that the test writes. */
export interface Stream {
  readonly users: readonly string[];
  readonly signal: AbortSignal;
  say(text: string): void;
  end(): void;
}

/** Alice's page on a server of the test's own, on a clock that the test moves. */
export const signedInPage = () => {
  const clock = createFakeClock();
  const closing = new AbortController();
  const questions: string[] = [];
  const streams: Stream[] = [];
  const refused: string[] = [];
  const world = {
    probes: 0,
    hurries: 0,
    /** How often the connector said that it is capable of something else. */
    news: 0,
    portal: (number: number): Answer => ({token: tokenOf('alice', number)}),
    server: (_path: string, _token: number): Answer => ({}),
  };
  let tokens = 0;

  const openStream = (url: URL, signal: AbortSignal): Response => {
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        signal.addEventListener('abort', () => controller.error(signal.reason));
        streams.push({
          users: url.searchParams.getAll('user'),
          signal,
          say: (text) => controller.enqueue(encoder.encode(text)),
          end: () => controller.close(),
        });
      },
    });
    return new Response(body);
  };

  const answerOf = (answer: Answer): Response => {
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) return answer;
    return typeof answer === 'string' ? new Response(answer) : Response.json(answer);
  };

  const fetch = async (address: unknown, {headers, signal}: RequestInit = {}): Promise<Response> => {
    signal?.throwIfAborted();
    if (address === '/token') {
      questions.push('token');
      return answerOf(world.portal(++tokens));
    }
    const url = new URL(String(address));
    const token = numberOf((headers as Record<string, string>)['authorization']);
    questions.push(`${url.pathname.slice(1)} ${token}`);
    const answer = answerOf(world.server(url.pathname.slice(1), token));
    return answer.ok && url.pathname === '/events' && signal ? openStream(url, signal) : answer;
  };

  const session = createSignedIn(
    {
      user: 'alice',
      tokenUrl: '/token',
      address: {host: 'calls.example', port: 443, path: '/', secure: true, key: 'peerjs'},
      sink: {refused: (call) => void refused.push(call), status: () => void world.news++},
      signal: closing.signal,
      probe: () => void world.probes++,
      hurry: () => void world.hurries++,
    },
    {clock, fetch: fetch as typeof globalThis.fetch},
  );

  return {
    clock,
    session,
    world,
    streams,
    refused,
    close: () => closing.abort(),
    /** All that was asked since the last look: for a token, or of the server with a token of that number. */
    asked: (): string[] => questions.splice(0),
    /** The server lets this page in. */
    enter: async (payload: Fields = {expiresIn: 3_600_000}): Promise<void> => {
      await session.enter();
      session.heard({type: 'SESSION', payload});
    },
  };
};
