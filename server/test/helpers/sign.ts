import {SignJWT} from 'jose';
import type {JWTPayload} from 'jose';
import type {TokenConfig} from '../../src/config/config.js';

export const SECRET = 'thirty-two bytes that only the tests know';
export const TOKENS: TokenConfig = {secret: SECRET, audience: 'call-elements', issuer: 'https://portal.example'};

/** Seconds since the epoch, from now. */
export const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

/** A good token, but for what is told otherwise; a claim that is undefined is left out. */
export const sign = (claims: Record<string, unknown>, secret = SECRET): Promise<string> => {
  const all = {aud: TOKENS.audience, iss: TOKENS.issuer, exp: inSeconds(600), ...claims};
  return new SignJWT(all as JWTPayload).setProtectedHeader({alg: 'HS256'}).sign(Buffer.from(secret));
};

export const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
