import assert from 'node:assert/strict';
import {after, afterEach, before, it} from 'node:test';
import type {BrowserContext} from 'puppeteer-core';
import {createDemoServer} from '../../../server/src/index.js';
import type {DemoServer} from '../../../server/src/index.js';
import {createBrowsers} from './browsers.js';
import type {BrowserName, Browsers} from './browsers.js';
import {perform} from './perform.js';
import {Person} from './person.js';
import type {PersonOptions} from './person.js';
import {storyOf} from './story.js';

export interface Arrival extends PersonOptions {
  readonly browser?: BrowserName;
  /** Permissions that the person gave this site; all others were refused. For the browser that asks. */
  readonly allowed?: readonly ('microphone' | 'camera')[];
}

/** Tests begin calls and load pages faster than people do. */
const LIMITS = {LIMIT_RINGS_PER_MINUTE: '1000', LIMIT_REQUESTS_PER_MINUTE: '10000'};

/** The portal that the tests of a file share; it takes a while to start. */
export class House {
  #server: DemoServer | undefined;
  #port = 0;

  /** Starts it, unless it runs; always at the same address. */
  async open(): Promise<void> {
    this.#server ??= await createDemoServer({port: this.#port, env: LIMITS});
    this.#port = this.#server.port;
  }

  get url(): string {
    return this.#server?.url ?? `http://127.0.0.1:${this.#port}`;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await server?.close();
  }
}

/** What a page says on a machine that is busy: a call waits two seconds for ICE servers, and goes on with none. */
const BUSY = /no ICE servers from the connector: timeout/;

/** One test's people, on the portal. */
export class Stage {
  readonly people: Person[] = [];
  /** What may be printed as an error, since the test makes it happen. */
  readonly expected: RegExp[] = [BUSY];
  readonly #contexts: BrowserContext[] = [];
  readonly #browsers: Browsers;
  readonly #house: House;

  constructor(browsers: Browsers, house: House) {
    this.#browsers = browsers;
    this.#house = house;
  }

  open(): Promise<void> {
    return this.#house.open();
  }

  /** Stops the server; `open` starts it again at the same address. */
  stopServer(): Promise<void> {
    return this.#house.close();
  }

  get url(): string {
    return this.#house.url;
  }

  /** How many pages the server has a connection with now. */
  async connections(): Promise<number> {
    const metrics = await (await fetch(`${this.url}/metrics`)).text();
    return Number(/^\w*signalling_connections (\d+)$/m.exec(metrics)?.[1]);
  }

  async person(user: string, {browser = 'chromium', allowed, ...options}: Arrival = {}): Promise<Person> {
    const context = options.context ?? (await (await this.#browsers.get(browser)).createBrowserContext());
    if (!options.context) this.#contexts.push(context);
    if (allowed) await context.overridePermissions(this.url, [...allowed]);
    const person = await Person.arrive(user, this.url, context, options);
    this.people.push(person);
    if (!options.path || options.path !== '/phones') await person.online();
    return person;
  }

  /** A person closes their page. */
  async leave(person: Person): Promise<void> {
    await this.#assertClean(person);
    await person.page.close();
    this.people.splice(this.people.indexOf(person), 1);
  }

  /** No page has printed an error, thrown one, or asked another machine for anything. */
  async assertClean(): Promise<void> {
    for (const person of this.people) await this.#assertClean(person);
  }

  async story(): Promise<string> {
    return (await Promise.all(this.people.map(storyOf))).join('\n');
  }

  async #assertClean(person: Person): Promise<void> {
    const faults = person.record.faults({expected: this.expected, servers: await person.seen('servers')});
    assert.deepEqual(faults, [], `what went wrong on ${person.user}'s page`);
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close().catch(() => {})));
  }
}

export type Scene = (stage: Stage) => Promise<void>;

/** For one test file: browsers and a portal that its tests share, each test with people of its own. */
export const createTheatre = () => {
  const browsers = createBrowsers();
  const house = new House();
  let stage: Stage | undefined;

  // What takes a while is there before the first test's time begins to count.
  before(() => Promise.all([house.open(), browsers.get('chromium')]));
  afterEach(() => stage?.close());
  after(() => Promise.all([browsers.close(), house.close()]));

  const play = (scene: Scene) => async (): Promise<void> => {
    const mine = new Stage(browsers, house);
    stage = mine;
    await mine.open();
    await perform(mine, scene);
  };

  return (name: string, scene: Scene, timeout = 120_000): void => void it(name, {timeout}, play(scene));
};
