// The manual of eXo Web Conferencing, "Placing a call": each name quotes what it says. docs/exo.md has the whole of it.
import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected} from './harness/talk.js';
import {until} from './harness/until.js';

describe('the manual, placing a call', () => {
  const scene = createTheatre();

  scene(
    '“Users can make audio or video conference calls directly from eXo Platform\'s web interface thanks to the eXo Web Conferencing add-on.” ' +
      '“As an end user, you can place audio or video calls with other users directly from the web interface”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {path: '/profile', query: {who: 'bob'}});
      await alice.press({host: 'call-button[callee="bob"][media="audio"]', part: 'button'});
      await bob.rings();
      await bob.answer();
      await connected(alice, bob);
      assert.deepEqual([await alice.recording(), await bob.recording()], [['audio'], ['audio']]);
      await alice.hangUp();
      await bob.phase('ended');
      await alice.call('bob');
      await bob.rings();
      await bob.answer();
      await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
    },
  );

  scene(
    '“Starting from the 5.0 version of eXo Platform it is possible to make one-to-one video calls through the Web Conferencing add-on.” ' +
      '“To use the Web Conferencing functionality and make video call with another user, you just need to click on the Call button”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage);
      await alice.press({host: alice.button('bob'), part: 'button'});
      await bob.rings();
      await bob.answer();
      await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
    },
  );

  scene('“The video call functionality operates with the standard WebRTC and requires modern web browsers.”', async (stage) => {
    const alice = await stage.person('alice');
    await alice.page.evaluateOnNewDocument(() => {
      Reflect.deleteProperty(window, 'RTCPeerConnection');
    });
    await alice.page.reload();
    // Whoever cannot call is told so, by the button or on the press; the rest of the page is unharmed.
    const isTold = (): Promise<boolean> =>
      alice.page.evaluate((host) => {
        const button = document.querySelector<HTMLElement>(host);
        button?.click();
        const says = button?.getAttribute('state') === 'unavailable' && /browser/i.test(button.shadowRoot?.querySelector('button')?.title ?? '');
        return says || window.seen.journal.some((line) => /^call-error .*webrtc-unsupported/.test(line));
      }, alice.button('bob'));
    await until('alice is told', isTold);
  });

  scene('“One-to-one video calls are not available for mobile devices.” Here they are', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await alice.page.setViewport({width: 360, height: 640, isMobile: true, hasTouch: true, deviceScaleFactor: 2});
    await alice.page.reload();
    await alice.online();
    await (await alice.find({host: alice.button('bob'), part: 'button'})).tap();
    await bob.rings();
    await bob.answer();
    await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
    await (await alice.find({host: 'call-window', part: 'hangup'})).tap();
    await bob.ended('hung-up', 'remote');
  });

  scene(
    '“The Call button is available in many places:” “When moussing over a user\'s avatar in the activity stream.”',
    async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {path: '/stream'});
      const inCard = '#person-card call-button[callee="bob"]:not([media="audio"])';
      assert.equal(await alice.sees('#person-card call-button', 'button'), false);
      await alice.page.hover('.face[data-callee="bob"]');
      await alice.press({host: inCard, part: 'button'});
      await bob.rings();
      await alice.shows(inCard, 'ringing');
      await alice.hangUp();
      await bob.silent();
      // By the keyboard, too: the focus opens it at the next face, carol's, and its button comes soon.
      await alice.page.mouse.move(0, 0);
      await until('the card is gone', async () => !(await alice.page.$('#person-card:popover-open')));
      await alice.page.focus('.face[data-callee="bob"]');
      await alice.page.keyboard.press('Tab');
      await alice.page.keyboard.press('Tab');
      await alice.page.keyboard.press('Tab');
      const focused = (): Promise<string> => alice.page.evaluate(() => document.activeElement?.getAttribute('callee') ?? '');
      await until('the button of the card has the focus', async () => (await focused()) === 'carol');
      await alice.page.keyboard.press('Escape');
      // Nobody calls themselves, or who has left.
      for (const name of ['Alice Martin', 'Erin Novak']) {
        await alice.page.hover(`.face[data-name="${name}"]`);
        await until('the card is theirs', () =>
          alice.page.evaluate((wanted) => document.querySelector('#person-card:popover-open .who a')?.textContent === wanted, name),
        );
        assert.equal(await alice.sees('#person-card call-button', 'button'), false);
      }
    },
  );

  scene('“When accessing a user\'s profile, near the user\'s display name.”', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {path: '/profile', query: {who: 'bob'}});
    const isBeside = await alice.page.evaluate((host) => {
      const button = document.querySelector(host)?.getBoundingClientRect();
      const name = document.querySelector('h1')?.getBoundingClientRect();
      return button && name && button.left - name.right < 40 && button.top < name.bottom && name.top < button.bottom;
    }, alice.button('bob'));
    assert.equal(isBeside, true);
    await alice.call('bob');
    await bob.rings();
  });

  scene('“In the chat room.”', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {path: '/chat', query: {with: 'bob'}});
    const carol = await stage.person('carol', {path: '/chat', query: {with: 'alice'}});
    // Another room, the same page, the same button.
    const header = '.room header call-button:not([media="audio"])';
    await alice.page.evaluate((host) => document.querySelector(host)?.classList.add('same'), header);
    await alice.page.click('[data-room="carol"]');
    await alice.press({host: '.same[callee="carol"]', part: 'button'});
    await carol.rings();
    assert.match(alice.page.url(), /with=carol/);
    await carol.decline();
    await alice.ended('declined', 'remote');
    await alice.page.goBack();
    await alice.press({host: '.same[callee="bob"]', part: 'button'});
    await bob.rings();
  });

  scene('“In mini chat room windows.”', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    const carol = await stage.person('carol');
    await alice.page.click('.mini .fold');
    await alice.page.select('.mini select', 'carol');
    // It stays open on the next page, with the same person.
    await alice.page.click('nav a[href^="/log"]');
    await alice.online();
    await alice.press({host: '.mini call-button[callee="carol"]', part: 'button'});
    await carol.rings();
    await alice.hangUp();
    await carol.silent();
    await alice.page.select('.mini select', 'bob');
    await alice.press({host: '.mini call-button[callee="bob"]', part: 'button'});
    await bob.rings();
  });
});
