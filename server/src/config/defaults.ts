import type {Values} from './variables.js';

/** What counts where a variable is not set. What is not here is off, or empty. */
export const DEFAULTS = {
  HOST: '127.0.0.1',
  PORT: 8000,
  BASE_PATH: '/',
  TOKEN_AUDIENCE: 'call-elements',
  DATA_DIR: './call-elements-data',
  NATS_PREFIX: 'call-elements',
  TURN_TTL: 86_400,
  LOG_LEVEL: 'info',
  LIMIT_CONNECTIONS_PER_USER: 20,
  // A whole office may share one address.
  LIMIT_CONNECTIONS_PER_ADDRESS: 1000,
  LIMIT_MESSAGES_PER_SECOND: 50,
  LIMIT_RINGS_PER_MINUTE: 30,
  LIMIT_REQUESTS_PER_MINUTE: 300,
} as const satisfies Values;
