import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './run-command.mjs';

/** Paths, relative to the project, of all files below `folder` that `wanted` says yes to; in order. */
export const listFiles = (folder, wanted = () => true) => {
  if (!existsSync(join(ROOT, folder))) return [];
  const entries = readdirSync(join(ROOT, folder), {withFileTypes: true});
  const paths = entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listFiles(path, wanted);
    return wanted(path) ? [path] : [];
  });
  return paths.sort();
};
