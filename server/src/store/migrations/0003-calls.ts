/**
 * One row for each call. The two users are part of the key: whoever else knows a call's id can only ever touch a row of
 * their own. `low` and `high` are the two in alphabetical order; who called is known from the ring, and a row without
 * one (`started_at`) is nobody's to see. The columns ending in `_on` name an endpoint of the callee's.
 */
export const calls = [
  `create table call_elements.calls (
    id uuid not null,
    low text not null,
    high text not null,
    caller text,
    media text,
    started_at timestamptz,
    answered_at timestamptz,
    answered_on text,
    ended_at timestamptz,
    ended_by text,
    reason text,
    primary key (id, low, high)
  )`,
  'create index on call_elements.calls (low, started_at desc)',
  'create index on call_elements.calls (high, started_at desc)',
  'create index on call_elements.calls (started_at)',
] as const;
