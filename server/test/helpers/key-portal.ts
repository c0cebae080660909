import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {exportJWK, generateKeyPair, SignJWT} from 'jose';
import type {CryptoKey, JWK, JWTPayload} from 'jose';
import {inSeconds, TOKENS} from './sign.js';

/** A portal that publishes its public keys; what it answers can be changed. */
export const openKeyPortal = async () => {
  const keys: JWK[] = [];
  let asked = 0;
  let status = 200;
  let isSilent = false;
  const server = createServer((_, response) => {
    asked += 1;
    response.statusCode = status;
    if (!isSilent) response.end(JSON.stringify({keys}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/jwks.json`,
    /** How often the keys were fetched. */
    get asked() {
      return asked;
    },
    break: () => void (status = 500),
    fallSilent: () => void (isSilent = true),
    repair: () => void (status = 200),
    /** A new key pair, the public half of which is published; without a name, only made. */
    async addKey(kid: string, alg = 'RS256', {published = true} = {}) {
      const {privateKey, publicKey} = await generateKeyPair(alg, {extractable: true});
      const jwk = {...(await exportJWK(publicKey)), kid, alg, use: 'sig'};
      if (published) keys.push(jwk);
      return {privateKey, publicKey, jwk};
    },
    removeKey: (kid: string): void => void keys.splice(keys.findIndex((key) => key.kid === kid), 1),
    sign: (key: CryptoKey, kid: string, claims: JWTPayload, alg = 'RS256'): Promise<string> =>
      new SignJWT({aud: TOKENS.audience, iss: TOKENS.issuer ?? '', exp: inSeconds(600), ...claims})
        .setProtectedHeader({alg, kid})
        .sign(key),
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
