import {get as getHttp} from 'node:http';
import {get as getHttps} from 'node:https';
import type {Config} from './config/config.js';

const PATIENCE_MS = 3000;
/** Where a server that listens everywhere can be asked from its own machine. */
const EVERYWHERE: Readonly<Record<string, string>> = {'0.0.0.0': '127.0.0.1', '::': '::1'};

/** Whether the server that runs by this configuration answers; asked on its own machine. */
export const isAlive = ({host, port, basePath, tls}: Pick<Config, 'host' | 'port' | 'basePath' | 'tls'>): Promise<boolean> =>
  new Promise((resolve) => {
    const get = tls ? getHttps : getHttp;
    // The certificate is for the name by which people know the server.
    const options = {host: EVERYWHERE[host] ?? host, port, path: `${basePath}health`, rejectUnauthorized: false, timeout: PATIENCE_MS};
    const request = get(options, ({statusCode}) => resolve(statusCode === 200));
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
    // Nobody waits for the rest of an answer.
    request.on('response', (response) => response.destroy());
  });
