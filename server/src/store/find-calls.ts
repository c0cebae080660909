import {z} from 'zod';
import type {Database} from './database.js';
import {NOBODYS_REASONS} from './end-reasons.js';
import type {EndReason} from './end-reasons.js';

/** One call, as the log tells it. Times are ISO 8601; null for what has not happened. */
export interface CallEntry {
  readonly id: string;
  readonly caller: string;
  readonly callee: string;
  readonly media: 'audio' | 'video';
  readonly startedAt: string;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  /** From the answer to the end; 0 for what was never answered, null for what goes on. */
  readonly durationMs: number | null;
  readonly reason: EndReason | null;
  readonly by: 'caller' | 'callee' | 'system' | null;
}

export interface CallPage {
  /** The newest first. */
  readonly calls: readonly CallEntry[];
  /** What to ask for as `before` to see older ones; null when there are none. */
  readonly next: string | null;
}

/** There is a year 0 in ISO 8601, but none in PostgreSQL. */
const Cursor = z.tuple([z.iso.datetime({precision: 3}).regex(/^[1-9]/), z.guid()]);

/** Where a page begins: when the last one of the page before it began, and its id. */
export const cursorSchema = z.string().transform((text, context) => {
  const [at, id, ...rest] = text.split('_');
  const parts = Cursor.safeParse([at, id, ...rest]);
  if (parts.success) return parts.data;
  context.addIssue({code: 'custom', message: 'This is no "next" of an earlier answer.'});
  return z.NEVER;
});

export interface CallQuery {
  /** Only calls of this user; of all without it. */
  readonly user?: string | undefined;
  readonly before?: readonly [startedAt: string, id: string] | undefined;
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly low: string;
  readonly high: string;
  readonly caller: string;
  readonly media: 'audio' | 'video';
  readonly started_at: Date;
  readonly answered_at: Date | null;
  readonly ended_at: Date | null;
  readonly ended_by: string | null;
  readonly reason: EndReason | null;
}

const endedBy = ({reason, ended_by: by, caller}: Row): CallEntry['by'] => {
  if (reason === null) return null;
  if (by === null || NOBODYS_REASONS.includes(reason)) return 'system';
  return by === caller ? 'caller' : 'callee';
};

const durationOf = ({answered_at: answered, ended_at: ended}: Row): number | null => {
  if (ended === null) return null;
  // Answer and end may have passed on two nodes, whose clocks differ a little.
  return answered === null ? 0 : Math.max(0, ended.getTime() - answered.getTime());
};

const entryOf = (row: Row): CallEntry => ({
  id: row.id,
  caller: row.caller,
  callee: row.caller === row.low ? row.high : row.low,
  media: row.media,
  startedAt: row.started_at.toISOString(),
  answeredAt: row.answered_at?.toISOString() ?? null,
  endedAt: row.ended_at?.toISOString() ?? null,
  durationMs: durationOf(row),
  reason: row.reason,
  by: endedBy(row),
});

const FIND = `select id, low, high, caller, media, started_at, answered_at, ended_at, ended_by, reason
  from call_elements.calls
  where started_at is not null
    and ($1::text is null or low = $1 or high = $1)
    and ($2::timestamptz is null or (started_at, id) < ($2, $3::uuid))
  order by started_at desc, id desc limit $4`;

export const findCalls = async ({query}: Pick<Database, 'query'>, {user, before, limit}: CallQuery): Promise<CallPage> => {
  const [at = null, id = null] = before ?? [];
  const rows = await query<Row>(FIND, [user ?? null, at, id, limit + 1]);
  const calls = rows.slice(0, limit).map(entryOf);
  const last = calls.at(-1);
  return {calls, next: last && rows.length > limit ? `${last.startedAt}_${last.id}` : null};
};
