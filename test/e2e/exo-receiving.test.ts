// The manual of eXo Web Conferencing, "Receiving a call": each name quotes what it says.
import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {Person} from './harness/person.js';
import {plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, ring, talk} from './harness/talk.js';
import {until} from './harness/until.js';

/** Where bob may be when he is called. */
const PAGES = ['/stream', '/', '/profile', '/chat', '/log', '/settings', '/theming'];

/** The share of the screen, in each direction, that is left of and above a part's middle. */
const middleOf = ({page}: Person, host: string, part: string): Promise<number[]> =>
  page.evaluate(
    (...[tag, name]) => {
      const box = document.querySelector(tag)?.shadowRoot?.querySelector(`[part~="${name}"]`)?.getBoundingClientRect();
      return box ? [(box.left + box.right) / 2 / innerWidth, (box.top + box.bottom) / 2 / innerHeight] : [];
    },
    host,
    part,
  );

describe('the manual, receiving a call', () => {
  const scene = createTheatre();

  scene(
    '“When someone calls you and your chat status is "Available" or "Away", you will hear a ringtone indicating an incoming call and you will also receive a notification window no matter which page of the PRODUCT portal you are on.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      for (const [index, path] of PAGES.entries()) {
        const status = index % 2 ? 'away' : 'available';
        await bob.page.goto(`${stage.url}${path}?user=bob&status=${status}`);
        await bob.online();
        await ring(alice, bob);
        await bob.sounds('ringtone');
        await bob.find({host: 'incoming-call', part: 'popup'});
        await alice.hangUp();
        await Promise.all([bob.silent(), bob.sounds()]);
        await alice.phase('ended');
      }
      // With another status it is to be seen, and not to be heard.
      await bob.page.goto(`${stage.url}/?user=bob&status=do-not-disturb`);
      await bob.online();
      await ring(alice, bob);
      assert.deepEqual(await bob.sounding(), []);
    },
  );

  scene(
    '“The notification window appears in the bottom right of your screen and contains:” “The caller\'s avatar.” ' +
      '“A message which states, "[the user\'s display name]" is calling you, where the user\'s display name is the full name of the caller.” ' +
      '“Two buttons, "Answer" and "Decline".”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await ring(alice, bob);
      await until('the popup is at the lower right', async () => {
        const [across = 0, down = 0] = await middleOf(bob, 'incoming-call', 'popup');
        return across > 0.6 && down > 0.6;
      });
      const avatar = await bob.page.evaluate(
        () => document.querySelector('incoming-call')?.shadowRoot?.querySelector('[part="avatar"] img, img[part="avatar"]')?.getAttribute('src') ?? '',
      );
      assert.match(avatar, /alice\.svg/);
      await bob.says('incoming-call', 'message', /^Alice Martin is calling you/);
      await bob.says('incoming-call', 'answer', /Answer/);
      await bob.says('incoming-call', 'decline', /Decline/);
    },
  );

  scene(
    '“When you click on the Answer button, you accept the call and it opens the call window which displays your camera stream.” ' +
      '“While the connection is established, it also displays your caller\'s camera stream and your own camera stream is miniaturised in the bottom-right corner.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await ring(alice, bob);
      await bob.answer();
      await bob.find({host: 'call-window', part: 'window'});
      await Promise.all([plays(bob, 'local-video'), plays(bob, 'remote-video')]);
      await until('one’s own face is small, at the lower right', () =>
        bob.page.evaluate(() => {
          const root = document.querySelector('call-window')?.shadowRoot;
          const own = root?.querySelector('[part~="local-video"]')?.getBoundingClientRect();
          const whole = root?.querySelector('[part="window"]')?.getBoundingClientRect();
          if (!own || !whole || own.width > whole.width * 0.4) return false;
          return own.left - whole.left > whole.right - own.right && own.top - whole.top > whole.bottom - own.bottom;
        }),
      );
    },
  );

  scene(
    '“When you click on the Decline button, you refuse the call and it dismisses the incoming popover.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await ring(alice, bob);
      await bob.decline();
      await Promise.all([alice.ended('declined', 'remote'), bob.ended('declined', 'local'), bob.silent()]);
      assert.equal(await bob.sees('incoming-call', 'popup'), false);
    },
  );

  scene(
    '“Clicking on the Close button of the notification window allows you to also decline the call.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await ring(alice, bob);
      await bob.press({host: 'incoming-call', part: 'close'});
      await Promise.all([alice.ended('declined', 'remote'), bob.silent()]);
    },
  );

  scene(
    '“The same stands for Placing a call, the camera and microphone settings remember previous status.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await talk(alice, bob);
      for (const kind of ['mic', 'camera'] as const) {
        await bob.toggle(kind);
        await bob.shows('call-window', 'off', kind);
      }
      await alice.hangUp();
      await bob.phase('ended');
      await bob.page.reload();
      await bob.online();
      await ring(alice, bob);
      await bob.answer();
      await connected(alice, bob);
      for (const kind of ['mic', 'camera']) await bob.shows('call-window', 'off', kind);
      assert.deepEqual(await bob.recording(), []);
    },
  );
});
