import {signToken, startCallServer} from './call-server.mjs';
import {startPeerServer} from './peer-server.mjs';

/**
 * Lets a test page have servers of its own, to be stopped at will: `/peer-server/start?port=…` gives the port of a stock
 * PeerServer, `/peer-server/stop?port=…` cuts every line to it; `/call-server/…` is the same for one that checks tokens.
 * `/portal/set?key=…&user=…&status=…` says what `/portal/token?key=…`, a `token-url`, answers from then on; without a key, `/portal/token?user=…` signs for anybody.
 */
export const peerCommands = () => {
  const servers = new Map();
  const portals = new Map();

  const start = (create) => async ({port}) => {
    const server = await create(port > 0 ? {port: Number(port)} : {});
    servers.set(server.port, server);
    return {body: String(server.port)};
  };
  const stop = async ({port}) => {
    await servers.get(Number(port))?.close();
    servers.delete(Number(port));
    return {body: port};
  };
  const token = async ({key, ...asked}) => {
    const portal = portals.get(key) ?? {...asked, asked: 0};
    const {user, life = 3600, audience, answer, status = 200} = portal;
    portal.asked += 1;
    const body = answer ?? (Number(status) === 200 ? JSON.stringify({token: await signToken({user, life: Number(life), audience})}) : '');
    return {body, status: Number(status)};
  };
  const set = ({key, ...answer}) => {
    const asked = portals.get(key)?.asked ?? 0;
    portals.set(key, {...answer, asked});
    return {body: String(asked)};
  };
  const asked = ({key}) => ({body: String(portals.get(key)?.asked)});

  const COMMANDS = {
    '/peer-server/start': start(startPeerServer),
    '/peer-server/stop': stop,
    '/call-server/start': start(startCallServer),
    '/call-server/stop': stop,
    '/portal/set': set,
    '/portal/token': token,
    '/portal/asked': asked,
  };
  return {
    name: 'peer-commands',
    async serve(context) {
      const {path, query} = context;
      if (!Object.hasOwn(COMMANDS, path)) return undefined;
      const {body, status = 200} = await COMMANDS[path](query);
      context.status = status;
      return {body: body || ' ', type: 'text/plain'};
    },
  };
};
