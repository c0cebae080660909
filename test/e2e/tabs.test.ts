import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {hears, plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {callsOf, connected} from './harness/talk.js';

describe('several tabs', () => {
  const scene = createTheatre();

  for (const browser of ['chromium', 'firefox'] as const) {
    scene(`of one person in ${browser} have one connection to the server; the call is answered in one that does not hold it`, async (stage) => {
      const alice = await stage.person('alice');
      const first = await stage.person('bob', {browser});
      const second = await stage.person('bob', {browser, context: first.context});
      assert.equal(await stage.connections(), 2);
      await second.page.bringToFront();
      await alice.call('bob');
      await Promise.all([first.rings(), second.rings()]);
      await second.answer();
      await connected(alice, second);
      await Promise.all([first.silent(), first.ended('answered-elsewhere', 'system')]);
      await Promise.all([plays(alice, 'remote-video'), plays(second, 'remote-video')]);
      await alice.hangUp();
      await second.ended('hung-up', 'remote');
      assert.equal(await stage.connections(), 2);
    });
  }

  scene('of one person: one that does not hold the line is closed in its call, and the one that stays can be called', async (stage) => {
    const alice = await stage.person('alice');
    const first = await stage.person('bob');
    const second = await stage.person('bob', {context: first.context});
    await alice.call('bob');
    await second.rings();
    await second.answer();
    await connected(alice, second);
    await stage.leave(second);
    await alice.phase('reconnecting');
    await first.shows(first.button('alice'), 'idle');
    await alice.hangUp();
    await alice.ended('hung-up', 'local');
    await alice.call('bob');
    await first.rings();
    await alice.hangUp();
    await first.silent();
  });

  scene('of one person: one that does not hold the line is closed while it calls, and the ring over there stops', async (stage) => {
    const alice = await stage.person('alice');
    const first = await stage.person('bob');
    const second = await stage.person('bob', {context: first.context});
    await second.call('alice');
    await alice.rings();
    await second.phase('ringing');
    await stage.leave(second);
    await Promise.all([alice.silent(), alice.told(/^call-missed /)]);
    await first.shows(first.button('alice'), 'idle');
  });

  scene('of one person ring together, and fall silent when one of them answers', async (stage) => {
    const alice = await stage.person('alice');
    const first = await stage.person('bob');
    const second = await stage.person('bob', {context: first.context});
    await alice.call('bob');
    await Promise.all([first.rings(), second.rings()]);
    await second.page.bringToFront();
    await second.answer();
    await connected(alice, second);
    await Promise.all([first.silent(), first.ended('answered-elsewhere', 'system')]);
    await Promise.all([plays(alice, 'remote-video'), plays(second, 'remote-video'), hears(alice), hears(second)]);
    assert.deepEqual(await first.seen('asked'), [], 'the tab that was not answered in opens no device');
    assert.equal(await first.sees('call-window', 'window'), false);
    assert.deepEqual(await callsOf(first), []);
    await alice.hangUp();
    await second.ended('hung-up', 'remote');
    assert.equal(await first.attribute('call-window', 'end-reason'), 'answered-elsewhere');
  });

  scene('of one person, declined in one, fall silent together', async (stage) => {
    const alice = await stage.person('alice');
    const first = await stage.person('bob');
    const second = await stage.person('bob', {context: first.context});
    await alice.call('bob');
    await Promise.all([first.rings(), second.rings()]);
    await second.page.bringToFront();
    await second.decline();
    await alice.ended('declined', 'remote');
    await Promise.all([second.ended('declined', 'local'), first.ended('declined-elsewhere', 'system')]);
    await Promise.all([first.silent(), second.silent()]);
  });

  scene('of two machines ring together, and the other falls silent when one answers', async (stage) => {
    const alice = await stage.person('alice');
    const office = await stage.person('bob');
    const home = await stage.person('bob');
    await alice.call('bob');
    await Promise.all([office.rings(), home.rings()]);
    await home.answer();
    await connected(alice, home);
    await Promise.all([office.silent(), office.ended('answered-elsewhere', 'system')]);
  });

  scene('of one browser call each other with no server', async (stage) => {
    const query = {connector: 'local'};
    const alice = await stage.person('alice', {query});
    const bob = await stage.person('bob', {query, context: alice.context});
    await alice.page.bringToFront();
    await alice.call('bob');
    await bob.rings();
    await bob.page.bringToFront();
    await bob.answer();
    await connected(alice, bob);
    await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
    await bob.hangUp();
    await alice.ended('hung-up', 'remote');
    assert.deepEqual([...(await alice.seen('servers')), ...(await bob.seen('servers'))], []);
  });
});
