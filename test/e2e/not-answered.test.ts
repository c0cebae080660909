import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {PAIRS} from './harness/pairs.js';
import type {Person} from './harness/person.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, callsOf, connected, ring} from './harness/talk.js';

/** Presses both buttons at one moment of the machine's clock, closer together than two hands can. */
const pressAtOnce = async (pairs: readonly (readonly [Person, string])[]): Promise<void> => {
  const moment = Date.now() + 300;
  const press = (selector: string, when: number): Promise<void> =>
    new Promise((done) => {
      setTimeout(() => {
        document.querySelector<HTMLElement>(selector)?.click();
        done();
      }, when - Date.now());
    });
  await Promise.all(pairs.map(([{page, button}, callee]) => page.evaluate(press, button(callee), moment)));
};

describe('a call that is not answered', () => {
  const scene = createTheatre();

  for (const [caller, callee] of PAIRS) {
    const pair = `from ${caller} to ${callee}`;

    scene(`${pair} ends for both, with no device left open, when it is declined`, async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {browser: caller}, {browser: callee});
      await ring(alice, bob);
      await bob.decline();
      await Promise.all([alice.ended('declined', 'remote'), bob.ended('declined', 'local'), bob.silent()]);
      await alice.says('call-window', 'message', /Bob Chen declined/);
      assert.deepEqual(await alice.recording(), []);
      assert.deepEqual(await bob.seen('asked'), []);
    });

    scene(`${pair} stops ringing when the caller thinks better of it`, async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {browser: caller}, {browser: callee});
      await ring(alice, bob);
      await alice.hangUp();
      await Promise.all([alice.ended('cancelled', 'local'), bob.ended('cancelled', 'remote'), bob.silent()]);
      assert.equal(await bob.sees('call-window', 'window'), false, 'a call that was never answered opens no window');
      await alice.shows(alice.button('bob'), 'idle');
      await bob.told(/^call-missed \S+ cancelled/);
    });

    scene(`${pair} becomes one call when both press at once, whoever is first`, async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {browser: caller}, {browser: callee});
      for (const round of [1, 2, 3]) {
        await pressAtOnce([[alice, 'bob'], [bob, 'alice']]);
        await connected(alice, bob);
        const [ofAlice, ofBob] = await Promise.all([callsOf(alice), callsOf(bob)]);
        assert.equal(ofAlice.length, round, 'one call a round');
        assert.deepEqual(ofAlice, ofBob);
        await alice.hangUp();
        await Promise.all([alice.ended('hung-up', 'local'), bob.ended('hung-up', 'remote')]);
        await Promise.all([alice.phase('ended'), bob.phase('ended')]);
      }
    });
  }

  scene('is declined by the popup’s close button', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await bob.press({host: 'incoming-call', part: 'close'});
    await Promise.all([alice.ended('declined', 'remote'), bob.silent()]);
  });

  scene('tells a second caller that the line is busy, and never rings', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    const carol = await stage.person('carol');
    await ring(alice, bob);
    await bob.answer();
    await connected(alice, bob);
    const before = (await bob.seen('journal')).length;
    await carol.call('bob');
    await carol.ended('busy', 'remote');
    await carol.says('call-window', 'message', /Bob Chen is busy/);
    const since = (await bob.seen('journal')).slice(before);
    assert.deepEqual(since.filter((line) => /ringing|call-incoming|ended/.test(line)), []);
    await bob.told(/^call-missed \S+ busy/);
    await connected(alice, bob);
  });

  scene('says within five seconds that nobody can be reached', async (stage) => {
    const alice = await stage.person('alice');
    const pressed = performance.now();
    await alice.call('dave');
    await alice.ended('unreachable', 'system');
    const seconds = (performance.now() - pressed) / 1000;
    assert.ok(seconds > 2 && seconds < 5, `${seconds} s`);
    await alice.says('call-window', 'message', /Dave Okafor cannot be reached/);
  });

  scene('ends for both when nobody answers in time', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {query: {'ring-timeout': '2'}});
    await ring(alice, bob);
    await Promise.all([alice.ended('no-answer', 'system'), bob.ended('no-answer', 'system'), bob.silent()]);
    await alice.says('call-window', 'message', /Nobody answered/);
    await bob.told(/^call-missed \S+ no-answer/);
  });
});
