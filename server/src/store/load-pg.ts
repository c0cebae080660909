/** The client of a PostgreSQL elsewhere: only for servers that were given one. */
export const loadPg = async () => (await import('pg')).default;
