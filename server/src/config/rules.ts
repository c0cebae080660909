import type {Given, VariableName} from './variables.js';

const bothOrNone = (one: VariableName, other: VariableName) => ({
  isBroken: (given: Given): boolean => (given[one] === undefined) !== (given[other] === undefined),
  sentence: `${one} and ${other} need each other, but only one is set: set both, or neither.`,
});

/** What the variables ask of each other. */
export const RULES: readonly {readonly isBroken: (given: Given) => boolean; readonly sentence: string}[] = [
  {
    isBroken: (given) => given.TOKEN_SECRET === undefined && given.TOKEN_JWKS_URL === undefined,
    sentence:
      'TOKEN_SECRET is missing, so nobody could sign in: write 32 random bytes or more that the portal signs its tokens with, ' +
      'or set TOKEN_JWKS_URL where the portal publishes its keys.',
  },
  {
    isBroken: (given) => given.TOKEN_SECRET !== undefined && given.TOKEN_JWKS_URL !== undefined,
    sentence: 'TOKEN_SECRET and TOKEN_JWKS_URL exclude each other: keep the one that the portal signs with, and remove the other.',
  },
  bothOrNone('TLS_CERT', 'TLS_KEY'),
  bothOrNone('TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'),
  bothOrNone('TURN_URLS', 'TURN_SECRET'),
  {
    isBroken: (given) => given.NATS_URL !== undefined && given.DATABASE_URL === undefined,
    sentence: 'NATS_URL joins several processes, which need one database between them: set DATABASE_URL to a PostgreSQL, or remove NATS_URL.',
  },
];
