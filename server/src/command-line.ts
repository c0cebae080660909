import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {ConfigError} from './config/config-error.js';

export const USAGE = `call-elements-server [--config file.json] [--port 8000] [--host 127.0.0.1]
call-elements-server --check [--config file.json]
call-elements-server --demo [--port 8000] [--host 127.0.0.1]

Signalling, ICE servers, settings and call log for pages with call-elements.

--config   A JSON file with settings; CONFIG_FILE does the same. Variables of the environment win over it.
--port     Where to listen; 0 takes any free port. PORT does the same.
--host     At which address to listen. HOST does the same.
--check    Asks the server that runs with the same configuration on this machine whether it is alive: 0 yes, 1 no.
--demo     Serves the demo portal, where anybody is whom they say they are. Never the default.
--help     Says this.
--version  Says which version this is.

It needs at least TOKEN_SECRET, or TOKEN_JWKS_URL. SIGTERM ends it gracefully, SIGHUP loads a renewed certificate.
Exit codes: 0 ended as asked, 1 could not go on, 2 the command line or the configuration is wrong.`;

const OPTIONS = {
  config: {type: 'string'},
  port: {type: 'string'},
  host: {type: 'string'},
  check: {type: 'boolean'},
  demo: {type: 'boolean'},
  help: {type: 'boolean'},
  version: {type: 'boolean'},
} as const;

/** Throws a `ConfigError` for options that do not exist. */
export const readCommandLine = (args: readonly string[]) => {
  try {
    return parseArgs({args: [...args], options: OPTIONS}).values;
  } catch (cause) {
    throw new ConfigError([(cause as Error).message, 'call-elements-server --help lists the options.'], {cause});
  }
};

/** The same distance from src and from dist. */
export const readVersion = (): string => {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version;
};
