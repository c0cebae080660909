import type {ConnectionOptions} from '@nats-io/transport-node';
import type {NatsConfig} from '../config/config.js';

/** The client reads no credentials from URLs, and takes digits in a password for the port. */
const credentialsOf = ({username, password}: URL): ConnectionOptions => {
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
  if (pass) return {user, pass};
  return user ? {token: user} : {};
};

export const natsOptions = ({servers}: Pick<NatsConfig, 'servers'>): ConnectionOptions => {
  const urls = servers.map((url) => new URL(url));
  const withCredentials = urls.find(({username}) => username);
  return {
    servers: urls.map(({host}) => host),
    ...(withCredentials && credentialsOf(withCredentials)),
    ...(urls.some(({protocol}) => protocol === 'tls:') && {tls: {}}),
    // A node knows already what it said.
    noEcho: true,
    // For ever, even past refused credentials: they may be put right while we run.
    maxReconnectAttempts: -1,
    ignoreAuthErrorAbort: true,
    reconnectTimeWait: 250,
    reconnectJitter: 1000,
    reconnectJitterTLS: 1000,
    timeout: 5000,
    // A NATS that answers nothing is noticed after 15 seconds.
    pingInterval: 5000,
    maxPingOut: 2,
    noAsyncTraces: true,
  };
};
