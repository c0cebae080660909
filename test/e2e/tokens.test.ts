import {describe} from 'node:test';
import {plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, talk} from './harness/talk.js';

/** Milliseconds: the token's own time, the server's patience with one that is over, and a slow machine's. */
const TOKEN_IS_OVER = 60_000;

describe('when a token is over', () => {
  const scene = createTheatre();

  scene('a call goes on while it is renewed, and while the line is lost for want of one; hanging up is heard', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {query: {'token-life': '8'}});
    await Promise.all([alice.page.waitForResponse((response) => response.url().includes('/token?')), talk(alice, bob)]);
    await connected(alice, bob);
    await alice.page.evaluate(() => {
      const {fetch} = window;
      window.fetch = () => Promise.reject(new TypeError('The portal is down.'));
      document.addEventListener('portal-is-back', () => (window.fetch = fetch));
    });
    await alice.shows('call-config', 'offline', 'state', TOKEN_IS_OVER);
    await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
    await alice.page.evaluate(() => {
      document.dispatchEvent(new Event('portal-is-back'));
      window.dispatchEvent(new Event('online'));
    });
    await alice.online();
    await connected(alice, bob);
    await bob.hangUp();
    await Promise.all([bob.ended('hung-up', 'local'), alice.ended('hung-up', 'remote')]);
    await talk(bob, alice);
  });
});
