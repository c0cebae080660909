import assert from 'node:assert/strict';
import {after, describe} from 'node:test';
import type {CDPSession} from 'puppeteer-core';
import type {Person} from './harness/person.js';
import type {Stage} from './harness/stage.js';
import {createTheatre} from './harness/stage.js';
import {Tally, resetTab, watchTab} from './harness/tab-tally.js';
import {until} from './harness/until.js';

/** A hundred for the figures; otherwise a second one where it costs little: it finds tabs that have changed places. */
const roundsOf = (count: number): number => Number(process.env['ROUNDS'] ?? (count > 2 ? 1 : 2));
const COUNTS = (process.env['TABS'] ?? '2,8').split(',').map(Number);

interface House {
  readonly stage: Stage;
  readonly alice: Person;
  readonly tabs: Person[];
  readonly tally: Tally;
}

/** More rounds than these may not fail, or the rest tells nothing. */
const MOST_LOST = 3;

const ANSWER = 'document.querySelector("incoming-call")?.shadowRoot?.querySelector("[part~=answer]")';

/** Pressed by the pages themselves: they need not be in front for that. When the first of them was, by its own clock. */
const answer = async (...tabs: readonly Person[]): Promise<number> => {
  // A first ring is heard before there is anything to press: what shows it is loaded then.
  await Promise.all(tabs.map((tab) => tab.page.waitForFunction(ANSWER, {polling: 20})));
  // The other tab may have been so much faster that there is nothing left to press.
  return Math.min(...(await Promise.all(tabs.map((tab) => tab.page.evaluate(`[Date.now(), ${ANSWER}?.click()][0]`) as Promise<number>))));
};

const sessions = new WeakMap<Person, CDPSession>();

/** As if each tab were in a window of its own: somebody may be looking at all of them. */
const look = async (tab: Person, enabled = true): Promise<void> => {
  const devtools = sessions.get(tab) ?? (await tab.page.createCDPSession());
  sessions.set(tab, devtools);
  await devtools.send('Emulation.setFocusEmulationEnabled', {enabled});
};

const isVisible = (tab: Person): Promise<boolean> => tab.page.evaluate(() => document.visibilityState === 'visible');

const open = async (stage: Stage, tabs: Person[]): Promise<void> => {
  const tab = await stage.person('bob', tabs[0] ? {context: tabs[0].context} : {});
  await watchTab(tab.page);
  await look(tab);
  tabs.push(tab);
};

const phaseOf = (tab: Person): Promise<string> => tab.attribute('call-window');

/** The tab that talks, once there is one. */
const talking = async (tabs: readonly Person[]): Promise<Person> => {
  let found: Person | undefined;
  await until('one of the tabs talks', async () => {
    found = tabs[(await Promise.all(tabs.map(phaseOf))).indexOf('connected')];
    return found !== undefined;
  });
  return found as Person;
};

/** Alice calls, all visible tabs ring and one of them sounds; then `act`, and whoever is left answers. */
const round = async ({alice, tabs, tally}: House, act: () => Promise<readonly Person[]>): Promise<void> => {
  await Promise.all(tabs.map(resetTab));
  await alice.call('bob');
  // One that was asleep is hidden until somebody looks at it.
  const seen = await Promise.all(tabs.map(async (tab, index) => index === 0 || (await isVisible(tab))));
  await Promise.all(tabs.filter((_, index) => seen[index]).map((tab) => tab.rings()));
  await until('one of the tabs sounds', async () => (await tally.sounding(tabs)) > 0).catch(() => undefined);
  const left = await act();
  const winner = await talking(left);
  await until('alice is connected', async () => (await phaseOf(alice)) === 'connected');
  const others = left.filter((tab) => tab !== winner);
  await Promise.all(others.map((tab) => tab.silent()));
  await tally.note(left, winner);
  await alice.hangUp();
  await Promise.all([alice, winner].map((person) => person.phase('ended')));
};

/** After a round that failed, the next one is not to fail for that: everybody comes anew. */
const startAnew = async ({stage, alice, tabs}: House, count: number): Promise<void> => {
  for (const tab of tabs.splice(0)) {
    stage.people.splice(stage.people.indexOf(tab), 1);
    await tab.page.close().catch(() => undefined);
  }
  // Or she would go on with the call that failed.
  await alice.page.evaluate(() => sessionStorage.clear());
  await alice.page.goto('about:blank');
  await alice.page.goto(`${stage.url}/?user=alice`);
  await alice.online();
  while (tabs.length < count) await open(stage, tabs);
};

