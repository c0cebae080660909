import {Namespace} from './namespace.js';
import {SlowLink} from './slow-link.js';

/** Addresses of the public side (RFC 5737: for documentation, routed nowhere). */
export const PORTAL = '203.0.113.5';
export const RELAY = '203.0.113.6';

export const OUTSIDE = {a: '203.0.113.11', b: '203.0.113.12', cafe: '203.0.113.13'} as const;
export const INSIDE = {a: '10.1.0.2', b: '10.2.0.2', cafe: '10.3.0.2'} as const;

const GATEWAY = {a: '10.1.0.1', b: '10.2.0.1', cafe: '10.3.0.1'} as const;

export type Side = 'a' | 'b';
export type Network = keyof typeof OUTSIDE;

/**
 *   host a ──eth0── nat a ──┐
 *      └───wlan0── nat cafe ┼── street of the public machine: portal and relay
 *   host b ──eth0── nat b ──┘
 *
 * The second network of host a is a link that can be slow and lossy. Nothing leads out of here.
 */
export class Topology {
  private constructor(
    readonly street: Namespace,
    readonly hosts: Readonly<Record<Side, Namespace>>,
    readonly nats: Readonly<Record<Network, Namespace>>,
    readonly slowLink: SlowLink,
  ) {}

  static async build(): Promise<Topology> {
    const street = await Namespace.create('street');
    await street.ip('link add street type bridge');
    await street.ip('link set street up');
    for (const address of [PORTAL, RELAY]) await street.ip(`address add ${address}/24 dev street`);
    const hosts = {a: await Namespace.create('host-a'), b: await Namespace.create('host-b')};
    const nats = {a: await buildNat(street, 'a'), b: await buildNat(street, 'b'), cafe: await buildNat(street, 'cafe')};
    for (const side of ['a', 'b'] as const) {
      await nats[side].ip(`link add lan type veth peer name eth0 netns ${hosts[side].name}`);
      await raise(nats[side], 'lan', GATEWAY[side]);
      await raise(hosts[side], 'eth0', INSIDE[side]);
    }
    const slowLink = await SlowLink.between(nats.cafe, 'lan', hosts.a, 'wlan0');
    await raise(nats.cafe, 'lan', GATEWAY.cafe);
    const topology = new Topology(street, hosts, nats, slowLink);
    await topology.plug('a');
    await hosts.b.ip(`route replace default via ${GATEWAY.b}`);
    return topology;
  }

  /** Host a leaves the one network and joins the other: another address, another NAT. */
  async plug(network: 'a' | 'cafe'): Promise<void> {
    const [used, unused] = network === 'a' ? ['eth0', 'wlan0'] : ['wlan0', 'eth0'];
    const host = this.hosts.a;
    // An address that stays on a link that is down would be a change that no browser hears of.
    await host.ip(`address flush dev ${unused}`);
    await host.ip(`link set ${unused} down`);
    await host.ip(`address replace ${INSIDE[network]}/24 dev ${used}`);
    await host.ip(`link set ${used} up`);
    await host.ip(`route replace default via ${GATEWAY[network]}`);
  }
}

const raise = async (namespace: Namespace, device: string, address: string): Promise<void> => {
  await namespace.ip(`address add ${address}/24 dev ${device}`);
  await namespace.ip(`link set ${device} up`);
};

const buildNat = async (street: Namespace, network: Network): Promise<Namespace> => {
  const nat = await Namespace.create(`nat-${network}`, {forwards: true});
  await nat.ip(`link add wan type veth peer name to-${network} netns ${street.name}`);
  await street.ip(`link set to-${network} master street`);
  await street.ip(`link set to-${network} up`);
  await raise(nat, 'wan', OUTSIDE[network]);
  return nat;
};
