// Makes sure that what the network lab is built of is there: by apt, as root, on Linux. Everywhere else there is no lab.
import {existsSync} from 'node:fs';
import {installPackages} from './install-packages.mjs';
import {runCommand} from './run-command.mjs';

/** Each program and the Debian package that it comes in. */
const PROGRAMS = {
  ip: 'iproute2',
  nft: 'nftables',
  conntrack: 'conntrack',
  tcpdump: 'tcpdump',
  turnserver: 'coturn',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  python3: 'python3',
};

const succeeds = async (command, args) => (await runCommand(command, args, {quiet: true})).code === 0;

const missing = async () => {
  const found = await Promise.all(Object.keys(PROGRAMS).map((program) => succeeds('sh', ['-c', `command -v ${program}`])));
  return Object.values(PROGRAMS).filter((_, index) => !found[index]);
};

/** Whether this account may make networks of its own: in many containers, root may not. */
const mayMakeNetworks = async () => {
  const name = `call-lab-${process.pid}-try`;
  if (!(await succeeds('ip', ['netns', 'add', name]))) return false;
  const may = await succeeds('ip', ['netns', 'exec', name, 'nft', 'add', 'table', 'ip', 'try']);
  await succeeds('ip', ['netns', 'delete', name]);
  return may;
};

const isRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

/** A sentence that says why the network lab cannot be built here, or undefined when it can. */
export const whyNoNetworkLab = async () => {
  if (!isRoot()) return 'The network lab needs Linux and root: it makes networks of its own.';
  const packages = await missing();
  if (packages.length > 0) return `The network lab needs ${packages.join(', ')}.`;
  if (!existsSync('/dev/net/tun')) return 'The network lab needs /dev/net/tun.';
  return (await mayMakeNetworks()) ? undefined : 'The network lab needs the right to make network namespaces.';
};

/** The same, after installing what is missing. */
export const installNetworkTools = async () => {
  const packages = isRoot() ? await missing() : [];
  if (packages.length > 0) await installPackages(packages);
  return whyNoNetworkLab();
};
