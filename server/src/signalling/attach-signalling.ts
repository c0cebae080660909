import type {Server} from 'node:http';
import express from 'express';
import type {Express} from 'express';
import {ExpressPeerServer} from 'peer';
import type {IClient, IMessage} from 'peer';
import type {ServerOptions, WebSocket, WebSocketServer} from 'ws';
import type {Limits} from '../config/config.js';
import {addressKey, clientAddress} from '../http/client-address.js';
import {isAllowedOrigin} from '../http/origins.js';
import {describeSession} from '../identity/describe-session.js';
import type {Settings} from '../store/settings.js';
import {createAdmission} from './admission.js';
import type {Admitted} from './admission.js';
import {CLOSE_CODES} from './close-codes.js';
import {closeSockets} from './close-sockets.js';
import {followPolicy} from './follow-policy.js';
import {createGuardedSockets} from './guarded-sockets.js';
import {createLimiters} from './limiters.js';
import {createRelay} from './relay.js';
import type {RelayParts} from './relay.js';
import {Room} from './room.js';
import {Session} from './session.js';
import {watchSockets} from './watch-sockets.js';

export interface SignallingParts extends Omit<RelayParts, 'limiters'> {
  /** Knows which proxies to trust. */
  readonly app: Express;
  readonly server: Server;
  /** Of the whole server; the socket is `peerjs` below it. */
  readonly path: string;
  readonly settings: Pick<Settings, 'read' | 'watch'>;
  readonly limits: Limits;
  /** Sites whose pages may connect, besides the server's own; `*` is all. */
  readonly origins: readonly string[];
  /** Milliseconds that a connection may stay when its token is over. */
  readonly grace?: number;
}

export interface Signalling {
  /** Tells every connection to come back later, and takes no more. Settles when they are gone. */
  close(code?: number): Promise<void>;
}

const GRACE = 30_000;

/** Puts a PeerServer for signed-in users on an http server. It does the shaking of hands; each message is ours. */
export const attachSignalling = (parts: SignallingParts): Signalling => {
  const {app, server, path, identity, directory, presence, metrics, log, grace = GRACE} = parts;
  const limiters = createLimiters(parts.limits);
  const relay = createRelay({...parts, limiters});
  const room = new Room(parts.limits, directory);
  const sessions = new WeakMap<WebSocket, Session>();
  metrics.gauge('signalling_connections', () => room.size);

  const admit = createAdmission({
    identity,
    isAllowedOrigin: ({headers: {origin, host}}) => isAllowedOrigin(parts.origins, origin, host),
    networkOf: (request) => addressKey(clientAddress(app, request)),
    checkRoom: (...place) => room.check(...place),
  });

  const begin = (socket: WebSocket, {id, user, network}: Admitted): void => {
    const session = new Session(id, user, socket, grace);
    sessions.set(socket, session);
    const leave = room.enter(network, id);
    socket.on('message', (data: Buffer) => {
      session.allowance = limiters.message(id, data.length);
      void session.allowance.then((allowance) => {
        if (allowance === 'abused') socket.close(CLOSE_CODES.abuse);
      });
    });
    socket.once('close', (code) => {
      leave();
      limiters.forget(id);
      directory.remove(user.id, id);
      presence.disconnected(user.id, id);
      log.debug({code}, 'A connection ended.');
    });
  };

  let sockets: WebSocketServer | undefined;
  const createWebSocketServer = (options: ServerOptions): WebSocketServer =>
    (sockets = createGuardedSockets(options, {
      admit,
      enter: begin,
      refused: (code) => metrics.count('signalling_refused_total', {code}),
    }));

  const peerServer = ExpressPeerServer(server, {path, concurrent_limit: Infinity, createWebSocketServer});
  // Never served: its pages would stand before ours, and open to all sites. It begins when it is mounted.
  express().use(peerServer);

  const greet = (session: Session): void =>
    session.send({type: 'SESSION', payload: {...describeSession(session.user), policy: policy.current}});
  const policy = followPolicy(parts.settings, () => {
    for (const socket of sockets?.clients ?? []) {
      const session = sessions.get(socket);
      if (session) greet(session);
    }
  });

  const sessionOf = (client: IClient): Session | undefined => {
    const socket = client.getSocket();
    return socket ? sessions.get(socket) : undefined;
  };
  peerServer.on('connection', (client) => {
    const session = sessionOf(client);
    if (!session) return;
    const {user, id} = session;
    directory.add(user.id, id, (frame) => session.receive(frame));
    presence.connected(user.id, id);
    greet(session);
  });
  peerServer.on('message', (client, message: {-readonly [Key in keyof IMessage]: unknown}) => {
    if (message.type === 'HEARTBEAT') return;
    const session = sessionOf(client);
    // Who is being closed may still send for a while.
    if (session?.isOpen) relay(session, {...message});
    // PeerServer's own handler comes next, for the same object: it is to find nothing that it knows.
    message.type = 'X-RELAYED';
  });
  // What is no JSON; without a listener it would end the process.
  peerServer.on('error', () => metrics.count('signalling_dropped_total', {reason: 'unreadable'}));
  const stopWatching = sockets && watchSockets(sockets);

  return {
    async close(code = CLOSE_CODES.restart) {
      room.close();
      policy.stop();
      stopWatching?.();
      if (sockets) await closeSockets(sockets, code);
    },
  };
};
