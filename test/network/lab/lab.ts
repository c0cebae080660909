import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser} from 'puppeteer-core';
import {ROOT} from '../../../scripts/run-command.mjs';
import {Person} from '../../e2e/harness/person.js';
import {startBrowser} from './browser.js';
import {createCertificate} from './certificate.js';
import {setNat} from './nat.js';
import type {NatRules} from './nat.js';
import {sweepNamespaces} from './namespace.js';
import {Portal} from './portal.js';
import {startRelay} from './relay.js';
import {Topology} from './topology.js';
import type {Side} from './topology.js';

const FOLDER = join(ROOT, '.tmp/network');

/** Two private networks with a browser in each, and a public side with a portal and a relay. */
export class Lab {
  private constructor(
    readonly topology: Topology,
    readonly portal: Portal,
    readonly browsers: Readonly<Record<Side, Browser>>,
  ) {}

  static async open(): Promise<Lab> {
    await sweepNamespaces();
    mkdirSync(FOLDER, {recursive: true});
    const [topology, certificate] = await Promise.all([Topology.build(), createCertificate(FOLDER)]);
    const portal = new Portal(topology.street, certificate, FOLDER);
    const [a, b] = await Promise.all([
      startBrowser(topology.hosts.a, certificate, FOLDER),
      startBrowser(topology.hosts.b, certificate, FOLDER),
      startRelay(topology.street, certificate, FOLDER),
      portal.start(),
    ]);
    const lab = new Lab(topology, portal, {a, b});
    await lab.reset();
    return lab;
  }

  /** The same rules for everybody's NAT. */
  async rules(rules: NatRules): Promise<void> {
    await Promise.all(Object.values(this.topology.nats).map((nat) => setNat(nat, rules)));
  }

  /** Somebody comes to the portal's page, with these servers to find a way, and is online. */
  async arrives(user: string, side: Side, iceServers: readonly RTCIceServer[], query: Record<string, string> = {}): Promise<Person> {
    const context = await this.browsers[side].createBrowserContext();
    const person = await Person.arrive(user, this.portal.url, context, {query});
    const json = JSON.stringify(iceServers);
    await person.page.evaluate((servers) => document.querySelector('call-config')?.setAttribute('ice-servers', servers), json);
    await person.online();
    return person;
  }

  /** All is as it was in the beginning. */
  async reset(): Promise<void> {
    await this.topology.slowLink.set();
    await this.topology.plug('a');
    await this.rules({});
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.browsers).map((browser) => browser.close()));
    await sweepNamespaces();
  }
}
