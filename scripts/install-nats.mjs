// Makes sure that nats-server is there for the tests of several nodes: by apt where this account may.
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {installPackages} from './install-packages.mjs';

/** Debian puts it where only root looks. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

export const natsPath = () =>
  process.env.NATS_SERVER_PATH ?? FOLDERS.map((folder) => join(folder, 'nats-server')).find((path) => existsSync(path));

/** Returns a sentence that says what is to be installed by hand, or undefined when it is there. */
export const installNats = async () => {
  if (!natsPath()) await installPackages(['nats-server']);
  if (natsPath()) return undefined;
  return 'The tests of several nodes need nats-server: install it, or set NATS_SERVER_PATH to where it is.';
};

if (process.argv[1]?.endsWith('install-nats.mjs')) {
  const sentence = await installNats();
  if (sentence) {
    console.error(sentence);
    process.exit(1);
  }
}