const leave = async (stage: Stage, tabs: Person[]): Promise<void> => {
  const [leader] = tabs.splice(0, 1);
  if (leader) await stage.leave(leader);
};

describe('tabs of one browser, in rounds', () => {
  const scene = createTheatre();
  const tallies: Tally[] = [];
  after(() => console.log(['', Tally.head, ...tallies.map(String), ''].join('\n')));

  for (const count of COUNTS) {
    const play = (name: string, act: (house: House) => Promise<readonly Person[]>, again?: (house: House) => Promise<void>): void =>
      scene(`${count} tabs, ${name}: one sound, one winner, no call lost`, async (stage) => {
        const rounds = roundsOf(count);
        const tally = new Tally(count, name);
        tallies.push(tally);
        const alice = await stage.person('alice');
        const house: House = {stage, alice, tabs: [], tally};
        while (house.tabs.length < count) await open(stage, house.tabs);
        for (let index = 0; index < rounds; index += 1) {
          // Without alice's.
          tally.connections = Math.max(tally.connections, (await stage.connections()) - 1);
          try {
            await round(house, () => act(house));
            await again?.(house);
          } catch (error) {
            tally.lost += 1;
            if (tally.lost > MOST_LOST || rounds <= MOST_LOST) throw error;
            console.log(`${name}, ${count} tabs, round ${index + 1}: ${error}`);
            await startAnew(house, count);
          }
        }
        assert.deepEqual([tally.doubled, tally.mute, tally.lost, tally.winners], [0, 0, 0, tally.rounds], String(tally));
        assert.equal(tally.connections, 1, 'one connection for all tabs');
      }, 120_000 + roundsOf(count) * 10_000);

    play('one answers', async ({tabs, tally}) => {
      const tab = tabs[tally.rounds % tabs.length];
      if (tab) tally.mark(await answer(tab));
      return tabs;
    });

    play('two answer at once', async ({tabs, tally}) => {
      tally.mark(await answer(...tabs.slice(0, 2)));
      return tabs;
    });

    play(
      'the one that leads is closed',
      async ({stage, tabs, tally}) => {
        tally.mark();
        await leave(stage, tabs);
        await tally.takenOver(tabs);
        if (tabs[0]) tally.mark(await answer(tabs[0]));
        return tabs;
      },
      ({stage, tabs}) => open(stage, tabs),
    );

    play(
      'the one that leads crashes',
      async ({stage, tabs, tally}) => {
        const [leader] = tabs.splice(0, 1);
        stage.people.splice(stage.people.indexOf(leader as Person), 1);
        const devtools = await leader?.page.createCDPSession();
        tally.mark();
        void devtools?.send('Page.crash').catch(() => undefined);
        await tally.takenOver(tabs);
        await leader?.page.close().catch(() => undefined);
        if (tabs[0]) tally.mark(await answer(tabs[0]));
        return tabs;
      },
      ({stage, tabs}) => open(stage, tabs),
    );

    play(
      'the one that leads is frozen',
      async ({tabs, tally}) => {
        const [leader, ...others] = tabs;
        // No browser puts a tab to sleep that somebody looks at.
        if (leader) await look(leader, false);
        const devtools = await leader?.page.createCDPSession();
        tally.mark();
        await devtools?.send('Page.setWebLifecycleState', {state: 'frozen'});
        await tally.takenOver(others);
        const ringing = await Promise.all(others.map((tab) => tab.attribute('incoming-call')));
        const answering = others[ringing.indexOf('ringing')];
        if (answering) tally.mark(await answer(answering));
        return others;
      },
      async ({tabs}) => {
        const [leader] = tabs.splice(0, 1);
        if (!leader) return;
        const devtools = await leader.page.createCDPSession();
        await devtools.send('Page.setWebLifecycleState', {state: 'active'});
        await look(leader);
        // It is the last to lead from now on.
        tabs.push(leader);
        await leader.silent();
        await leader.online();
      },
    );
  }
});
