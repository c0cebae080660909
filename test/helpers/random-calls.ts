import type {CallTicket} from '../../src/types/call-ticket.js';
import {CallLaws} from './call-laws.js';
import {CallWorld} from './call-world.js';
import type {Person, PersonOptions} from './call-world.js';
import {EventClock} from './event-clock.js';
import {FakeBrowser} from './fake-browser.js';
import {FAIR} from './memory-connector.js';

const MINUTE = 60_000;

/** What may happen next, as often as it stands here. */
const DEEDS = [
  ...Array<'start'>(6).fill('start'),
  ...Array<'cross'>(2).fill('cross'),
  ...Array<'accept'>(8).fill('accept'),
  'decline',
  ...Array<'hangUp'>(3).fill('hangUp'),
  'toggle',
  'toggle',
  'deny',
  'crash',
  ...Array<'reload'>(3).fill('reload'),
  'cut',
  'heal',
  'offline',
  'online',
] as const;
type Deed = (typeof DEEDS)[number];

/** One simulated quarter of an hour between people who press at random, under weather that is random, too. */
export class RandomCalls {
  readonly trace: string[] = [];
  readonly #clock = new EventClock();
  readonly #world: CallWorld<EventClock>;
  readonly #laws: CallLaws;
  readonly #people: Person[];
  #connected = 0;
  /** How often a call went on with the next page of a tab. */
  rejoined = 0;

  constructor(seed: number) {
    this.#world = new CallWorld(this.#clock, seed);
    this.#laws = new CallLaws(this.#world);
    const {random, server} = this.#world;
    const shortest = random.pick([5, 10, 50]);
    server.weather = {
      drop: random.pick([0, 0, 0.05, 0.25]),
      duplicate: random.pick([0, 0.1, 0.3]),
      delay: [shortest, shortest + random.pick([0, 30, 300, 1200])],
    };
    this.trace.push(`weather ${JSON.stringify(server.weather)}`);
    const users = random.pick([['alice', 'bob'], ['alice', 'bob', 'bob'], ['alice', 'alice', 'bob', 'bob'], ['alice', 'bob', 'carol'], ['alice', 'bob', 'bob', 'carol'], ['alice', 'bob', 'carol', 'dave']]);
    const shares = random.chance(0.4);
    this.trace.push(shares ? 'the pages of one person are tabs of one browser' : 'each page is a device of its own');
    const browsers = new Map(users.map((user) => [user, new FakeBrowser(this.#clock, () => random.pick([1, 1, 5, 40]))]));
    this.#people = users.map((user) => this.#join(user, {browser: shares ? browsers.get(user) : undefined}));
    this.#clock.afterEach = () => this.#laws.check();
  }

  /** Rejects when a law is broken; settles with how many times somebody was connected. */
  async run(): Promise<number> {
    const {random, server, network} = this.#world;
    await this.#clock.advance(50);
    for (let step = 8 + random.below(14); step > 0; step -= 1) {
      this.#do(random.pick(DEEDS), random.below(this.#people.length));
      await this.#clock.advance(random.pick([0, 1, 20, 100, 500, 2000, 5000]));
    }
    server.weather = {...FAIR};
    server.setOnline(true);
    for (const {endpoint} of this.#people) network.heal(endpoint);
    this.trace.push('healed');
    await this.#clock.advance(3 * MINUTE);
    this.#laws.checkEnd();
    for (const {controller} of this.#people) await controller.dispose();
    await this.#clock.advance(MINUTE);
    if (this.#clock.pending > 0) throw new Error(`law 4: ${this.#clock.pending} timers are left in the world`);
    return this.#connected;
  }

  #join(user: string, options: Pick<PersonOptions, 'browser' | 'ticket'>): Person {
    const {random} = this.#world;
    const skew = random.chance(0.1) ? random.pick([-600_000, 600_000]) : 0;
    const configuration = {ringTimeout: random.pick([4, 15, 45]), ipPrivacy: random.pick(['until-accept', 'off', 'always'] as const)};
    const person = this.#laws.person(user, {skew, configuration, ...options});
    person.platform.devices.delay = random.pick([0, 0, 200, 3000]);
    const resumed = options.ticket?.kind === 'rejoin' && !options.ticket.isRinging ? options.ticket.callId : undefined;
    const name = `${user} ${person.endpoint.slice(0, 4)}`;
    person.controller.onNotice(({type, detail}) => {
      if (type === 'call-state-change') this.#note(`${name} ${detail.from} → ${detail.to} ${detail.callId?.slice(0, 4)} ${person.end ?? ''}`);
      if (type === 'call-connected') this.#connected += 1;
      if (type === 'call-state-change' && detail.to === 'connected' && detail.callId === resumed) this.rejoined += 1;
    });
    this.#note(`${name} joins`);
    return person;
  }

  #note(what: string): void {
    this.trace.push(`${this.#clock.now() % (10 * MINUTE)} ${what}`);
  }

  #do(deed: Deed, index: number): void {
    const person = this.#people[index];
    if (!person) return;
    this.#note(`${deed}: ${person.user} ${person.endpoint.slice(0, 4)} (${person.phase})`);
    const {random, server, network} = this.#world;
    const {controller, endpoint, user} = person;
    const other = random.pick(this.#people.filter((one) => one.user !== user));
    const deeds: Record<Deed, () => void> = {
      start: () => void controller.start({callee: other.user}),
      cross: () => {
        void controller.start({callee: other.user});
        void other.controller.start({callee: user});
      },
      accept: () => {
        const callId = this.#oneOf(person);
        this.#laws.consent(person, callId);
        void controller.accept({...(callId && {callId})});
      },
      decline: () => void controller.decline('declined', this.#oneOf(person)),
      hangUp: () => void controller.hangUp(),
      toggle: () => void controller.set(random.pick(['mic', 'camera', 'screen']), random.chance(0.5)),
      deny: () => void (person.platform.devices.mic = random.pick(['allowed', 'denied'])),
      crash: () => this.#replace(person, index),
      // Judged by what the next page makes of it.
      reload: () => {
        this.#laws.forget(person);
        controller.suspend();
        this.#replace(person, index, person.platform.ticket);
      },
      cut: () => network.cut(endpoint),
      heal: () => network.heal(endpoint),
      offline: () => server.setOnline(false, endpoint),
      online: () => server.setOnline(true, endpoint),
    };
    deeds[deed]();
  }

  /** Mostly the first of what rings; sometimes another. */
  #oneOf(person: Person): string | undefined {
    const {random} = this.#world;
    const {ringing} = person;
    return ringing.length > 1 && random.chance(0.5) ? random.pick(ringing) : person.state.callId;
  }

  #replace(person: Person, index: number, ticket?: CallTicket): void {
    this.#laws.forget(person);
    person.crash();
    this.#people[index] = this.#join(person.user, {browser: person.browser, ticket});
  }
}
