import {describe} from 'node:test';
import {plays} from './harness/pictures.js';
import {createTheatre} from './harness/stage.js';
import {aliceAndBob, connected, ring, talk} from './harness/talk.js';

/** What browsers print of a server that is not there, or not yet. */
const OUTAGE = /WebSocket|establish a connection|ERR_CONNECTION|status of 503|no ICE servers from the connector/i;

describe('when the server is started anew', () => {
  const scene = createTheatre();

  scene('a ring goes on, and can be answered', async (stage) => {
    stage.expected.push(OUTAGE);
    const [alice, bob] = await aliceAndBob(stage);
    await ring(alice, bob);
    await stage.stopServer();
    await Promise.all([alice, bob].map((person) => person.shows('call-config', 'offline')));
    await Promise.all([alice.phase('ringing'), bob.rings()]);
    await stage.open();
    await Promise.all([alice.online(), bob.online()]);
    await Promise.all([alice.phase('ringing'), bob.rings()]);
    await bob.answer();
    await connected(alice, bob);
    await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
  });

  scene('a call goes on while it is away, the line comes back, and hanging up is heard', async (stage) => {
    stage.expected.push(OUTAGE);
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await stage.stopServer();
    await Promise.all([alice, bob].map((person) => person.shows('call-config', 'offline')));
    await Promise.all([plays(alice, 'remote-video'), plays(bob, 'remote-video')]);
    await connected(alice, bob);
    await stage.open();
    await Promise.all([alice.online(), bob.online()]);
    await connected(alice, bob);
    await alice.hangUp();
    await Promise.all([alice.ended('hung-up', 'local'), bob.ended('hung-up', 'remote')]);
    await talk(bob, alice);
  });

  scene('hanging up is heard even before it is back', async (stage) => {
    stage.expected.push(OUTAGE);
    const [alice, bob] = await aliceAndBob(stage);
    await talk(alice, bob);
    await stage.stopServer();
    await Promise.all([alice, bob].map((person) => person.shows('call-config', 'offline')));
    await bob.hangUp();
    await Promise.all([bob.ended('hung-up', 'local'), alice.ended('hung-up', 'remote')]);
  });
});
