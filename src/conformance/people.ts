import {systemClock} from '../util/clock.js';
import {randomId} from '../util/random-id.js';
import type {CallConfiguration} from '../types/configuration.js';
import {registerConnector} from '../connectors/connector-registry.js';
import {check, eventually} from './check.js';
import {FakeNetwork} from './fake-network.js';
import {FakePerson} from './fake-person.js';
import type {ConformanceSetup} from './options.js';

/** Somebody at a device whose calls go over the connector under test. */
export class ConformancePerson extends FakePerson {
  readonly user: string;
  readonly #patience: number;

  constructor({configuration, patience}: ConformanceSetup, network: FakeNetwork, connector: string, user: string) {
    const id = randomId();
    const own: Partial<CallConfiguration> = {userId: user, userName: user, connector, connectors: [connector]};
    super({clock: systemClock, network, device: id, randomId}, {...configuration, ...own});
    this.user = user;
    this.#patience = patience;
  }

  /** Settles when the state fits. */
  async is(what: string, fits: (person: this) => boolean = () => this.phase === what): Promise<void> {
    const waited = `${this.user} to be ${what}`;
    await eventually(waited, this.#patience, (done) => {
      const look = (): void => {
        if (fits(this)) done();
      };
      const stop = this.controller.subscribe(look);
      look();
      return stop;
    }).catch((error: unknown) => {
      throw new Error(`${String(error)} (${this.phase}, ${this.end ?? 'no end'}, line ${this.state.line})`);
    });
  }

  /** Settles when the call is over like this. */
  async endsAs(end: string): Promise<void> {
    await this.is('ended');
    check(this.end === end, `${this.user}’s call ended as ${this.end ?? ''}, not as ${end}`);
  }

  async calls(other: ConformancePerson): Promise<void> {
    void this.controller.start({callee: other.user});
    await Promise.all([this.is('ringing'), other.is('incoming')]);
  }

  async answers(other: ConformancePerson): Promise<void> {
    void this.controller.accept();
    await Promise.all([this.is('connected'), other.is('connected')]);
  }
}

let count = 0;

/** Runs `body` with people of these names online; afterwards nobody may hold on to anything. */
export const withPeople = async (
  setup: ConformanceSetup,
  names: readonly string[],
  body: (...people: ConformancePerson[]) => Promise<void>,
): Promise<void> => {
  const network = new FakeNetwork(systemClock);
  const connector = `conformance-${(count += 1)}`;
  registerConnector(connector, async () => setup.create);
  const users = new Map([...new Set(names)].map((name) => [name, setup.user(name)]));
  const people = names.map((name) => new ConformancePerson(setup, network, connector, users.get(name) ?? name));
  try {
    await Promise.all(people.map((person) => person.is('online', ({state}) => state.line === 'online')));
    await body(...people);
  } finally {
    await Promise.all(people.map(({controller}) => controller.dispose()));
  }
  for (const {user, platform} of people) {
    const {links, media, tone} = platform;
    check(links.size + media.size === 0 && !tone, `${user} keeps ${links.size} links, ${media.size} media, ${tone ?? 'no'} tone`);
  }
};
