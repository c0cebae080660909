#!/usr/bin/env node
import {parseArgs} from 'node:util';
import {createDemoServer} from './demo/demo-server.js';
import {ListenError} from './listen.js';

const USAGE = `call-elements-server --demo [--port 8000] [--host 127.0.0.1]

--demo   Serves the demo portal, where anybody is whom they say they are. Never the default.
PORT and HOST of the environment do the same as the options.`;

const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const readPort = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  return fail(`"${text}" is no port: choose a number from 1 to 65535.`);
};

const readOptions = () => {
  const options = {demo: {type: 'boolean'}, port: {type: 'string'}, host: {type: 'string'}} as const;
  try {
    return parseArgs({options}).values;
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${USAGE}`);
  }
};

const {demo, port, host} = readOptions();
if (!demo) fail(USAGE);

try {
  const server = await createDemoServer({
    port: readPort(port ?? (process.env.PORT || '8000')),
    host: host ?? (process.env.HOST || '127.0.0.1'),
  });
  console.log(`The demo is ready. Open these two side by side, and let one call the other:

  ${server.url}/?user=alice
  ${server.url}/?user=bob

Ctrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await server.close();
      // PeerServer's own timers go on for ever.
      process.exit(0);
    });
  }
} catch (error) {
  if (error instanceof ListenError) fail(error.message);
  throw error;
}
