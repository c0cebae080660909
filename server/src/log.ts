import {pino} from 'pino';
import type {DestinationStream, LevelWithSilent, Logger} from 'pino';
import {scrub} from './scrub.js';

/**
 * JSON lines. Error: told to somebody. Warn: recovered. Info: one line for each step in the life of the server.
 * The first argument has the fields, the second is a fixed sentence: `log.warn({code, error}, 'Twilio did not answer.')`.
 */
export type Log = Logger;

/** Every field that may come out, with numbers, booleans or short words in it. A field that is not here is left out. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['level', 'msg', 'code', 'reason', 'reference', 'source', 'state', 'setting', 'version'],
  ...['method', 'route', 'status', 'count', 'port', 'ms'],
]);

/** What an error may say: its message may quote anything, so it stays behind. */
interface SafeError {
  readonly type: string;
  readonly code?: string | number;
  readonly at: readonly string[];
  readonly cause?: SafeError;
}

const FRAME = /^ {4}at .*(?:file:\/\/|node:|\/).*:\d+:\d+\)?$/;
const MOST_CAUSES = 4;

const framesOf = ({stack = '', message}: Error): string[] => {
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  return afterMessage.split('\n').filter((line) => FRAME.test(line)).map((line) => line.trim());
};

const safeError = (error: unknown, causes = MOST_CAUSES): SafeError | undefined => {
  if (!(error instanceof Error)) return undefined;
  const {code} = error as {code?: unknown};
  const cause = causes > 0 ? safeError(error.cause, causes - 1) : undefined;
  return {
    type: scrub(error.constructor.name),
    ...(typeof code === 'string' && {code: scrub(code)}),
    ...(typeof code === 'number' && {code}),
    at: framesOf(error),
    ...(cause && {cause}),
  };
};

const safeValue = (value: unknown): unknown => {
  if (typeof value === 'string') return scrub(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
};

/** The last gate: whatever was logged, by whichever way, comes through here as one line of JSON. */
const onlyFields = (line: string): string => {
  const entry = JSON.parse(line) as Record<string, unknown>;
  const {error, time, ...rest} = entry;
  const fields = Object.entries(rest).filter(([name]) => FIELDS.has(name));
  const safe = fields.map(([name, value]) => [name, safeValue(value)] as const);
  return `${JSON.stringify({time, ...Object.fromEntries(safe), error})}\n`;
};

export const createLog = (level: LevelWithSilent = 'info', destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      errorKey: 'error',
      timestamp: pino.stdTimeFunctions.isoTime,
      // Fields may not stand in for what pino writes itself.
      formatters: {level: (level) => ({level}), log: ({level: _, time, msg, ...fields}) => fields},
      serializers: {error: (error: unknown) => safeError(error)},
      hooks: {
        // Without a sentence pino takes the error's message; further arguments would be written into the sentence.
        logMethod([first, sentence], method) {
          if (typeof first === 'string') return method.call(this, first);
          method.call(this, first, typeof sentence === 'string' ? sentence : '');
        },
        streamWrite: onlyFields,
      },
    },
    destination ?? pino.destination({sync: true}),
  );
