import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const LINK = fileURLToPath(new URL('link.mjs', import.meta.url));

/**
 * A network in which each client is `rtt` ms (there and back) from the servers: signalling takes half of that each way,
 * media from one client to the other takes the whole. `targets` are the servers' ports; the doors come in their order.
 */
export const startLink = async ({rtt, targets, pages}) => {
  const options = {tcpDelay: rtt / 2, udpDelay: rtt, targets, pages, hopsPerPage: 24};
  const child = fork(LINK, [JSON.stringify(options)]);
  const [ports] = await once(child, 'message');
  return {...ports, close: () => child.disconnect()};
};
