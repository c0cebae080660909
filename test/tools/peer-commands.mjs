import {startPeerServer} from './peer-server.mjs';

/**
 * Lets a test page have PeerServers of its own, to be stopped at will: `/peer-server/start?port=…` gives the port,
 * `/peer-server/stop?port=…` cuts every line to it.
 */
export const peerCommands = () => {
  const servers = new Map();
  const COMMANDS = {
    '/peer-server/start': async (port) => {
      const server = await startPeerServer(port ? {port} : {});
      servers.set(server.port, server);
      return server.port;
    },
    '/peer-server/stop': async (port) => {
      await servers.get(port)?.close();
      servers.delete(port);
      return port;
    },
  };
  return {
    name: 'peer-commands',
    async serve({path, query}) {
      if (!Object.hasOwn(COMMANDS, path)) return undefined;
      return {body: String(await COMMANDS[path](Number(query.port ?? 0))), type: 'text/plain'};
    },
  };
};
