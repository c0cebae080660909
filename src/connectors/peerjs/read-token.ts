import {fieldsOf, textField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import {parseJson} from '../../util/parse-json.js';

/** A signed token, as far as a page must know it; whether it counts, and how long, is for the server to say. */
export interface Token {
  readonly text: string;
  /** Its subject. */
  readonly user: string;
}

const TOKEN = /^[\w-]+\.([\w-]+)\.[\w-]+$/;

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
export const readToken = (answer: string): Token | undefined => {
  const text = textField(fieldsOf(parseJson(answer)) ?? {}, 'token', 8192) ?? answer.trim();
  const claims = claimsOf(text);
  const user = claims && textField(claims, 'sub', 256);
  return user ? {text, user} : undefined;
};
