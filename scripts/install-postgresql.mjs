// Makes sure that a PostgreSQL server is there for the tests of the stores: by apt where this account may.
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {installPackages} from './install-packages.mjs';

/** Debian keeps each version in a folder of its own. */
const DEBIAN = '/usr/lib/postgresql';

const byVersion = (a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10);

const folders = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort(byVersion) : [];
  return [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
};

/** The folder with initdb and postgres in it. */
export const postgresqlFolder = () =>
  process.env.POSTGRESQL_BIN ??
  folders().find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));

/** Returns a sentence that says what is to be installed by hand, or undefined when it is there. */
export const installPostgresql = async () => {
  if (!postgresqlFolder()) await installPackages(['postgresql']);
  if (postgresqlFolder()) return undefined;
  return 'The tests of the stores need PostgreSQL: install it, or set POSTGRESQL_BIN to the folder of initdb and postgres.';
};

if (process.argv[1]?.endsWith('install-postgresql.mjs')) {
  const sentence = await installPostgresql();
  if (sentence) {
    console.error(sentence);
    process.exit(1);
  }
}
