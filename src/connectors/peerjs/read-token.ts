import {countField, fieldsOf, textField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import {parseJson} from './parse-json.js';

/** A signed token, as far as a page must know it; whether it counts is for the server to say. */
export interface Token {
  readonly text: string;
  /** Its subject. */
  readonly user: string;
  /** When to have another, and when it is over, by this device's clock. */
  readonly dueAt: number;
  readonly overAt: number;
}

const TOKEN = /^[\w-]+\.([\w-]+)\.[\w-]+$/;

/** Milliseconds before its end at which a token is replaced at the latest, however long it lasts. */
const MARGIN = 60_000;

/** What a token says, in its middle part. */
const claimsOf = (text: string): Fields | undefined => {
  try {
    const bytes = atob((TOKEN.exec(text)?.[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    return fieldsOf(JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))));
  } catch {
    return undefined;
  }
};

/** Reads what `token-url` answered: `{token}`, or the token alone. Undefined for all else: a page to sign in, for example. */
export const readToken = (answer: string, now: number): Token | undefined => {
  const text = textField(fieldsOf(parseJson(answer)) ?? {}, 'token', 8192) ?? answer.trim();
  const claims = claimsOf(text);
  const user = claims && textField(claims, 'sub', 256);
  const end = claims && countField(claims, 'exp');
  if (!user || !end) return undefined;
  // This device's clock may be wrong: how long the token was made for counts, too.
  const made = countField(claims, 'iat') ?? 0;
  const [left, whole] = [end * 1000 - now, (end - made) * 1000];
  const life = Math.max(left > 0 ? Math.min(left, whole) : made ? whole : 0, 0);
  return {text, user, dueAt: now + Math.max(life / 2, Math.min(life * 0.8, life - MARGIN)), overAt: now + life};
};
