// One server in a process of its own, so that its memory and its time can be told from the clients'.
// argv: `stock` or `call-elements-server`. Says {port, secret?} once it listens, and {rss, cpu} whenever it is asked.
import {randomBytes} from 'node:crypto';
import {setImmediate} from 'node:timers/promises';
import {PeerServer} from 'peer';

const SECRET = randomBytes(32).toString('hex');

const SERVERS = {
  stock: async () => {
    const http = await new Promise((resolve) => {
      PeerServer({host: '127.0.0.1', port: 0, path: '/', concurrent_limit: 20_000}, resolve).on('error', () => {});
    });
    return {port: http.address().port};
  },
  'call-elements-server': async () => {
    const {createCallServer, createLog, readConfig} = await import('../../server/dist/index.js');
    const many = '1000000';
    const config = readConfig({
      PORT: '0',
      TOKEN_SECRET: SECRET,
      LIMIT_CONNECTIONS_PER_ADDRESS: many,
      LIMIT_MESSAGES_PER_SECOND: many,
      LIMIT_RINGS_PER_MINUTE: many,
    });
    const {port} = await createCallServer({config: {...config, database: {}}, log: createLog('silent')});
    return {port, secret: SECRET};
  },
};

process.on('message', async () => {
  // What the embedded database's start leaves behind, hundreds of megabytes, goes at the second time only.
  globalThis.gc?.();
  await setImmediate();
  globalThis.gc?.();
  process.send({rss: process.memoryUsage.rss(), cpu: process.cpuUsage()});
});
process.on('disconnect', () => process.exit());
process.send(await SERVERS[process.argv[2]]());
