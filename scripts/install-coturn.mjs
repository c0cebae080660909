// Makes sure that coturn and its test client are there for the tests of TURN: by apt where this account may.
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {installPackages} from './install-packages.mjs';

const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
const pathOf = (name) => FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path));

/** Of the server, and of the client that comes with it; undefined unless both are there. */
export const coturnPaths = () => {
  const [server, client] = ['turnserver', 'turnutils_uclient'].map(pathOf);
  return server && client ? {server, client} : undefined;
};

/** Returns a sentence that says what is to be installed by hand, or undefined when it is there. */
export const installCoturn = async () => {
  if (!coturnPaths()) await installPackages(['coturn']);
  if (coturnPaths()) return undefined;
  return 'The tests of TURN need coturn: install it, so that turnserver and turnutils_uclient are in the PATH.';
};

if (process.argv[1]?.endsWith('install-coturn.mjs')) {
  const sentence = await installCoturn();
  if (sentence) {
    console.error(sentence);
    process.exit(1);
  }
}
