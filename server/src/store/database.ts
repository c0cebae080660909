/** PostgreSQL, embedded or not: what the stores need of it. */
export interface Database {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** All of it or nothing. */
  transaction<Result>(fn: (database: Pick<Database, 'query'>) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
