import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {plays, hears} from '../e2e/harness/pictures.js';
import type {Person} from '../e2e/harness/person.js';
import {until} from '../e2e/harness/until.js';
import {firefoxPath} from '../tools/browsers.mjs';
import {createOffices} from './office.js';
import type {StandInOdoo} from './stand-in/start-odoo.js';

const PAIRS = firefoxPath() ? ([['chromium', 'chromium'], ['chromium', 'firefox'], ['firefox', 'chromium']] as const) : ([['chromium', 'chromium']] as const);

const reload = async ({page}: Person): Promise<void> => void (await page.reload({waitUntil: 'domcontentloaded'}));

/** How the calls stand, for the server. */
const statuses = (odoo: StandInOdoo): string => [...odoo.calls.all.values()].map(({status, endReason}) => [status, endReason].filter(Boolean).join(' ')).join(', ');

const standsAs = (odoo: StandInOdoo, expected: string): Promise<void> =>
  until(`the server to have ${expected}, not ${statuses(odoo)}`, async () => statuses(odoo) === expected);

/** The core's words that reached the server, by the route. */
const saidTo = (odoo: StandInOdoo): string[] =>
  odoo.asked.flatMap(({params}) => ((params['signals'] ?? []) as {signal_data: {type?: string}}[]).map(({signal_data: data}) => data.type ?? ''));

const talk = async (alice: Person, bob: Person): Promise<void> => {
  await alice.call('partner:8');
  await Promise.all([bob.rings(), alice.phase('ringing')]);
  await bob.answer();
  await Promise.all([alice.phase('connected'), bob.phase('connected')]);
};

describe('pages of Odoo’s site that speak to Odoo by themselves', () => {
  const {play} = createOffices();

  for (const [caller, callee] of PAIRS) {
    it(
      `${caller} calls ${callee}: both see and hear, and the server knows how it stands`,
      play(async (office, odoo) => {
        const [alice, bob] = [await office.person('alice', caller), await office.person('bob', callee)];
        await talk(alice, bob);
        await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video'), hears(alice), hears(bob)]);
        await standsAs(odoo, 'connected');
        await bob.says('call-window', 'name', /Alice/);
        await bob.hangUp();
        await Promise.all([alice.ended('hung-up', 'remote'), bob.ended('hung-up', 'local')]);
        await standsAs(odoo, 'ended hung-up');
      }),
    );
  }

  it(
    'declined, then cancelled',
    play(async (office, odoo) => {
      const [alice, bob] = [await office.person('alice'), await office.person('bob')];
      await alice.call('partner:8');
      await bob.rings();
      await bob.decline();
      await alice.ended('declined', 'remote');
      await alice.call('partner:8');
      await bob.rings();
      await alice.hangUp();
      await bob.silent();
      await standsAs(odoo, 'ended declined, ended cancelled');
    }),
  );

  it(
    'loaded anew while it rings, it rings again; loaded anew in the call, the call goes on',
    play(async (office, odoo) => {
      const [alice, bob] = [await office.person('alice'), await office.person('bob')];
      await alice.call('partner:8');
      await bob.rings();
      await reload(bob);
      await bob.rings();
      await bob.answer();
      await Promise.all([alice.phase('connected'), bob.phase('connected')]);
      await reload(bob);
      await Promise.all([alice.phase('connected'), bob.phase('connected')]);
      await reload(alice);
      await Promise.all([alice.phase('connected'), bob.phase('connected')]);
      await Promise.all([hears(alice), hears(bob)]);
      await alice.hangUp();
      await bob.ended('hung-up', 'remote');
      await standsAs(odoo, 'ended hung-up');
    }),
  );

  it(
    'a page that is closed says so with its last breath',
    play(async (office, odoo) => {
      const [alice, bob] = [await office.person('alice'), await office.person('bob')];
      await talk(alice, bob);
      await bob.page.goto(`${odoo.url}/elsewhere`);
      await until('its last word to come', async () => saidTo(odoo).includes('leave'));
      await alice.hangUp();
      await standsAs(odoo, 'ended hung-up');
      await bob.page.goBack();
      await bob.online();
    }),
  );

  it(
    'several tabs of a person have one socket; the one that has it is closed, and the others still ring',
    play(async (office, odoo) => {
      const [alice, bob] = [await office.person('alice'), await office.person('bob')];
      const second = await office.tab(bob);
      await second.online();
      assert.equal([...odoo.sockets.open].filter(({person}) => person === odoo.bob).length, 1);
      await bob.page.close();
      await second.page.bringToFront();
      await until('the other tab to have the line', async () => odoo.sockets.isOnline(odoo.bob));
      await alice.call('partner:8');
      await second.rings();
      await second.answer();
      await Promise.all([alice.phase('connected'), second.phase('connected')]);
      await second.hangUp();
      await alice.ended('hung-up', 'remote');
    }),
  );

  it(
    'Odoo is restarted in a call: the call goes on, and the line comes back',
    play(async (office, odoo) => {
      const [alice, bob] = [await office.person('alice'), await office.person('bob')];
      await talk(alice, bob);
      odoo.sockets.closeAll(1001);
      await Promise.all([alice.told(/call-config state=offline/), bob.told(/call-config state=offline/)]);
      await Promise.all([alice.online(), bob.online()]);
      assert.deepEqual([await alice.attribute('call-window'), await bob.attribute('call-window')], ['connected', 'connected']);
      await alice.hangUp();
      await bob.ended('hung-up', 'remote');
      await standsAs(odoo, 'ended hung-up');
    }),
  );
});
