import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export const ADDON = join(ROOT, 'odoo/mobile_webrtc');
export const CDN = join(ROOT, 'dist/cdn');

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The files below a folder whose names end so, in order. */
export const filesIn = (folder: string, ending: string): readonly Source[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => ({path, text: readFileSync(join(folder, path), 'utf8')}));

/** What we wrote for Odoo's web client; the file that the build adds is not among it. */
export const webClientFiles = (ending: string): readonly Source[] =>
  filesIn(join(ADDON, 'static/src'), ending).filter(({path}) => path !== 'library_url.js');
