import {chmodSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {launch} from 'puppeteer-core';
import type {Browser} from 'puppeteer-core';
import {chromiumLaunch, chromiumPath} from '../../tools/browsers.mjs';
import type {Certificate} from './certificate.js';
import type {Namespace} from './namespace.js';

/** Chromium on a machine of the lab. Puppeteer speaks to it by pipes, since no address leads in there. */
export const startBrowser = async (machine: Namespace, {home}: Certificate, folder: string): Promise<Browser> => {
  const script = join(folder, `${machine.name}-chromium`);
  writeFileSync(script, `#!/bin/sh\nHOME='${home}' exec ip netns exec ${machine.name} '${chromiumPath()}' "$@"\n`);
  chmodSync(script, 0o755);
  return launch({...chromiumLaunch(), executablePath: script, pipe: true});
};
