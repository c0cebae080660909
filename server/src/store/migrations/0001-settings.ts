/** One row for each setting that an administrator ever saved. */
export const settings = [
  `create table call_elements.settings (
    id text primary key,
    version integer not null,
    value jsonb not null,
    updated_at timestamptz not null default now(),
    updated_by text not null
  )`,
] as const;
