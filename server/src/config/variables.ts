import {isIP} from 'node:net';
import {z} from 'zod';
import {iceServerListSchema} from '../ice/ice-server-schema.js';
import {LOG_LEVELS} from './config.js';

/** One variable: how its text is read, and the words for a text that cannot be. */
interface Variable<Value> {
  readonly schema: z.ZodType<Value, string>;
  /** Follows "write". */
  readonly write: string;
  /** The variable holds a secret, so a fault says this instead of repeating the value. */
  readonly wrong?: string;
}

const variable = <Value>(schema: z.ZodType<Value, string>, write: string, wrong?: string): Variable<Value> =>
  wrong === undefined ? {schema, write} : {schema, write, wrong};

const text = z.string();
const list = text.transform((value) => value.split(',').map((item) => item.trim()).filter(Boolean));
const listOf = (isItem: (item: string) => boolean) => list.refine((items) => items.length > 0 && items.every(isItem));
const number = (least: number, most: number) =>
  text.regex(/^\d{1,9}$/).transform(Number).refine((value) => value >= least && value <= most);
const limit = variable(number(1, 1_000_000), 'a whole number from 1 to 1000000');

const isUrl = (value: string, ...protocols: readonly string[]): boolean =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);
/** What goes over a network without TLS can be changed on its way; on this machine there is no way. */
const isSafeUrl = (value: string): boolean =>
  isUrl(value, 'https:') || (isUrl(value, 'http:') && /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(value).hostname));
const isOrigin = (value: string): boolean => isUrl(value, 'https:', 'http:') && new URL(value).origin === value;
const isNatsUrl = (value: string): boolean => isUrl(value, 'nats:', 'tls:');
const isTurnUrl = (value: string): boolean => /^turns?:[^\s/?]+(\?transport=(udp|tcp))?$/.test(value);

const isProxy = (value: string): boolean => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true;
  const [address = '', bits = '0', ...rest] = value.split('/');
  const mostBits = isIP(address) === 6 ? 128 : 32;
  return isIP(address) > 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= mostBits;
};

const parsedJson = text.transform((value, context): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});

/** With less, whoever has one token can find the secret by trying. RFC 7518 asks for this much. */
const LEAST_SECRET_BYTES = 32;
const isLong = (value: string): boolean => Buffer.byteLength(value) >= LEAST_SECRET_BYTES;

/** Everything that can be set, in the order of the documentation. */
export const VARIABLES = {
  HOST: variable(text.regex(/^[\w.:-]+$/), 'an address to listen on, for example 127.0.0.1 or 0.0.0.0'),
  PORT: variable(number(0, 65_535), 'a number from 0 to 65535, for example 8000'),
  BASE_PATH: variable(text.regex(/^\/([\w.~-]+\/)*$/), 'a path between slashes, for example /calls/'),
  TRUST_PROXY: variable(
    z.union([number(0, 10), listOf(isProxy)]),
    'the number of proxies in front of the server, or their addresses with commas between, for example loopback or 10.0.0.0/8',
  ),
  ORIGINS: variable(
    list.refine((items) => (items.includes('*') ? items.length === 1 : items.length > 0 && items.every(isOrigin))),
    'origins with commas between, for example https://portal.example.org, or * alone to let every page in',
  ),
  TLS_CERT: variable(text, 'the path of a PEM file with the certificate and its chain'),
  TLS_KEY: variable(text, 'the path of a PEM file with the private key'),
  TOKEN_SECRET: variable(
    text.refine(isLong),
    '32 random bytes or more, for example what "openssl rand -base64 48" prints',
    'is shorter than 32 bytes',
  ),
  TOKEN_JWKS_URL: variable(
    text.refine(isSafeUrl),
    'the address of a key set, for example https://portal.example.org/.well-known/jwks.json',
    'is no address of https, or of http on this machine',
  ),
  TOKEN_AUDIENCE: variable(text, 'what the tokens have as "aud", for example call-elements'),
  TOKEN_ISSUER: variable(text, 'what the tokens have as "iss", for example https://portal.example.org'),
  DATABASE_URL: variable(
    text.refine((value) => isUrl(value, 'postgres:', 'postgresql:')),
    'postgres://user:password@host:5432/name',
    'is no address of a PostgreSQL database',
  ),
  DATA_DIR: variable(text, 'the path of a folder for the embedded database, for example ./call-elements-data'),
  NATS_URL: variable(listOf(isNatsUrl), 'addresses with commas between, for example nats://host:4222', 'is no address of NATS'),
  NATS_PREFIX: variable(text.regex(/^[\w-]+$/), 'one word of letters, digits, - and _, for example call-elements'),
  TWILIO_ACCOUNT_SID: variable(text.regex(/^AC[0-9a-f]{32}$/i), 'the Account SID of the Twilio console', 'is no Account SID: those are AC and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: variable(text.regex(/^[0-9a-f]{32}$/i), 'the Auth Token of the Twilio console', 'is no Auth Token: those are 32 hexadecimal digits'),
  TURN_URLS: variable(listOf(isTurnUrl), 'addresses with commas between, for example turn:turn.example.org:3478,turns:turn.example.org:443?transport=tcp'),
  TURN_SECRET: variable(text.min(16), "the static-auth-secret of coturn's configuration", 'is shorter than 16 characters'),
  TURN_TTL: variable(number(60, 172_800), 'a number of seconds from 60 to 172800, for example 86400'),
  ICE_SERVERS: variable(
    parsedJson.pipe(iceServerListSchema),
    'a JSON list as RTCPeerConnection takes it, for example [{"urls": "stun:stun.example.org:3478"}]',
    'is no list of ICE servers',
  ),
  HOOKS: variable(text, 'the path of a module that exports mayCall, maySee or both'),
  LOG_LEVEL: variable(z.enum(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`),
  METRICS_TOKEN: variable(text.min(16), '16 random characters or more', 'is shorter than 16 characters'),
  LIMIT_CONNECTIONS_PER_USER: limit,
  LIMIT_CONNECTIONS_PER_ADDRESS: limit,
  LIMIT_MESSAGES_PER_SECOND: limit,
  LIMIT_RINGS_PER_MINUTE: limit,
  LIMIT_REQUESTS_PER_MINUTE: limit,
} as const;

export type VariableName = keyof typeof VARIABLES;

/** What was given, each still as text. */
export type Given = Partial<Readonly<Record<VariableName, string>>>;

/** What could be read of it. */
export type Values = {readonly [Name in VariableName]?: z.output<(typeof VARIABLES)[Name]['schema']>};

export const VARIABLE_NAMES = Object.keys(VARIABLES) as readonly VariableName[];
