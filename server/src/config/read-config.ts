import type {Config} from './config.js';
import {ConfigError} from './config-error.js';
import {DEFAULTS} from './defaults.js';
import {readGiven} from './read-given.js';
import {RULES} from './rules.js';
import {VARIABLE_NAMES, VARIABLES} from './variables.js';
import type {Given, Values} from './variables.js';

const readValues = (given: Given): {values: Values; faults: string[]} => {
  const values: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const name of VARIABLE_NAMES) {
    const value = given[name];
    if (value === undefined) continue;
    const {schema, write, wrong} = VARIABLES[name];
    const result = schema.safeParse(value);
    if (result.success) values[name] = result.data;
    else faults.push(`${name} ${wrong ?? `is ${JSON.stringify(value)}`}: write ${write}.`);
  }
  return {values, faults};
};

const together = <One, Other, Result>(one: One | undefined, other: Other | undefined, make: (one: One, other: Other) => Result) =>
  one === undefined || other === undefined ? undefined : make(one, other);

const toConfig = (values: Values & Required<Pick<Values, keyof typeof DEFAULTS>>): Config => ({
  host: values.HOST,
  port: values.PORT,
  basePath: values.BASE_PATH,
  trustProxy: values.TRUST_PROXY || (false as const),
  origins: values.ORIGINS ?? [],
  tls: together(values.TLS_CERT, values.TLS_KEY, (cert, key) => ({cert, key})),
  token: {
    secret: values.TOKEN_SECRET,
    jwksUrl: values.TOKEN_JWKS_URL,
    audience: values.TOKEN_AUDIENCE,
    issuer: values.TOKEN_ISSUER,
  },
  database: values.DATABASE_URL ? {url: values.DATABASE_URL} : {folder: values.DATA_DIR},
  nats: values.NATS_URL && {servers: values.NATS_URL, prefix: values.NATS_PREFIX},
  twilio: together(values.TWILIO_ACCOUNT_SID, values.TWILIO_AUTH_TOKEN, (accountSid, authToken) => ({accountSid, authToken})),
  turn: together(values.TURN_URLS, values.TURN_SECRET, (urls, secret) => ({urls, secret, ttl: values.TURN_TTL})),
  iceServers: values.ICE_SERVERS ?? [],
  hooks: values.HOOKS,
  logLevel: values.LOG_LEVEL,
  metricsToken: values.METRICS_TOKEN,
  limits: {
    connectionsPerUser: values.LIMIT_CONNECTIONS_PER_USER,
    connectionsPerAddress: values.LIMIT_CONNECTIONS_PER_ADDRESS,
    messagesPerSecond: values.LIMIT_MESSAGES_PER_SECOND,
    ringsPerMinute: values.LIMIT_RINGS_PER_MINUTE,
    requestsPerMinute: values.LIMIT_REQUESTS_PER_MINUTE,
  },
});

/**
 * Reads the configuration from the environment and perhaps a JSON file with the same names; the environment wins.
 * Throws one `ConfigError` with every fault at once.
 */
export const readConfig = (env: NodeJS.ProcessEnv, file?: string): Config => {
  const {given, faults: unknown} = readGiven(env, file);
  const {values, faults: wrong} = readValues(given);
  const broken = RULES.filter(({isBroken}) => isBroken(given)).map(({sentence}) => sentence);
  const faults = [...unknown, ...wrong, ...broken];
  if (faults.length > 0) throw new ConfigError(faults);
  return toConfig({...DEFAULTS, ...values});
};
