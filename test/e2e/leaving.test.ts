import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, ring, talk} from './harness/talk.js';

describe('a page that is left', () => {
  const scene = createTheatre();

  scene('in the middle of a call and not followed by another is waited for, then the call is over; the other side is told why', async (stage) => {
    // A callee who closes the page, and a caller who goes to a page of somebody else's, at the same time: each takes twenty seconds.
    const [[alice, bob], carol, dave] = await Promise.all([aliceAndBob(stage), stage.person('carol'), stage.person('dave')]);
    await Promise.all([talk(alice, bob), talk(carol, dave)]);
    await Promise.all([stage.leave(bob), carol.page.goto('about:blank')]);
    await Promise.all([alice.phase('reconnecting', 5000), dave.phase('reconnecting', 5000)]);
    await Promise.all([alice.ended('page-closed', 'remote', 30_000), dave.ended('page-closed', 'remote', 30_000)]);
    await alice.says('call-window', 'message', /Bob Chen left the page/);
    await dave.says('call-window', 'message', /Carol Diaz left the page/);
    assert.deepEqual([await alice.recording(), await dave.recording()], [[], []]);
    stage.people.splice(stage.people.indexOf(carol), 1);
  });

  scene('by the caller while it rings stops the ring', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await stage.leave(alice);
    await Promise.all([bob.silent(), bob.told(/^call-missed /)]);
    await bob.shows(bob.button('alice'), 'idle');
  });

  scene('by a caller who comes back rings on', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await alice.page.reload();
    await alice.phase('ringing');
    await bob.answer();
    await connected(alice, bob);
    assert.equal((await bob.seen('journal')).filter((line) => line.startsWith('call-incoming ')).length, 1);
  });

  scene('by the callee while it rings leaves the caller with an answer', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {query: {'ring-timeout': '4'}});
    await ring(alice, bob);
    await stage.leave(bob);
    await alice.ended('no-answer', 'system');
    assert.deepEqual(await alice.recording(), []);
  });

  scene('by a callee who comes back rings again, and can be answered', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await bob.page.reload();
    await bob.rings();
    await alice.phase('ringing');
    await bob.answer();
    await connected(alice, bob);
    await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
  });
});
