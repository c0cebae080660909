import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {PAIRS} from './harness/pairs.js';
import {plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, ring, talk} from './harness/talk.js';

/** Each browser once. */
const CALLEES = [...new Set(PAIRS.map(([, callee]) => callee))];

describe('a double click', () => {
  const scene = createTheatre();

  scene('on a call button places one call, and does not cancel it', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    const button = {host: alice.button('bob'), part: 'button'};
    // Once with what a call needs still to be fetched, once with all of it there.
    for (const _ of ['cold', 'warm']) {
      await alice.press(button, {count: 2});
      await bob.rings();
      await alice.phase('ringing');
      await bob.decline();
      await alice.ended('declined', 'remote');
      await alice.phase('ended');
    }
    const rung = (await bob.seen('journal')).filter((line) => line.startsWith('call-incoming'));
    assert.equal(rung.length, 2);
  });

  scene('on a call button that hangs up does not call anew', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await alice.press({host: alice.button('bob'), part: 'button'}, {count: 2});
    await Promise.all([alice.ended('hung-up', 'local'), bob.ended('hung-up', 'remote')]);
    await alice.shows(alice.button('bob'), 'idle');
    assert.equal((await bob.seen('journal')).filter((line) => line.startsWith('call-incoming')).length, 1);
  });

  for (const browser of CALLEES) {
    scene(`in ${browser} answers, and presses nothing in the window that opens in its place`, async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {}, {browser});
      // Once before, so that the window opens at once, and to see where the button that hangs up is going to be.
      await talk(alice, bob);
      await plays(bob, 'remote-video');
      const hangUp = await (await bob.find({host: 'call-window', part: 'hangup'})).boundingBox();
      await bob.press({host: 'call-window', part: 'close'});
      await alice.ended('hung-up', 'remote');
      await ring(alice, bob);

      const box = await (await bob.find({host: 'incoming-call', part: 'answer-audio'})).boundingBox();
      assert.ok(box && hangUp);
      const [x, y] = [hangUp.x + hangUp.width / 2, hangUp.y + hangUp.height / 2];
      assert.ok(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height, 'one lies over the other');
      const {mouse} = bob.page;
      await mouse.click(x, y);
      await bob.find({host: 'call-window', part: 'hangup'});
      await mouse.down({clickCount: 2});
      await mouse.up({clickCount: 2});
      await connected(alice, bob);
      await bob.toggle('mic');
      await bob.shows('call-window', 'off', 'mic');
      await connected(alice, bob);
      await bob.hangUp();
      await alice.ended('hung-up', 'remote');
    });
  }
});
