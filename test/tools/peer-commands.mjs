import {signToken, startCallServer} from './call-server.mjs';
import {startPeerServer} from './peer-server.mjs';

/**
 * Lets a test page have servers of its own, to be stopped at will: `/peer-server/start?port=…` gives the port of a stock
 * PeerServer, `/peer-server/stop?port=…` cuts every line to it; `/call-server/…` is the same for one that checks tokens.
 * `/portal/set?key=…&answers=[…]` says what `/portal/token?key=…`, a `token-url`, answers from then on, one after the other,
 * and the last of them for ever; without a key, `/portal/token?user=…` signs for anybody.
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
  const token = async ({key, ...query}) => {
    const portal = portals.get(key) ?? {answers: [query], asked: 0};
    portal.asked += 1;
    const {status = 200, answer, ...claims} = portal.answers.length > 1 ? portal.answers.shift() : portal.answers[0];
    return {body: answer ?? (status === 200 ? JSON.stringify({token: signToken(claims)}) : ''), status};
  };
  const set = async ({key, answers}) => {
    portals.set(key, {answers: JSON.parse(answers), asked: portals.get(key)?.asked ?? 0});
    return {body: key};
  };
  const asked = async ({key}) => ({body: String(portals.get(key).asked)});

  const COMMANDS = {
    '/peer-server/start': start(startPeerServer),
    '/peer-server/stop': stop,
    '/call-server/start': start(startCallServer),
    '/call-server/stop': stop,
    '/portal/set': set,
    '/portal/token': token,
    '/portal/asked': asked,
  };
  return async (context, next) => {
    const {path, query} = context;
    if (!Object.hasOwn(COMMANDS, path)) return next();
    const {body, status = 200} = await COMMANDS[path](query);
    context.status = status;
    context.body = body;
  };
};
