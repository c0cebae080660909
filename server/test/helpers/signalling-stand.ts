import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import express from 'express';
import {createLoneBus} from '../../src/bus/bus.js';
import type {Limits, TokenConfig} from '../../src/config/config.js';
import {createGuards} from '../../src/http/create-guards.js';
import {answerErrors} from '../../src/http/error-answers.js';
import {createIdentity} from '../../src/identity/create-identity.js';
import {sessionRoute} from '../../src/identity/session-route.js';
import {createMetrics} from '../../src/metrics.js';
import {createPermissions} from '../../src/permissions.js';
import type {Permissions} from '../../src/permissions.js';
import type {Presence} from '../../src/presence/presence.js';
import {attachSignalling} from '../../src/signalling/attach-signalling.js';
import type {SignallingParts} from '../../src/signalling/attach-signalling.js';
import {createDirectory} from '../../src/signalling/create-directory.js';
import type {RelayedMessage} from '../../src/signalling/relay-observer.js';
import {Inbox} from './inbox.js';
import {createPolicyStub} from './policy-stub.js';
import {TOKENS} from './sign.js';
import {createTestLog} from './test-log.js';

export interface StandOptions {
  readonly token?: TokenConfig;
  readonly limits?: Partial<Limits>;
  readonly permissions?: Partial<Permissions>;
  readonly origins?: readonly string[];
  readonly grace?: number;
  readonly observers?: SignallingParts['observers'];
}

const LIMITS: Limits = {
  connectionsPerUser: 10,
  connectionsPerAddress: 100,
  messagesPerSecond: 50,
  ringsPerMinute: 20,
  requestsPerMinute: 1000,
};

/** What presence was told, in order. */
const createPresenceDiary = () => {
  const entries = new Inbox<readonly unknown[]>();
  const presence: Presence = {
    connected: (...entry) => entries.add(['connected', ...entry]),
    announced: (...entry) => entries.add(['announced', ...entry]),
    disconnected: (...entry) => entries.add(['disconnected', ...entry]),
    watch: () => () => undefined,
    close: () => undefined,
  };
  return {presence, entries};
};

/** Signalling and GET session on a server of their own, with all that they stand on. */
export const openStand = async (options: StandOptions = {}) => {
  const {log, lines} = createTestLog();
  const metrics = createMetrics();
  const identity = createIdentity(options.token ?? TOKENS);
  const limits = {...LIMITS, ...options.limits};
  const directory = createDirectory(createLoneBus());
  const diary = createPresenceDiary();
  const policy = createPolicyStub();
  const observed = new Inbox<RelayedMessage>();
  const app = express();
  const server = createServer(app);
  app.use(sessionRoute(createGuards({identity, requestsPerMinute: limits.requestsPerMinute})));
  app.use(answerErrors(log));
  const signalling = attachSignalling({
    app,
    server,
    path: '/',
    identity,
    directory,
    presence: diary.presence,
    permissions: createPermissions(options.permissions ?? {}, log),
    settings: policy.settings,
    limits,
    origins: options.origins ?? [],
    observers: [observed.add, ...(options.observers ?? [])],
    log,
    metrics,
    ...(options.grace !== undefined && {grace: options.grace}),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    directory,
    signalling,
    savePolicy: policy.save,
    saveConnectors: policy.saveConnectors,
    lines,
    observed: observed.items,
    presence: diary.entries,
    /** How many messages were dropped for that reason, or connections refused with that code. */
    async counted(kind: string): Promise<number> {
      const line = (await metrics.text()).split('\n').find((text) => text.includes(`="${kind}"}`));
      return Number(line?.split(' ').at(-1) ?? 0);
    },
    async close(): Promise<void> {
      await signalling.close();
      server.close();
      server.closeAllConnections();
    },
  };
};

export type Stand = Awaited<ReturnType<typeof openStand>>;
