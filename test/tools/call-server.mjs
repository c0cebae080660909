// The server as a portal runs it, and tokens as a portal signs them.
import {createHmac} from 'node:crypto';

const SECRET = 'a secret of the tests, 32 bytes long';

const ENVIRONMENT = {
  TOKEN_SECRET: SECRET,
  ORIGINS: '*',
  LOG_LEVEL: 'silent',
  ICE_SERVERS: JSON.stringify([{urls: 'stun:ice.example'}]),
  LIMIT_CONNECTIONS_PER_USER: '100',
  LIMIT_MESSAGES_PER_SECOND: '1000',
  LIMIT_RINGS_PER_MINUTE: '10000',
  LIMIT_REQUESTS_PER_MINUTE: '100000',
};

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** `life` in seconds; below zero, it is over. */
export const signToken = ({user, life = 3600, audience = 'call-elements'}) => {
  const now = Math.floor(Date.now() / 1000);
  const name = `${user} of the token`;
  const claims = {sub: user, name, picture: 'https://pictures.example/of-the-token.png', aud: audience, iat: now, exp: now + life};
  const signed = `${base64url({alg: 'HS256', typ: 'JWT'})}.${base64url(claims)}`;
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`;
};

export const startCallServer = async ({port = 0} = {}) => {
  // Built before these tests run; as it is needed, so that other tests can run without.
  const {createCallServer, createLog, readConfig} = await import('../../server/dist/index.js');
  const config = {...readConfig({...ENVIRONMENT, PORT: String(port)}), database: {}};
  return createCallServer({config, log: createLog(config.logLevel)});
};
