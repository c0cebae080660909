import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {hasRung} from '../../e2e/harness/talk.js';
import {createBackendTheatre} from '../harness/backend.js';
import {end, newDevice, start} from '../harness/calls.js';
import {BUTTON, pairInChat, talkInChat} from '../harness/chat-calls.js';
import {discussPicture, press, sees} from '../harness/own-calls.js';
import {withParameters} from '../harness/parameters.js';

describe('beside the rest of the web client', () => {
  const scene = createBackendTheatre();

  scene('two tabs of one person: both show the ring, one takes the call, the other says where it is', async (backend) => {
    const {alice, bob, members, channel} = await pairInChat(backend);
    const other = await backend.opens(members.bob, {channel, context: bob.context});
    await press(alice, BUTTON.video);
    await Promise.all([bob.rings(), other.rings()]);
    await other.answer();
    await Promise.all([alice.phase('connected'), other.phase('connected'), bob.silent()]);
    // Odoo draws nothing in a tab that nobody looks at.
    await bob.page.bringToFront();
    await sees(bob, '.o_mobile_webrtc_systray[title*="another tab"]');
    assert.deepEqual(await bob.recording(), []);
    await alice.hangUp();
    await other.ended('hung-up', 'remote');
    await sees(bob, '.o_mobile_webrtc_systray[title="Calls"]');
  });

  scene('two browsers of one person: what is answered in one falls silent in the other', async (backend) => {
    const {alice, bob, members} = await pairInChat(backend);
    const phone = await backend.opens(members.bob);
    await press(alice, BUTTON.video);
    await Promise.all([bob.rings(), phone.rings()]);
    await phone.answer();
    await Promise.all([alice.phase('connected'), phone.phase('connected'), bob.silent()]);
    await alice.hangUp();
    await phone.ended('hung-up', 'remote');
  });

  scene('D24: a browser that opens after a call is over never rings for it', async (backend) => {
    const [alice, bob] = [await backend.world.member('Alice'), await backend.world.member('Bob')];
    const device = newDevice();
    const {call_id: call} = await start(alice, bob.id, {device});
    await end(alice, call, device, 'cancelled');
    const late = await backend.opens(bob);
    // A call that is there to be heard shows that the page listens.
    await start(alice, bob.id, {device});
    await late.rings();
    const rings = (await late.seen('journal')).filter((line) => line === 'incoming-call state=ringing');
    assert.equal(rings.length, 1);
  });

  scene('a name with markup in it is shown as it is', async (backend) => {
    const name = '<img src=x onerror="window.broken=1">';
    const [mallory, bob] = [await backend.world.member(name), await backend.world.member('Bob')];
    const page = await backend.opens(bob);
    await start(mallory, bob.id);
    await page.rings();
    await page.says('incoming-call', 'message', /<img src=x/);
    assert.equal(await page.page.evaluate(() => 'broken' in window), false);
  });

  scene('Discuss’s own call works as before, before a call of ours and after it', async (backend) => {
    const {alice, bob} = await pairInChat(backend);
    const discuss = async (): Promise<void> => {
      // Of two toasts, Odoo's second lies on its own card.
      await Promise.all([alice, bob].map((person) => sees(person, '.o_notification', false)));
      await press(alice, 'button[name="camera-call"]');
      await press(bob, '.o-discuss-CallInvitation button[title="Accept with camera"]');
      await Promise.all([discussPicture(alice, 'Bob'), discussPicture(bob, 'Alice')]);
      for (const person of [alice, bob]) await press(person, '.o-discuss-CallActionList button[aria-label="Disconnect"]');
      await Promise.all([alice, bob].map((person) => sees(person, '.o-discuss-Call', false)));
    };
    await discuss();
    assert.equal(await hasRung(bob), false, 'it is not ours');
    await talkInChat(alice, bob);
    await alice.hangUp();
    await bob.ended('hung-up', 'remote');
    // What is left of it on the screen is not in the way.
    assert.equal(await bob.sees('call-window', 'window'), true);
    await discuss();
    assert.equal(await bob.sees('call-window', 'window'), true, 'and is there again');
  });

  scene('with calls off there is nothing of ours, and Discuss’s own are as before', async (backend) => {
    await withParameters(backend.world, {'mobile_webrtc.enabled': false}, async () => {
      const {alice, bob} = await pairInChat(backend, {isOnline: false}, {isOnline: false});
      await sees(alice, 'button[name="camera-call"]');
      for (const {page} of [alice, bob]) {
        const ours = await page.evaluate(() => document.querySelectorAll('call-config, incoming-call, call-window, call-button').length);
        assert.equal(ours, 0);
        assert.equal(await page.$(BUTTON.video), null);
        assert.equal(await page.evaluate(() => customElements.get('call-button')), undefined, 'the library is not even loaded');
      }
    });
  });
});
