import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {listFiles} from './list-files.mjs';
import {ROOT} from './run-command.mjs';

/** A file in dist that the build writes when it began well and ended well. */
export const STAMP_NAME = '.built';

const SOURCES = [
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'rollup.config.mjs',
  'custom-elements-manifest.config.mjs',
  'scripts/build.mjs',
  'scripts/chunk-of.mjs',
  'scripts/less-code.mjs',
  'scripts/plain-code.mjs',
  'scripts/webrtc-adapter-stub.mjs',
  'server/tsconfig.json',
];

/** Whether something that the build reads has changed since the last one. */
export const isStale = () => {
  const stamp = join(ROOT, 'dist', STAMP_NAME);
  if (!existsSync(stamp) || !existsSync(join(ROOT, 'server/dist/main.js'))) return true;
  const built = statSync(stamp).mtimeMs;
  const files = [...SOURCES, ...listFiles('src'), ...listFiles('server/src')];
  return files.some((file) => existsSync(join(ROOT, file)) && statSync(join(ROOT, file)).mtimeMs > built);
};
