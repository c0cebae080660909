import assert from 'node:assert/strict';
import {after, afterEach, it} from 'node:test';
import {launch} from 'puppeteer-core';
import type {Browser, BrowserContext} from 'puppeteer-core';
import {createDemoServer} from '../../../server/src/index.js';
import type {DemoServer} from '../../../server/src/index.js';
import {chromiumLaunch, firefoxLaunch} from '../../tools/browsers.mjs';
import {Person} from './person.js';
import type {PersonOptions} from './person.js';
import {storyOf} from './story.js';

/** Ways to start a browser. One that asks before devices are used, and nobody says yes; one that has been told no for ever. */
const LAUNCHES = {
  chromium: () => launch(chromiumLaunch()),
  firefox: () => launch({...firefoxLaunch(), browser: 'firefox'}),
  'asking-chromium': () => {
    const {args, ...rest} = chromiumLaunch();
    return launch({...rest, args: args.filter((arg) => arg !== '--use-fake-ui-for-media-stream')});
  },
  'refusing-firefox': () => {
    const refused = {'media.navigator.permission.disabled': false, 'permissions.default.microphone': 2, 'permissions.default.camera': 2};
    const {extraPrefsFirefox, ...rest} = firefoxLaunch();
    return launch({...rest, browser: 'firefox', extraPrefsFirefox: {...extraPrefsFirefox, ...refused}});
  },
} as const;

export type BrowserName = keyof typeof LAUNCHES;

export interface Arrival extends PersonOptions {
  readonly browser?: BrowserName;
  /** Permissions that the person gave this site; all others were refused. For the browser that asks. */
  readonly allowed?: readonly ('microphone' | 'camera')[];
}

/** One test's portal and the people on it. */
export class Stage {
  readonly people: Person[] = [];
  /** What may be printed as an error, since the test makes it happen. */
  readonly expected: RegExp[] = [];
  readonly #contexts: BrowserContext[] = [];
  readonly #browser: (name: BrowserName) => Promise<Browser>;
  #server: DemoServer | undefined;

  constructor(browser: (name: BrowserName) => Promise<Browser>) {
    this.#browser = browser;
  }

  async open(): Promise<void> {
    this.#server = await createDemoServer({port: this.#server?.port ?? 0});
  }

  /** Stops the server, as a crash would; `open` starts it again at the same address. */
  async stopServer(): Promise<void> {
    await this.#server?.close();
  }

  get url(): string {
    return this.#server?.url ?? '';
  }

  async person(user: string, {browser = 'chromium', allowed, ...options}: Arrival = {}): Promise<Person> {
    const context = options.context ?? (await (await this.#browser(browser)).createBrowserContext());
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
    await this.#server?.close();
  }
}

export type Scene = (stage: Stage) => Promise<void>;

/** For one test file: browsers that its tests share, each test with people and a portal of its own. */
export const createTheatre = () => {
  const browsers = new Map<BrowserName, Promise<Browser>>();
  let stage: Stage | undefined;

  const browser = (name: BrowserName): Promise<Browser> => {
    const known = browsers.get(name) ?? LAUNCHES[name]();
    browsers.set(name, known);
    return known;
  };

  afterEach(() => stage?.close());
  after(() => Promise.all([...browsers.values()].map(async (open) => (await open).close())));

  const play = (scene: Scene) => async (): Promise<void> => {
    const mine = new Stage(browser);
    stage = mine;
    await mine.open();
    try {
      await scene(mine);
      await mine.assertClean();
    } catch (error) {
      if (error instanceof Error) error.stack = `${error.stack}\n${await mine.story()}`;
      throw error;
    }
  };

  return (name: string, scene: Scene): void => void it(name, {timeout: 120_000}, play(scene));
};
