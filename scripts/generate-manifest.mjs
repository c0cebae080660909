import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {addCssProperties} from './css-properties.mjs';
import {ROOT, runNode} from './run-command.mjs';

/** Describes the elements as src has them now; returns the text of custom-elements.json. */
export const generateManifest = async () => {
  const outdir = `.tmp/manifest-${process.pid}`;
  mkdirSync(join(ROOT, outdir), {recursive: true});
  const args = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', outdir, '--quiet'];
  const {code, output} = await runNode(['node_modules/@custom-elements-manifest/analyzer/cem.js', ...args], {quiet: true});
  if (code !== 0) throw new Error(output);
  const manifest = JSON.parse(readFileSync(join(ROOT, outdir, 'custom-elements.json'), 'utf8'));
  rmSync(join(ROOT, outdir), {recursive: true});
  addCssProperties(manifest);
  return `${JSON.stringify(manifest, null, 2)}\n`;
};
