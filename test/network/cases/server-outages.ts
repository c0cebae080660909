import assert from 'node:assert/strict';
import {setTimeout as pause} from 'node:timers/promises';
import {ring} from '../../e2e/harness/talk.js';
import {setNat} from '../lab/nat.js';
import {STUN} from '../lab/relay.js';
import {describeGaps, expectPicture, forgetGaps, msToPicture, perceives, watchSenses} from '../lab/senses.js';
import type {Scene} from '../lab/stage.js';
import {PORTAL} from '../lab/topology.js';

const AWAY = 60_000;
/** Seconds within which a socket that has died silently is to be noticed. */
const NOTICED = 10;
/** Milliseconds without a picture that nobody minds. */
const UNNOTICED = 2000;

export const serverOutages = (scene: Scene): void => {
  scene('the server is killed and started anew in mid-ring: it rings on, and can be answered', async ({lab, pair, record}) => {
    const [alice, bob] = await pair([STUN]);
    await Promise.all([alice, bob].map(watchSenses));
    await ring(alice, bob);
    await lab.portal.kill();
    await Promise.all([alice, bob].map((person) => person.shows('call-config', 'offline')));
    await lab.portal.start();
    await Promise.all([alice.online(), bob.online()]);
    await Promise.all([alice.phase('ringing'), bob.rings()]);
    await bob.answer();
    const ms = await msToPicture(alice, bob);
    await record(alice, bob, {ms});
  });

  scene('the server is away for 60 s in mid-call: nobody notices, and a hang-up afterwards is heard', async ({lab, pair, talk, record}) => {
    const [alice, bob] = await pair([STUN]);
    const ms = await talk(alice, bob);
    await Promise.all([alice, bob].map(forgetGaps));
    const over = pause(AWAY);
    await lab.portal.kill();
    await Promise.all([alice, bob].map((person) => person.shows('call-config', 'offline')));
    await over;
    await lab.portal.start();
    await Promise.all([alice.online(), bob.online()]);
    await Promise.all([alice, bob].map((person) => perceives(person, Date.now())));
    await Promise.all([alice, bob].map((person) => person.phase('connected')));
    await record(alice, bob, {ms, notes: (await Promise.all([alice, bob].map(describeGaps))).join('; ')});
    await Promise.all([alice, bob].map((person) => expectPicture(person, UNNOTICED)));
    await bob.hangUp();
    await Promise.all([alice.ended('hung-up', 'remote'), bob.ended('hung-up', 'local')]);
  });

  scene('packets to the server vanish while the socket seems open: offline within 10 s, and back by itself', async ({lab, pair, record}) => {
    const [alice, bob] = await pair([STUN]);
    const gone = Date.now();
    await setNat(lab.topology.nats.a, {swallows: [PORTAL]}, {keep: true});
    await alice.shows('call-config', 'offline');
    const noticed = (Date.now() - gone) / 1000;
    await setNat(lab.topology.nats.a, {}, {keep: true});
    const back = Date.now();
    await alice.online();
    await record(alice, bob, {notes: `offline after ${noticed.toFixed(1)} s, online ${((Date.now() - back) / 1000).toFixed(1)} s after the network is back`});
    assert.ok(noticed <= NOTICED, `noticed after ${noticed} s`);
    await ring(alice, bob);
  });
};
