#!/usr/bin/env node
import {randomBytes} from 'node:crypto';
import {createCallServer} from './call-server.js';
import {closeOnSignal} from './close-on-signal.js';
import {readCommandLine, readVersion, USAGE} from './command-line.js';
import {ConfigError} from './config/config-error.js';
import {readConfig} from './config/read-config.js';
import {createDemoServer} from './demo/demo-server.js';
import {isAlive} from './is-alive.js';
import {ListenError} from './listen.js';
import {createLog} from './log.js';
import {StoreError} from './store/store-error.js';

const serveDemo = async ({PORT, HOST}: NodeJS.ProcessEnv): Promise<void> => {
  const {port, host} = readConfig({PORT, HOST, TOKEN_SECRET: randomBytes(32).toString('hex')});
  const starting = createDemoServer({port, host});
  closeOnSignal(starting);
  const {url} = await starting;
  console.log(`The demo is ready. Open these two side by side, and let one call the other:

  ${url}/?user=alice
  ${url}/?user=bob

Ctrl+C ends it.`);
};

const serve = async (env: NodeJS.ProcessEnv, file: string | undefined): Promise<void> => {
  const config = readConfig(env, file);
  const log = createLog(config.logLevel);
  // Node would print the error's message, which may quote anything.
  process.on('uncaughtException', (error) => {
    log.fatal({code: 'crashed', error}, 'The server ends because of a fault that nobody foresaw.');
    process.exit(1);
  });
  const starting = createCallServer({config, log});
  closeOnSignal(starting);
  // From the beginning: this signal ends a process that does not listen to it.
  process.on('SIGHUP', async () => {
    try {
      (await starting).reloadCertificate();
      if (config.tls) log.info('The certificate was loaded again.');
    } catch (error) {
      log.error({code: 'certificate-refused', error}, 'The new certificate cannot be used: the old one stays in use.');
    }
  });
  await starting;
};

const explain = (error: unknown): void => {
  const isSentence = [ConfigError, ListenError, StoreError].some((kind) => error instanceof kind);
  if (isSentence) console.error((error as Error).message);
  else createLog().fatal({code: 'start-failed', error}, 'The server could not start because of a fault that nobody foresaw.');
};

try {
  const {check, demo, help, version, config, port, host} = readCommandLine(process.argv.slice(2));
  const env: NodeJS.ProcessEnv = {...process.env, ...(port && {PORT: port}), ...(host && {HOST: host})};
  const file = config ?? (env.CONFIG_FILE || undefined);
  if (help) console.log(USAGE);
  else if (version) console.log(readVersion());
  else if (check) process.exitCode = (await isAlive(readConfig(env, file))) ? 0 : 1;
  else if (demo) await serveDemo(env);
  else await serve(env, file);
} catch (error) {
  explain(error);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
