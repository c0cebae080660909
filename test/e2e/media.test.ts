import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {Person} from './harness/person.js';
import {hears, plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, ring, talk} from './harness/talk.js';
import {until} from './harness/until.js';

const records = (person: Person, ...kinds: string[]): Promise<void> =>
  until(`${person.user} records ${kinds.join(' and ') || 'nothing'}`, async () => {
    const recording = await person.recording();
    return recording.sort().join() === kinds.sort().join();
  });

/** Waits until something is, or is no longer, to be seen. */
const sees = (person: Person, part: string, wanted = true): Promise<void> =>
  until(`${person.user} sees ${wanted ? '' : 'no '}${part}`, async () => (await person.sees('call-window', part)) === wanted);

/** True while the window says that the other side is muted. */
const isMuted = (person: Person): Promise<boolean> =>
  person.page.evaluate(() => Boolean(document.querySelector('call-window')?.shadowRoot?.querySelector('.muted')));

describe('devices in a call', () => {
  const scene = createTheatre();

  scene('answering without camera opens none: the caller sees an avatar and hears a voice', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await bob.press({host: 'incoming-call', part: 'answer-audio'});
    await connected(alice, bob);
    await bob.shows('call-window', 'on', 'mic');
    await Promise.all([plays(bob, 'remote-video'), hears(alice), hears(bob)]);
    await sees(alice, 'avatar');
    assert.equal(await alice.sees('call-window', 'remote-video'), false);
    assert.deepEqual(await bob.seen('asked'), ['mic']);
    assert.equal(await bob.attribute('call-window', 'camera'), 'off');
  });

  scene('a call for the voice alone opens no camera on either side', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage, {path: '/chat', query: {with: 'bob'}});
    await alice.press({host: 'call-button[callee="bob"][media="audio"]', part: 'button'});
    await bob.rings();
    await bob.answer();
    await connected(alice, bob);
    await Promise.all([hears(alice), hears(bob), sees(alice, 'avatar'), sees(bob, 'avatar')]);
    assert.deepEqual([await alice.seen('asked'), await bob.seen('asked')], [['mic'], ['mic']]);
  });

  scene('the camera is released when it is switched off, the other side sees an avatar, and the picture comes back', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await plays(alice, 'remote-video');
    await bob.toggle('camera');
    await bob.shows('call-window', 'off', 'camera');
    await Promise.all([records(bob, 'audio'), sees(alice, 'avatar'), sees(alice, 'remote-video', false)]);
    assert.equal(await bob.sees('call-window', 'local-video'), false);
    await bob.toggle('camera');
    await bob.shows('call-window', 'on', 'camera');
    await Promise.all([records(bob, 'audio', 'video'), plays(alice, 'remote-video'), sees(alice, 'avatar', false)]);
  });

  scene('a muted microphone is shown to the other side', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await alice.shows('call-window', 'on', 'mic');
    await until('bob sees no sign of muting', async () => !(await isMuted(bob)));
    await alice.toggle('mic');
    await alice.shows('call-window', 'off', 'mic');
    await until('bob sees that alice is muted', () => isMuted(bob));
    await alice.toggle('mic');
    await until('bob sees that alice speaks again', async () => !(await isMuted(bob)));
  });

  scene('a shared screen is shown in place of the face, until it is shared no more', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await plays(bob, 'remote-video');
    await alice.toggle('screen');
    await alice.shows('call-window', 'on', 'screen');
    const showsScreen = (): Promise<boolean> =>
      bob.page.evaluate(() => {
        const video = document.querySelector('call-window')?.shadowRoot?.querySelector('video[part="remote-video"]');
        return video?.className === 'screen';
      });
    await until('bob sees the screen', showsScreen);
    await plays(bob, 'remote-video');
    await alice.toggle('screen');
    await alice.shows('call-window', 'off', 'screen');
    await until('bob sees the face again', async () => !(await showsScreen()));
    await Promise.all([plays(bob, 'remote-video'), records(alice, 'audio', 'video')]);
  });

  scene('a camera that was switched off is not opened in the next call, nor after a reload', async (stage) => {
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await alice.shows('call-window', 'on', 'camera');
    await alice.toggle('camera');
    await alice.shows('call-window', 'off', 'camera');
    await alice.hangUp();
    await bob.ended('hung-up', 'remote');

    await talk(alice, bob);
    await alice.shows('call-window', 'on', 'mic');
    assert.equal(await alice.attribute('call-window', 'camera'), 'off');
    assert.deepEqual(await alice.seen('asked'), ['mic+camera', 'mic']);
    await alice.hangUp();
    await bob.ended('hung-up', 'remote');

    await alice.page.reload();
    await alice.online();
    await talk(bob, alice);
    await alice.shows('call-window', 'on', 'mic');
    assert.deepEqual(await alice.seen('asked'), ['mic']);
    await hears(bob);
  });
});
