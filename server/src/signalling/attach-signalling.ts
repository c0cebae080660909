import type {Server} from 'node:http';
import express from 'express';
import type {Express} from 'express';
import {ExpressPeerServer} from 'peer';
import type {IClient, IMessage} from 'peer';
import type {ServerOptions, WebSocket, WebSocketServer} from 'ws';
import type {Limits} from '../config/config.js';
import {addressKey, clientAddress, isProxyUnknown} from '../http/client-address.js';
import {isAllowedOrigin} from '../http/origins.js';
import {describeSession} from '../identity/describe-session.js';
import type {Settings} from '../store/settings.js';
import {createAdmission} from './admission.js';
import type {Admitted} from './admission.js';
import {createAdvice} from './advice.js';
import {CallMemory} from './call-memory.js';
import {CLOSE_CODES} from './close-codes.js';
import {closeSockets} from './close-sockets.js';
import {followDecisions} from './follow-decisions.js';
import {createGuardedSockets} from './guarded-sockets.js';
import {createLimiters} from './limiters.js';
import {createRelay} from './relay.js';
import type {RelayParts} from './relay.js';
import {Room} from './room.js';
import {Session} from './session.js';
import {watchSocket} from './watch-socket.js';

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
  /**
   * Tells every connection to come back later, and takes no more. Settles when they are gone. PeerServer 1.0 has no way to
   * stop its two timers, which keep the process: whoever is done has to end it.
   */
  close(code?: number): Promise<void>;
}

const GRACE = 30_000;

/** PeerServer is to end no connection, which it would do by a clock that may be set, and keeps no messages that could go stale. */
const LEFT_TO_US = {concurrent_limit: Infinity, alive_timeout: Infinity, cleanup_out_msgs: 2 ** 31 - 1};

/** Puts a PeerServer for signed-in users on an http server. It does the shaking of hands; each message is ours. */
export const attachSignalling = (parts: SignallingParts): Signalling => {
  const {app, server, path, identity, directory, presence, metrics, log, grace = GRACE} = parts;
  const limiters = createLimiters(parts.limits);
  const relay = createRelay({...parts, limiters});
  const room = new Room(parts.limits, directory);
  const memory = new CallMemory();
  const advise = createAdvice(log);
  const sessions = new WeakMap<WebSocket, Session>();
  metrics.gauge('signalling_connections', () => room.size);

  const admit = createAdmission({
    identity,
    isAllowedOrigin: ({headers: {origin, host}}) => isAllowedOrigin(parts.origins, origin, host),
    networkOf(request) {
      if (isProxyUnknown(app, request)) advise('untrusted-proxy');
      return addressKey(clientAddress(app, request));
    },
    countVisit: limiters.visit,
    checkRoom: (...place) => room.check(...place),
  });

  const begin = (socket: WebSocket, {id, user, network}: Admitted): void => {
    const session = new Session(id, user, socket, memory.enter(user.id), grace);
    sessions.set(socket, session);
    const leave = room.enter(network, id);
    watchSocket(socket);
    socket.on('message', (data: Buffer) => {
      session.allowance = limiters.message(user.id, data.length);
      void session.allowance.then((allowance) => {
        if (allowance === 'abused') session.end(CLOSE_CODES.abuse);
      });
    });
    socket.once('close', (code) => {
      leave();
      memory.leave(user.id);
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
      refused(code) {
        metrics.count('signalling_refused_total', {code});
        advise(code);
      },
    }));

  const peerServer = ExpressPeerServer(server, {...LEFT_TO_US, path, createWebSocketServer});
  // Never served: its pages would stand before ours, and open to all sites. It begins when it is mounted.
  express().use(peerServer);

  const greet = (session: Session): void =>
    session.send({type: 'SESSION', payload: {...describeSession(session.user), ...decisions.current}});
  const decisions = followDecisions(parts.settings, () => {
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
    directory.add(user.id, id, (letter) => session.receive(letter));
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

  return {
    async close(code = CLOSE_CODES.restart) {
      room.close();
      decisions.stop();
      if (sockets) await closeSockets(sockets, code);
    },
  };
};
