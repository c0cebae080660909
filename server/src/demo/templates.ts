import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The project's own folder; the same distance from src and from dist. */
export const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** Pages within the portal's layout. */
export type PortalPageName = 'sign-in' | 'stream' | 'directory' | 'profile' | 'chat' | 'log' | 'settings' | 'admin' | 'theming';

/** Pages without it. */
export type BarePageName = 'phones' | 'script' | 'call' | 'meet';

export type PageName = 'layout' | 'posts' | PortalPageName | BarePageName;

/** Reads a page each time that it is asked for, so that whoever edits one sees it on reload. */
export const readTemplate = (name: PageName): string => readFileSync(join(PROJECT, `demo/${name}.html`), 'utf8');
