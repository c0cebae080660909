import type {Log} from '../log.js';
import type {RelayObserver} from '../signalling/relay-observer.js';
import {readCallEvent} from './call-event.js';
import {findCalls} from './find-calls.js';
import type {CallPage, CallQuery} from './find-calls.js';
import {statementOf} from './call-statements.js';
import type {Statement} from './call-statements.js';
import type {Database} from './database.js';
import {sweepCalls} from './sweep-calls.js';
import {createWriteQueue} from './write-queue.js';

/** Who called whom, when, for how long, and why it ended. No media, no descriptions, no addresses, no text. */
export interface CallLog {
  /** Looks at what is relayed; never waits, never throws. */
  readonly observe: RelayObserver;
  page(query: CallQuery): Promise<CallPage>;
  /** Closes calls whose end nobody told, and deletes what is old; goes on by itself now and then. */
  sweep(): Promise<void>;
  /** Settles when all that was observed so far is written. */
  settled(): Promise<void>;
  /** How many messages could not be written, for the metrics. */
  readonly lost: number;
  close(): Promise<void>;
}

export interface CallLogOptions {
  /** Days for which calls are kept, as the policy has it now. */
  readonly keepDays?: () => Promise<number>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Messages that wait at most for a database that does not answer. */
  readonly mostWaiting?: number;
}

const SWEEP_EVERY = 10 * 60_000;

/** In the order of their keys, so that two nodes never wait for each other's rows. Those of one call keep their order. */
const inOrder = (statements: readonly Statement[]): Statement[] =>
  [...statements].sort(([, [a]], [, [b]]) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0));

export const createCallLog = (database: Database, log: Log, options: CallLogOptions = {}): CallLog => {
  const {keepDays = async () => 90, now = Date.now, mostWaiting} = options;
  const queue = createWriteQueue<Statement>(
    (statements) =>
      database.transaction(async ({query}) => {
        for (const [sql, values] of inOrder(statements)) await query(sql, values);
      }),
    log,
    mostWaiting,
  );

  const sweep = async (): Promise<void> => sweepCalls(database, now(), await keepDays());
  const timer = setInterval(() => {
    sweep().catch((error) => log.warn({error}, 'The call log could not be tidied: it is tried again later.'));
  }, SWEEP_EVERY).unref();

  return {
    observe(relayed) {
      const event = readCallEvent(relayed, now());
      const statement = event && statementOf(event);
      if (statement) queue.add(statement);
    },
    page: (query) => findCalls(database, query),
    sweep,
    settled: () => queue.settled(),
    get lost() {
      return queue.lost;
    },
    async close() {
      clearInterval(timer);
      await queue.close();
    },
  };
};
