/** One row for each user who ever saved where else they can be reached. */
export const imAccounts = [
  `create table call_elements.im_accounts (
    id text primary key,
    version integer not null,
    value jsonb not null,
    updated_at timestamptz not null default now(),
    updated_by text not null
  )`,
] as const;
