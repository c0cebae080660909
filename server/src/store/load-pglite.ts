/** A PostgreSQL of its own, some megabytes: only for servers that were given no other. */
export const loadPglite = async () => (await import('@electric-sql/pglite')).PGlite;
