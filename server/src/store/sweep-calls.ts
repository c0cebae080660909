import type {Database} from './database.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** No ring lasts this long, and no message is so late. */
const RINGING = 15 * MINUTE;
/** Nor does a conversation. */
const TALKING = DAY;

/** How long it lasted nobody knows: it counts as having lasted no time. */
const CLOSE = `update call_elements.calls
  set ended_at = coalesce(answered_at, started_at), reason = 'connection-failed', ended_by = null
  where ended_at is null and started_at is not null
    and case when answered_at is null then started_at < $1::timestamptz else answered_at < $2::timestamptz end`;

/** Answers and ends of calls that never rang: the ring was lost, or somebody makes calls up. */
const FORGET_UNRUNG = `delete from call_elements.calls
  where started_at is null and coalesce(answered_at, ended_at) < $1::timestamptz`;

const FORGET_OLD = 'delete from call_elements.calls where ended_at is not null and started_at < $1::timestamptz';

/** Any number of nodes may do this at once. */
export const sweepCalls = async ({query}: Pick<Database, 'query'>, now: number, keepDays: number): Promise<void> => {
  const before = (age: number): string => new Date(now - age).toISOString();
  await query(CLOSE, [before(RINGING), before(TALKING)]);
  await query(FORGET_UNRUNG, [before(RINGING)]);
  await query(FORGET_OLD, [before(keepDays * DAY)]);
};
