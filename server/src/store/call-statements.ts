import type {CallEvent} from './call-event.js';
import type {EndReason} from './end-reasons.js';

/**
 * Messages of one call pass on two nodes, so they may be written in any order: each statement makes the row where there
 * is none, and the earliest answer and the earliest end win by the time at which they passed.
 */
const RING = `insert into call_elements.calls as c (id, low, high, caller, started_at, media)
  values ($1::uuid, $2, $3, $4, $5::timestamptz, $6)
  on conflict (id, low, high) do update set
    caller = excluded.caller, started_at = excluded.started_at, media = excluded.media,
    answered_at = case when c.caller = excluded.caller then c.answered_at end,
    answered_on = case when c.caller = excluded.caller then c.answered_on end
  where c.started_at is null`;

/** Only who was called can answer: whoever sends this says that the other one called. */
const ACCEPT = `insert into call_elements.calls as c (id, low, high, caller, answered_at, answered_on)
  values ($1::uuid, $2, $3, $4, $5::timestamptz, $6)
  on conflict (id, low, high) do update set
    caller = coalesce(c.caller, excluded.caller), answered_at = excluded.answered_at, answered_on = excluded.answered_on
  where (c.caller is null or c.caller = excluded.caller)
    and (c.answered_at is null or c.answered_at > excluded.answered_at)
    and (c.ended_at is null or c.ended_at > excluded.answered_at)`;

/** Once one of the callee's devices answered, the others have no say; before, some reasons ($8) end nothing but a device's own ringing. */
const END = `insert into call_elements.calls as c (id, low, high, ended_by, ended_at, reason)
  select $1::uuid, $2, $3, $4, $5::timestamptz, $6
  where not $8::boolean or exists (select from call_elements.calls where id = $1::uuid and low = $2 and high = $3)
  on conflict (id, low, high) do update set
    ended_by = excluded.ended_by, ended_at = excluded.ended_at, reason = excluded.reason
  where (c.ended_at is null or c.ended_at > excluded.ended_at)
    and (c.caller = excluded.ended_by or c.answered_on = $7 or (c.answered_on is null and not $8::boolean))`;

export type Statement = readonly [sql: string, values: readonly unknown[]];

/** Ends one device's ringing, while the call goes on at the caller and perhaps at other devices. */
const OF_ONE_DEVICE: readonly EndReason[] = ['page-closed', 'no-answer'];

const endStatement = (event: CallEvent & {readonly type: 'end'}, key: readonly string[], at: string): Statement | undefined => {
  const {reason, from, to, endpoint, isToAll} = event;
  const isElsewhere = reason === 'answered-elsewhere' || reason === 'declined-elsewhere';
  // News for one device of what another did. Said to all of them it is the caller's last word.
  if (isElsewhere && !isToAll) return undefined;
  if (reason === 'declined-elsewhere') return [END, [...key, to, at, 'declined', '', false]];
  return [END, [...key, from, at, reason, endpoint, OF_ONE_DEVICE.includes(reason)]];
};

/** How an event is written down; undefined for one that changes nothing. */
export const statementOf = (event: CallEvent): Statement | undefined => {
  const {call, from, to} = event;
  const key = [call, ...[from, to].sort()];
  const at = new Date(event.at).toISOString();
  if (event.type === 'ring') return [RING, [...key, from, at, event.media]];
  if (event.type === 'accept') return [ACCEPT, [...key, to, at, event.endpoint]];
  return endStatement(event, key, at);
};
