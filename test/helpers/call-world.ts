import {registerConnector} from '../../src/connectors/connector-registry.js';
import {FakeNetwork} from '../../src/conformance/fake-network.js';
import {FakePerson} from '../../src/conformance/fake-person.js';
import type {FakePlatformOptions} from '../../src/conformance/fake-platform.js';
import type {CallConfiguration} from '../../src/types/configuration.js';
import type {CallTicket} from '../../src/types/call-ticket.js';
import type {Clock} from '../../src/util/clock.js';
import type {FakeBrowser, FakeTab} from './fake-browser.js';
import {MemoryServer} from './memory-connector.js';
import {createRandom} from './random.js';
import type {MachineTab} from './tab-machine.js';
import {sharedLayer} from '../../src/tabs/tab-layer.js';
import type {Arrived} from '../../src/tabs/ring-gate.js';
import type {Random} from './random.js';

// Recovered troubles are part of what is tested here; they would bury what is not.
console.debug = () => undefined;

/** One device's own clock: it may be wrong, and it stops when the device does. */
class DeviceClock implements Clock {
  readonly #clock: Clock;
  readonly #skew: number;
  readonly #cancels = new Set<() => void>();
  #stopped = false;

  constructor(clock: Clock, skew: number) {
    this.#clock = clock;
    this.#skew = skew;
  }

  get pending(): number {
    return this.#cancels.size;
  }

  now(): number {
    return this.#clock.now() + this.#skew;
  }

  after(ms: number, fn: () => void): () => void {
    if (this.#stopped) return () => undefined;
    const stop = this.#clock.after(ms, () => {
      this.#cancels.delete(cancel);
      fn();
    });
    const cancel = (): void => {
      this.#cancels.delete(cancel);
      stop();
    };
    this.#cancels.add(cancel);
    return cancel;
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of [...this.#cancels]) cancel();
  }
}

export interface PersonOptions {
  /** Milliseconds by which this device's clock is wrong. */
  readonly skew?: number;
  readonly configuration?: Partial<CallConfiguration>;
  readonly attached?: NonNullable<FakePlatformOptions['attached']>;
  /** The page is one of several tabs of this browser. */
  readonly browser?: FakeBrowser | undefined;
  /** The page is this tab of a simulated browser, and has all of what tabs have in common. */
  readonly tab?: MachineTab | undefined;
  /** What the page before it in this tab left. */
  readonly ticket?: CallTicket | undefined;
}

/** A person at a device in the test's own world. */
export class Person extends FakePerson {
  readonly user: string;
  readonly endpoint: string;
  readonly #clock: DeviceClock;
  readonly #world: CallWorld;
  readonly #tab: FakeTab | undefined;
  readonly browser: FakeBrowser | undefined;
  readonly page: MachineTab | undefined;

  constructor(world: CallWorld, user: string, endpoint: string, {skew = 0, configuration, attached, browser, tab: page, ticket}: PersonOptions) {
    const clock = new DeviceClock(page?.clock ?? world.clock, skew);
    const {network} = world;
    let first: string | undefined = endpoint;
    const randomId = (): string => {
      const id = first ?? world.random.id();
      first = undefined;
      return id;
    };
    const tab = browser?.tab();
    const layer = page && ((pass: (arrived: Arrived) => void) => sharedLayer(page, pass));
    const options = {clock, network, device: endpoint, randomId, tabs: tab, layer, ticket, ...(attached && {attached})};
    super(options, {userId: user, userName: `${user}’s name`, connector: page ? 'shared' : 'memory', ...configuration});
    this.user = user;
    this.endpoint = endpoint;
    this.#clock = clock;
    this.#world = world;
    this.#tab = tab;
    this.browser = browser;
    this.page = page;
  }

  /** Timers of this device that still wait. */
  get timers(): number {
    return this.#clock.pending;
  }

  /** The device dies: nobody is told. */
  crash(): void {
    this.#clock.stop();
    this.#tab?.vanish();
    this.page?.vanish();
    this.#world.server.forget(this.endpoint);
    for (const link of [...this.platform.links]) link.close();
  }

  /** What must be let go when no call is on; empty when all is. */
  get leftovers(): readonly string[] {
    const {links, media, tone} = this.platform;
    const {timers} = this;
    const counts = {timers, links: links.size, media: media.size, tone: tone ? 1 : 0};
    return Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
  }
}

/** People who can call each other: one clock, one signalling server, one network. */
export class CallWorld<C extends Clock = Clock> {
  readonly clock: C;
  readonly random: Random;
  readonly server: MemoryServer;
  readonly network: FakeNetwork;

  constructor(clock: C, seed = 1) {
    this.clock = clock;
    this.random = createRandom(seed);
    this.server = new MemoryServer(clock, this.random);
    this.network = new FakeNetwork(clock);
    registerConnector('memory', async () => this.server.connect);
    registerConnector('shared', async () => this.server.connectShared);
  }

  /** The page of a person is left, and the next one of the same tab is there a little later. */
  async reload(person: Person, later: () => Promise<void> = async () => undefined): Promise<Person> {
    person.controller.suspend();
    const {ticket} = person.platform;
    person.crash();
    await later();
    return this.person(person.user, {browser: person.browser, ticket});
  }

  person(user: string, options: PersonOptions = {}): Person {
    return new Person(this, user, this.random.id(), options);
  }
}
