import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before} from 'node:test';
import type {BrowserContext} from 'puppeteer-core';
import {createBrowsers} from '../e2e/harness/browsers.js';
import type {BrowserName, Browsers} from '../e2e/harness/browsers.js';
import {Person} from '../e2e/harness/person.js';
import {storyOf} from '../e2e/harness/story.js';
import {ROOT} from '../../scripts/run-command.mjs';
import {createPhones} from './phones.js';
import type {Phones} from './phones.js';
import {startOdoo} from './stand-in/start-odoo.js';
import type {StandInOdoo} from './stand-in/start-odoo.js';

/** A page of Odoo's site, on which the library speaks to Odoo by itself: whoever is signed in has the number in `id`. */
const pageOf = (id: string, callee: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Odoo</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/dist/cdn/call-elements.js"></script>
  </head>
  <body>
    <call-config connector="odoo" user-id="${id}" ringtone="none"></call-config>
    <incoming-call></incoming-call>
    <call-window></call-window>
    <call-button callee="${callee}" callee-name="Somebody"></call-button>
    <call-button callee="${callee}" callee-name="Somebody" media="audio"></call-button>
  </body>
</html>`;

/** Nobody here has a picture of themselves. */
const AVATARS = Object.fromEntries([7, 8].map((id) => [`/web/image/res.partner/${id}/avatar_128`, '']));

/** A page without calls. */
const ELSEWHERE = '<!doctype html><title>Elsewhere</title><link rel="icon" href="data:," />';

/** One test's people: some at pages, some on the phone. */
export class Office {
  readonly phones: Phones;
  readonly #browsers: Browsers;
  readonly #odoo: StandInOdoo;
  readonly #contexts: BrowserContext[] = [];
  readonly #people: Person[] = [];

  constructor(browsers: Browsers, odoo: StandInOdoo) {
    [this.#browsers, this.#odoo] = [browsers, odoo];
    this.phones = createPhones(odoo);
  }

  /** Alice or Bob at a page with buttons for the other. */
  async person(login: 'alice' | 'bob', browser: BrowserName = 'chromium'): Promise<Person> {
    const context = await (await this.#browsers.get(browser)).createBrowserContext();
    this.#contexts.push(context);
    const [name = '', value = ''] = this.#odoo.cookieOf(this.#odoo[login]).split('=');
    await context.setCookie({name, value, domain: '127.0.0.1', path: '/', httpOnly: true});
    const person = await Person.arrive(login, this.#odoo.url, context, {path: `/${login}`});
    this.#people.push(person);
    await person.online();
    return person;
  }

  /** One more tab of the same browser. */
  async tab({user, context}: Person): Promise<Person> {
    const person = await Person.arrive(user, this.#odoo.url, context, {path: `/${user}`});
    this.#people.push(person);
    return person;
  }

  async assertClean(): Promise<void> {
    for (const person of this.#people.filter(({page}) => !page.isClosed())) {
      const faults = person.record.faults({expected: [], servers: await person.seen('servers')});
      assert.deepEqual(faults, [], `what went wrong on ${person.user}'s page`);
    }
  }

  async story(): Promise<string> {
    return (await Promise.all(this.#people.filter(({page}) => !page.isClosed()).map(storyOf))).join('\n');
  }

  async close(): Promise<void> {
    await this.phones.close();
    await Promise.all(this.#contexts.map((context) => context.close().catch(() => {})));
  }
}

/** For one test file: browsers that its tests share, and an Odoo for each. */
export const createOffices = () => {
  const browsers = createBrowsers();
  before(() => browsers.get('chromium'));
  after(() => browsers.close());

  return {
    play: (scene: (office: Office, odoo: StandInOdoo) => Promise<void>) => async (): Promise<void> => {
      const odoo = await startOdoo({
        folders: {'/dist/': join(ROOT, 'dist')},
        pages: {...AVATARS, '/elsewhere': ELSEWHERE, '/alice': pageOf('partner:7', 'partner:8'), '/bob': pageOf('partner:8', 'partner:7')},
      });
      const office = new Office(browsers, odoo);
      try {
        await scene(office, odoo);
        await office.assertClean();
      } catch (error) {
        if (error instanceof Error) error.stack = `${error.stack}\n${await office.story()}`;
        throw error;
      } finally {
        await office.close();
        await odoo.close();
      }
    },
  };
};
