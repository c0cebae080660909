import assert from 'node:assert/strict';
import {after, afterEach, before, it} from 'node:test';
import type {BrowserContext} from 'puppeteer-core';
import {createBrowsers} from '../../e2e/harness/browsers.js';
import type {BrowserName, Browsers} from '../../e2e/harness/browsers.js';
import {perform} from '../../e2e/harness/perform.js';
import {Person} from '../../e2e/harness/person.js';
import type {PersonOptions} from '../../e2e/harness/person.js';
import {storyOf} from '../../e2e/harness/story.js';
import {warmUp} from './warm-up.js';
import type {Guest, Member, World} from './world.js';
import {World as OdooWorld} from './world.js';

export interface BackendArrival extends Pick<PersonOptions, 'context' | 'width' | 'height' | 'missing' | 'query'> {
  readonly browser?: BrowserName;
  /** The conversation that is open; otherwise the inbox. */
  readonly channel?: number;
  /** Odoo's dark pages. */
  readonly isDark?: boolean;
  /** A path of the web client instead of Discuss. */
  readonly path?: string;
  /** False where calls are off, so that nothing of ours is to be waited for. */
  readonly isOnline?: boolean;
}

type Who = Pick<Member, 'name' | 'login' | 'password'> | Guest;

/** What Odoo's own pages print and is no fault of ours. */
const OF_ODOO = [/ResizeObserver loop/, /beforeunload/i, /manifest|service-worker/i, /stun:stun\d\.l\.google\.com/];

/** One test's people in the web client, each with a browser profile of their own. */
export class Backend {
  readonly people: Person[] = [];
  readonly expected: RegExp[] = [...OF_ODOO];
  readonly #contexts: BrowserContext[] = [];

  constructor(
    readonly world: World,
    readonly browsers: Browsers,
  ) {}

  /** Somebody opens the web client, already logged in; or another page, as a guest perhaps. */
  async opens(member: Who, {browser = 'chromium', channel, path, isDark = false, isOnline = true, ...options}: BackendArrival = {}): Promise<Person> {
    const context = options.context ?? (await this.#profile(member, browser, isDark));
    const query = {...(channel && {active_id: `discuss.channel_${channel}`}), ...options.query};
    const where = path ?? '/odoo/action-mail.action_discuss';
    const person = await Person.arrive(member.name.toLowerCase(), this.world.settings.url, context, {...options, path: where, query});
    this.people.push(person);
    if (isOnline) await person.online();
    return person;
  }

  async #profile(who: Who, browser: BrowserName, isDark: boolean): Promise<BrowserContext> {
    const context = await (await this.browsers.get(browser)).createBrowserContext();
    this.#contexts.push(context);
    const visitor = 'login' in who ? this.world.stranger() : who.visitor;
    if ('login' in who) await visitor.login(who.login, who.password);
    const {hostname, protocol} = new URL(this.world.settings.url);
    const ours = {domain: hostname, path: '/', secure: protocol === 'https:'};
    for (const name of ['session_id', 'dgid']) {
      const value = visitor.cookieNamed(name);
      if (value) await context.setCookie({name, value, ...ours, httpOnly: true});
    }
    if (isDark) await context.setCookie({name: 'color_scheme', value: 'dark', ...ours, httpOnly: false});
    return context;
  }

  async assertClean(): Promise<void> {
    for (const {record, user} of this.people) {
      assert.deepEqual(record.faults({expected: this.expected, servers: []}), [], `what went wrong on ${user}'s page`);
    }
  }

  async story(): Promise<string> {
    return (await Promise.all(this.people.map(storyOf))).join('\n');
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close().catch(() => {})));
  }
}

export type BackendScene = (backend: Backend) => Promise<void>;

/** For one test file: browsers, and a live Odoo with people of their own for each test. */
export const createBackendTheatre = () => {
  const browsers = createBrowsers();
  const world = new OdooWorld();
  let backend: Backend | undefined;
  before(async () => {
    await world.open();
    await Promise.all([warmUp(world.admin), browsers.get('chromium')]);
  });
  afterEach(() => backend?.close());
  after(() => Promise.all([browsers.close(), world.close()]));

  const play = (scene: BackendScene) => async (): Promise<void> => {
    const mine = new Backend(world, browsers);
    backend = mine;
    await perform(mine, scene);
  };
  return (name: string, scene: BackendScene, timeout = 180_000): void => void it(name, {timeout}, play(scene));
};
