import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const execute = promisify(execFile);

/** Runs a command; when it fails, what it printed is in the error. */
export const run = async (command: string, args: readonly string[], {cwd}: {readonly cwd?: string} = {}): Promise<string> => {
  try {
    return (await execute(command, args, {...(cwd && {cwd}), maxBuffer: 1e8})).stdout;
  } catch (error) {
    const {stdout, stderr} = error as {stdout?: string; stderr?: string};
    throw new Error([`${command} ${args[0]} failed.`, stdout, stderr].filter(Boolean).join('\n'), {cause: error});
  }
};

/** An empty folder into which the packed package was installed, as anybody would do it. */
export interface PackedApp {
  readonly folder: string;
  readonly tarball: string;
  write(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export const installPacked = async (): Promise<PackedApp> => {
  const folder = await mkdtemp(join(tmpdir(), 'call-elements-'));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(join(folder, path, '..'), {recursive: true});
    await writeFile(join(folder, path), text);
  };
  // It is built already, so the build before packing is left out.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {cwd: ROOT});
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error('npm pack has left no tarball.');
  const tarball = join(folder, name);
  await write('package.json', JSON.stringify({name: 'app', private: true, type: 'module'}));
  const quietly = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error'];
  await run('npm', ['install', ...quietly, tarball], {cwd: folder});
  return {folder, tarball, write, remove: () => rm(folder, {recursive: true, force: true})};
};
