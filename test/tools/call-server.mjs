// What a page on a server that checks tokens needs of it, at its smallest.
import {once} from 'node:events';
import {createServer} from 'node:http';
import cors from 'cors';
import express from 'express';
import {jwtVerify, SignJWT} from 'jose';
import {ExpressPeerServer} from 'peer';
import {WebSocketServer} from 'ws';
import {freePort} from './peer-server.mjs';

const SECRET = new TextEncoder().encode('a secret of the tests, 32 bytes long');
const ID = /^u((?:[A-Za-z0-9]|-[0-9A-F]{2})+)_[0-9a-f]{16}$/;

const userOf = (id) => decodeURIComponent(ID.exec(id ?? '')?.[1]?.replaceAll('-', '%') ?? '');

/** Signs as a portal's own server would. */
export const signToken = ({user, life = 3600, audience = 'call-elements', name = `${user} of the token`}) =>
  new SignJWT({name, picture: 'https://pictures.example/of-the-token.png'})
    .setProtectedHeader({alg: 'HS256'})
    .setSubject(user)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + life)
    .sign(SECRET);

const verify = async (token) => {
  const {payload} = await jwtVerify(token, SECRET, {audience: 'call-elements', algorithms: ['HS256']});
  return {id: payload.sub, name: payload.name, avatar: payload.picture, isAdmin: false, expiresAt: payload.exp * 1000};
};

export const startCallServer = async ({port: wanted} = {}) => {
  const port = wanted || (await freePort());
  const app = express();
  const http = createServer(app);
  const users = new Map();
  const presence = new Map();
  const watchers = new Set();
  const stats = {renewed: 0, sessions: 0};

  const tell = (user) => {
    for (const {response, watched} of watchers) {
      if (!watched.includes(user)) continue;
      const {status, inCall} = presence.get(user) ?? {};
      const word = !status ? 'offline' : inCall ? 'busy' : status;
      response.write(`event: presence\ndata: ${JSON.stringify({user, presence: word})}\n\n`);
    }
  };

  app.use(cors({origin: true}));
  const signedIn = (request, response, next) =>
    verify(request.get('authorization')?.slice(7) ?? '').then(
      (user) => {
        response.locals.user = user;
        next();
      },
      (error) => response.status(401).json({code: error.code === 'ERR_JWT_EXPIRED' ? 'token-expired' : 'token-invalid', message: ''}),
    );
  app.get('/session', signedIn, (_request, response) => {
    stats.sessions += 1;
    response.json({user: response.locals.user});
  });
  app.get('/ice', signedIn, (_request, response) => {
    response.json({iceServers: [{urls: 'stun:ice.example'}], ttl: 600, source: 'list'});
  });
  app.get('/events', signedIn, (request, response) => {
    const watched = [request.query.user].flat();
    const watcher = {response, watched};
    response.set('content-type', 'text/event-stream').flushHeaders();
    watchers.add(watcher);
    response.once('close', () => watchers.delete(watcher));
    watched.forEach(tell);
  });
  app.get('/stats', (_request, response) => void response.json(stats));

  const createWebSocketServer = (options) =>
    new WebSocketServer({
      ...options,
      maxPayload: 65_536 * 2,
      verifyClient: ({req}, done) => {
        const {searchParams} = new URL(req.url, 'http://x');
        verify(searchParams.get('token')).then(
          (user) => {
            users.set(searchParams.get('id'), user);
            done(userOf(searchParams.get('id')) === user.id, 403);
          },
          () => done(false, 401),
        );
      },
    });
  const peers = ExpressPeerServer(http, {path: '/', createWebSocketServer});
  app.use('/', peers);
  peers.on('error', () => {});
  const clients = new Map();
  peers.on('connection', (client) => {
    clients.set(client.getId(), client);
    const {expiresAt, ...user} = users.get(client.getId());
    client.send({type: 'SESSION', payload: {user, expiresAt}});
  });
  peers.on('disconnect', (client) => {
    clients.delete(client.getId());
    presence.delete(userOf(client.getId()));
    tell(userOf(client.getId()));
  });
  peers.on('message', (client, message) => {
    if (message.type === 'HEARTBEAT') return;
    const {type, dst, payload} = message;
    message.type = 'X-RELAYED';
    if (type !== 'OFFER') return;
    const src = client.getId();
    const {endpoint, message: text, token, presence: announced} = payload.metadata ?? {};
    const send = (to, metadata) => to.send({type, src, dst, payload: {...payload, metadata}});
    if (dst === src) {
      if (announced) {
        presence.set(userOf(src), announced);
        tell(userOf(src));
      }
      if (!token) return send(client, {});
      stats.renewed += 1;
      verify(token).then(
        ({id, expiresAt}) => send(client, {session: {user: {id}, expiresAt}}),
        () => send(client, {refused: 'token-invalid'}),
      );
      return;
    }
    const {id: user, name, avatar} = users.get(src);
    for (const [id, other] of clients) {
      if (id !== src && (id === dst || id.startsWith(`${dst}_`))) send(other, {endpoint, message: text, sender: {user, name, avatar}});
    }
  });

  const sockets = new Set();
  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  return {
    port,
    /** Tells everybody to come back later, as a server does that is restarted. */
    async close() {
      http.close();
      for (const client of clients.values()) client.getSocket()?.close(1012);
      for (const socket of sockets) socket.destroySoon();
    },
  };
};
