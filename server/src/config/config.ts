import type {IceServerEntry} from '../ice/ice-server-schema.js';

/** How the server runs, read and checked; made by `readConfig`. */
export interface Config {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Begins and ends with a slash. */
  readonly basePath: string;
  /** Whose `X-Forwarded-For` counts: a number of proxies or their addresses; nobody's when false. */
  readonly trustProxy: false | number | readonly string[];
  /** Whose pages may use the server, besides those of its own origin; `*` means everybody's. */
  readonly origins: readonly string[];
  readonly tls?: TlsFiles | undefined;
  readonly token: TokenConfig;
  readonly database: DatabaseConfig;
  readonly nats?: NatsConfig | undefined;
  readonly twilio?: TwilioConfig | undefined;
  readonly turn?: TurnConfig | undefined;
  readonly iceServers: readonly IceServerEntry[];
  /** Path of a module that says who may call and see whom. */
  readonly hooks?: string | undefined;
  readonly logLevel: LogLevel;
  readonly metricsToken?: string | undefined;
  readonly limits: Limits;
}

export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

export interface TokenConfig {
  /** At least 32 bytes; for HS256. */
  readonly secret?: string | undefined;
  readonly jwksUrl?: string | undefined;
  readonly audience: string;
  readonly issuer?: string | undefined;
}

export interface DatabaseConfig {
  /** A PostgreSQL server; without one, the embedded database in `folder`; without both, in memory. */
  readonly url?: string | undefined;
  readonly folder?: string | undefined;
}

export interface NatsConfig {
  readonly servers: readonly string[];
  /** First word of every subject. */
  readonly prefix: string;
}

export interface TwilioConfig {
  readonly accountSid: string;
  readonly authToken: string;
}

export interface TurnConfig {
  readonly urls: readonly string[];
  /** coturn's `static-auth-secret`. */
  readonly secret: string;
  /** Seconds for which a credential holds. */
  readonly ttl: number;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What one person, or one address, may have of one process. */
export interface Limits {
  readonly connectionsPerUser: number;
  readonly connectionsPerAddress: number;
  readonly messagesPerSecond: number;
  readonly ringsPerMinute: number;
  readonly requestsPerMinute: number;
}
