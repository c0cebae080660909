import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {firefoxPath} from '../tools/browsers.mjs';
import {hears, plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, ring, talk} from './harness/talk.js';

const asking = {browser: 'asking-chromium'} as const;
const refused = {...asking, allowed: []} as const;
const allowed = {...asking, allowed: ['microphone', 'camera']} as const;

describe('a person whose devices cannot be used', () => {
  const scene = createTheatre();

  scene('ends the call that they placed, for a reason both are told, with a way out, if they refuse the microphone', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, refused, allowed);
    await alice.call('bob');
    await alice.ended('media-denied', 'local');
    await alice.says('call-window', 'message', /Microphone access was denied[^]*left of the page’s address/);
    await alice.told(/^call-error \S+ mic-denied$/);
    await bob.silent();
    await alice.shows(alice.button('bob'), 'idle');
  });

  scene('ends the call that they answered, for a reason both are told, with a way out, if they refuse the microphone', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, allowed, refused);
    await ring(alice, bob);
    await bob.answer();
    await Promise.all([alice.ended('media-denied', 'remote'), bob.ended('media-denied', 'local')]);
    await bob.says('call-window', 'message', /Microphone access was denied[^]*left of the page’s address/);
    await alice.says('call-window', 'message', /Bob Chen did not allow the microphone/);
    assert.deepEqual(await alice.recording(), []);
  });

  scene('lets it ring while the browser asks them, and ends it on both sides when they refuse', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {hesitates: true});
    await ring(alice, bob);
    await alice.shows('call-window', 'pending', 'mic');
    await alice.answerPrompt(false);
    await Promise.all([alice.ended('media-denied', 'local'), bob.ended('media-denied', 'remote'), bob.silent()]);
    await alice.says('call-window', 'message', /Microphone access was denied[^]*left of the page’s address/);
  });

  scene('is heard and seen from the moment that they allow it', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {}, {hesitates: true});
    await talk(alice, bob);
    await bob.shows('call-window', 'pending', 'mic');
    await Promise.all([plays(bob, 'remote-video'), hears(bob)]);
    await bob.answerPrompt(true);
    await Promise.all([plays(alice, 'remote-video'), hears(alice)]);
  });

  if (firefoxPath()) {
    scene('ends the call that they answered in Firefox, too', async (stage) => {
      const [alice, bob] = await aliceAndBob(stage, {}, {browser: 'refusing-firefox'});
      await ring(alice, bob);
      await bob.answer();
      await Promise.all([alice.ended('media-denied', 'remote'), bob.ended('media-denied', 'local')]);
      await bob.says('call-window', 'message', /Microphone access was denied[^]*left of the page’s address/);
    });
  }

  scene('talks without a picture if they refuse the camera alone, and is told why', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {...asking, allowed: ['microphone']}, allowed);
    await talk(alice, bob);
    await alice.shows('call-window', 'unavailable', 'camera');
    await alice.says('call-window', 'message', /camera is blocked[^]*left of the page’s address/i);
    await Promise.all([plays(alice, 'remote-video'), hears(alice), hears(bob)]);
    assert.equal(await bob.sees('call-window', 'avatar'), true);
  });

  scene('talks without a picture if there is no camera', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {}, {missing: ['camera']});
    await talk(alice, bob);
    await bob.shows('call-window', 'unavailable', 'camera');
    await bob.shows('call-window', 'on', 'mic');
    await bob.says('call-window', 'message', /No camera was found/);
    await Promise.all([plays(bob, 'remote-video'), hears(alice), hears(bob)]);
    assert.equal(await alice.sees('call-window', 'avatar'), true);
  });

  scene('listens if there is no microphone', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {missing: ['mic']});
    await talk(alice, bob);
    await alice.shows('call-window', 'unavailable', 'mic');
    await alice.says('call-window', 'message', /No microphone was found/);
    await Promise.all([hears(alice), plays(bob, 'remote-video'), plays(alice, 'remote-video')]);
  });

  scene('listens and looks on if there is nothing at all', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {}, {missing: ['mic', 'camera']});
    await ring(alice, bob);
    await bob.answer();
    await connected(alice, bob);
    await bob.shows('call-window', 'unavailable', 'mic');
    await bob.says('call-window', 'message', /No microphone was found/);
    await Promise.all([hears(bob), plays(bob, 'remote-video')]);
    await bob.hangUp();
    await alice.ended('hung-up', 'remote');
  });
});
