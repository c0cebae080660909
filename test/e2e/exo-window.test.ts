// The manual of eXo Web Conferencing, "Placing a call", the call's window: each name quotes what it says.
import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {ownWindow} from './harness/own-window.js';
import type {Person} from './harness/person.js';
import {plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, ring, talk} from './harness/talk.js';
import {until} from './harness/until.js';

const OWN = {'window-mode': 'window'};

/** One's own picture, beside the window that it is in: its share of the width, and whether it sits at the lower end. */
const ownPicture = ({page}: Person): Promise<{share: number; isLowerRight: boolean}> =>
  page.evaluate(() => {
    const root = document.querySelector('call-window')?.shadowRoot;
    const own = root?.querySelector('[part~="local-video"]')?.getBoundingClientRect();
    const whole = root?.querySelector('[part="window"]')?.getBoundingClientRect();
    if (!own || !whole) return {share: 0, isLowerRight: false};
    const isLowerRight = own.left - whole.left > whole.right - own.right && own.top - whole.top > whole.bottom - own.bottom;
    return {share: own.width / whole.width, isLowerRight};
  });

const isClosed = ({page}: Person): Promise<void> => until('the window is closed', async () => page.isClosed());

describe('the manual, the call window', () => {
  const scene = createTheatre();

  scene(
    '“Pressing the Call button emits a call and generates a separate browser window which displays your face if you activated your camera in your last call.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {query: OWN});
      const apart = await ownWindow(alice, () => alice.call('bob'));
      await plays(apart, 'local-video');
      assert.match(apart.page.url(), /\/call\?user=alice/);
      await bob.rings();
      await bob.answer();
      await Promise.all([plays(apart, 'remote-video'), plays(bob, 'remote-video')]);
      // The portal's own page may go wherever it likes.
      await alice.page.click('nav a[href^="/chat"]');
      await alice.online();
      await connected(apart, bob);
    },
  );

  scene(
    '“It also emits ringtone, which indicates that an outgoing call is in progress.” “The ringtone stops when the callee answers the call.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await ring(alice, bob);
      await Promise.all([alice.sounds('ringback'), bob.sounds('ringtone')]);
      await bob.answer();
      await Promise.all([alice.sounds(), bob.sounds()]);
      await connected(alice, bob);
    },
  );

  scene(
    '“If you are using the feature for the first time, when you press the Call button, the call screen appears and contains a popup asking if you want to allow the browser to access your microphone and camera” ' +
      '“To process to the call, you need to click on the Allow button.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {hesitates: true});
      await alice.call('bob');
      await alice.shows('call-window', 'pending', 'mic');
      assert.equal(await alice.sees('call-window', 'window'), true);
      await alice.answerPrompt(true);
      await plays(alice, 'local-video');
      await bob.rings();
      await bob.answer();
      await plays(bob, 'remote-video');
    },
  );

  scene("“If you press on Block or Don't Allow, the call is interrupted”", async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {hesitates: true});
    await ring(alice, bob);
    await alice.answerPrompt(false);
    await Promise.all([alice.ended('media-denied', 'local'), bob.ended('media-denied', 'remote'), bob.silent()]);
    await alice.says('call-window', 'message', /Microphone access was denied/);
  });

  scene(
    '“Video sharing and microphone settings remember your previous status.” ' +
      '“For example, if you have muted your microphone in a previous session, the call starts with sound muted.” ' +
      '“If you have unshared your camera, the call starts without streaming your video stream.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await talk(alice, bob);
      for (const kind of ['mic', 'camera'] as const) {
        await alice.toggle(kind);
        await alice.shows('call-window', 'off', kind);
      }
      await alice.hangUp();
      await bob.phase('ended');
      await alice.page.reload();
      await alice.online();
      await talk(alice, bob);
      for (const kind of ['mic', 'camera']) await alice.shows('call-window', 'off', kind);
      assert.deepEqual(await alice.recording(), []);
      await until('bob sees no picture', () => bob.sees('call-window', 'avatar'));
    },
  );

  scene(
    '“When starting the call i.e. after pressing the Call button, at first it shows your camera stream, and when communication is established with your partner, it displays their video stream (if they have enabled it).” ' +
      '“After that, your own video stream is miniaturised on the bottom-right corner.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await ring(alice, bob);
      await plays(alice, 'local-video');
      const {share} = await ownPicture(alice);
      assert.ok(share > 0.6, `at first one's own face takes ${share} of the width`);
      await bob.answer();
      await plays(alice, 'remote-video');
      await until('one’s own face is small, at the lower right', async () => {
        const picture = await ownPicture(alice);
        return picture.share < 0.4 && picture.isLowerRight;
      });
    },
  );

  scene(
    '“The video call window contains three buttons to control the call:” “This allows you to mute/unmute your audio.” ' +
      '“This allows you to share/unshare your video stream.” “This allows you to end the video call.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await talk(alice, bob);
      for (const kind of ['mic', 'camera'] as const) {
        await alice.shows('call-window', 'on', kind);
        await alice.toggle(kind);
        await alice.shows('call-window', 'off', kind);
        await alice.toggle(kind);
        await alice.shows('call-window', 'on', kind);
      }
      await plays(bob, 'remote-video');
      await alice.hangUp();
      await bob.ended('hung-up', 'remote');
    },
  );

  scene('“Clicking on this button terminates the call and closes the call window.”', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {query: OWN});
    const apart = await ownWindow(alice, () => alice.call('bob'));
    await bob.rings();
    await bob.answer();
    await connected(apart, bob);
    await apart.hangUp();
    await Promise.all([bob.ended('hung-up', 'remote'), isClosed(apart)]);
  });

  scene(
    '“It is also possible to terminate the call by clicking on the Close button of the call screen\'s web page.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {query: OWN});
      const apart = await ownWindow(alice, () => alice.call('bob'));
      await bob.rings();
      await bob.answer();
      await connected(apart, bob);
      await apart.page.close({runBeforeUnload: true});
      await bob.ended('page-closed', 'remote');
    },
  );

  scene(
    '“If your callee declines the call, a a hang-up sound is played on your local output and then the call window displays a message which indicates that the call has been stopped.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await ring(alice, bob);
      await bob.decline();
      await alice.ended('declined', 'remote');
      await alice.told(/^sounds hang-up$/);
      await alice.says('call-window', 'message', /Bob Chen declined/);
    },
  );
});
