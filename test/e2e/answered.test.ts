import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {PAIRS} from './harness/pairs.js';
import {hears, plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, talk} from './harness/talk.js';
import {until} from './harness/until.js';

describe('a call that is answered', () => {
  const scene = createTheatre();

  for (const [caller, callee] of PAIRS) {
    scene(`from ${caller} to ${callee} shows both faces, lets both be heard, and ends for both when the callee hangs up`, async (stage) => {
      const [alice, bob] = await Promise.all([
        stage.person('alice', {browser: caller}),
        stage.person('bob', {browser: callee}),
      ]);
      assert.equal(await alice.attribute(alice.button('bob')), 'idle');
      await alice.call('bob');
      await bob.rings();
      await bob.says('incoming-call', 'message', /Alice Martin is calling you/);
      await alice.shows(alice.button('bob'), 'ringing');
      await alice.shows(alice.button('carol'), 'busy');
      await bob.shows(bob.button('alice'), 'incoming');
      await alice.says('call-window', 'status', /Ringing/);
      await plays(alice, 'local-video');
      assert.deepEqual(await bob.seen('asked'), [], 'no device of the callee is opened while it rings');

      await bob.answer();
      await Promise.all([alice.phase('connected'), bob.phase('connected')]);
      await bob.silent();
      await alice.shows(alice.button('bob'), 'connected');
      await bob.shows(bob.button('alice'), 'connected');
      await Promise.all([alice, bob].map((person) => plays(person, 'remote-video')));
      await Promise.all([alice, bob].map((person) => plays(person, 'local-video')));
      await Promise.all([hears(alice), hears(bob)]);
      await alice.says('call-window', 'timer', /^\d\d:\d[1-9]$/);

      await bob.hangUp();
      // Whoever hangs up is shown it for a moment only.
      await bob.says('call-window', 'message', /You hung up/);
      await Promise.all([alice.ended('hung-up', 'remote'), bob.ended('hung-up', 'local')]);
      await alice.says('call-window', 'message', /Bob Chen hung up/);
      assert.deepEqual(await alice.recording(), []);
      assert.deepEqual(await bob.recording(), []);
      await Promise.all([alice.shows(alice.button('bob'), 'idle'), bob.shows(bob.button('alice'), 'idle')]);
    });
  }

  scene('ends for both when the caller hangs up, or closes the window', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    for (const part of ['hangup', 'close']) {
      await talk(alice, bob);
      await alice.press({host: 'call-window', part});
      await Promise.all([alice.ended('hung-up', 'local'), bob.ended('hung-up', 'remote')]);
      await bob.says('call-window', 'message', /Alice Martin hung up/);
      await until('the window of who ended it closes', async () => !(await alice.sees('call-window', 'window')));
      assert.equal(await bob.sees('call-window', 'window'), true, 'the other one may read why it is over');
      await bob.press({host: 'call-window', part: 'close'});
      await until('it can be closed', async () => !(await bob.sees('call-window', 'window')));
    }
  });
});
