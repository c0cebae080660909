import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ConfigError} from './config/config-error.js';
import type {Permissions} from './permissions.js';

const NAMES = ['mayCall', 'maySee'] as const;

const load = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (cause) {
    const {name, code = name} = cause as NodeJS.ErrnoException;
    throw new ConfigError([`HOOKS names ${file}, which cannot be loaded (${code}): check its path, and that node can run it.`], {cause});
  }
};

/** Who may call and see whom, by a module of whoever runs the server. What it does not export everyone may. */
export const loadHooks = async (file: string): Promise<Partial<Permissions>> => {
  const module = await load(file);
  const hooks = NAMES.map((name) => [name, module[name]] as const).filter(([, hook]) => hook !== undefined);
  if (hooks.length === 0 || hooks.some(([, hook]) => typeof hook !== 'function')) {
    throw new ConfigError([`HOOKS names ${file}, which exports neither a function mayCall(from, to) nor maySee(who, other): export one.`]);
  }
  return Object.fromEntries(hooks);
};
