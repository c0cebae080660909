import {once} from 'node:events';
import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import twilio from 'twilio';

export const ACCOUNT_SID = 'AC0123456789abcdef0123456789abcdef';
export const AUTH_TOKEN = 'f00dfeedf00dfeedf00dfeedf00dfeed';

const user = {username: 'dc2d2894d5a9023620c467b0e71cfa6a', credential: 'tE2DajzSJwnsSbc123'};
const rows = [
  {url: 'stun:global.stun.twilio.com:3478', urls: 'stun:global.stun.twilio.com:3478'},
  ...['3478?transport=udp', '3478?transport=tcp', '443?transport=tcp'].map((end) => ({
    url: `turn:global.turn.twilio.com:${end}`,
    urls: `turn:global.turn.twilio.com:${end}`,
    ...user,
  })),
];

/** What browsers are to get of it. */
export const TWILIO_SERVERS = rows.map(({url: _, ...row}) => row);

/** As Twilio's Tokens.json answers; its ttl is a string. */
export const token = (ttl: string | undefined) => ({
  account_sid: ACCOUNT_SID,
  date_created: 'Fri, 20 Nov 2026 10:00:00 +0000',
  date_updated: 'Fri, 20 Nov 2026 10:00:00 +0000',
  ice_servers: rows,
  password: user.credential,
  ttl,
  username: user.username,
});

export type Behaviour = (response: ServerResponse, ttl: string) => void;

export const send = (status: number, body: unknown, type = 'application/json'): Behaviour => (response) => {
  response.writeHead(status, {'content-type': type}).end(typeof body === 'string' ? body : JSON.stringify(body));
};

/** As Twilio words its refusals; it repeats the account's SID. */
export const refusal = (status: number, code: number) =>
  send(status, {code, message: `Refused for account ${ACCOUNT_SID}`, more_info: `https://www.twilio.com/docs/errors/${code}`, status});

const good: Behaviour = (response, ttl) => send(201, token(ttl))(response, ttl);

const isTheAccount = ({headers, method, url}: IncomingMessage): boolean =>
  headers.authorization === `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}` &&
  method === 'POST' &&
  url === `/2010-04-01/Accounts/${ACCOUNT_SID}/Tokens.json`;

/** Stands where Twilio's API stands. The SDK is the real one; only the host that it asks is another. */
export const openTwilio = async () => {
  const state = {behaviour: good, asked: 0};
  const server = createServer(async (request, response) => {
    state.asked += 1;
    const body = (await request.toArray()).join('');
    const behaviour = isTheAccount(request) ? state.behaviour : refusal(401, 20003);
    behaviour(response, new URLSearchParams(body).get('Ttl') ?? '86400');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;

  class LocalClient extends twilio.RequestClient {
    override request<Data>(options: Parameters<typeof twilio.RequestClient.prototype.request<Data>>[0]) {
      return super.request<Data>({...options, uri: options.uri.replace('https://api.twilio.com/', `http://127.0.0.1:${port}/`)});
    }
  }

  return {
    httpClient: new LocalClient({timeout: 2000, keepAlive: false}),
    /** How it answers from now on; well, when not said. */
    behave: (behaviour: Behaviour = good) => {
      state.behaviour = behaviour;
    },
    get asked() {
      return state.asked;
    },
    /** From now on connections are refused. */
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
