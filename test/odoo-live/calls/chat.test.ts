import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {hears, plays} from '../../e2e/harness/pictures.js';
import {connected} from '../../e2e/harness/talk.js';
import {until} from '../../e2e/harness/until.js';
import {createBackendTheatre} from '../harness/backend.js';
import {BUTTON, pairInChat, talkAfterReload, talkInChat} from '../harness/chat-calls.js';
import {callMessages} from '../harness/messages.js';
import {press, sees} from '../harness/own-calls.js';

describe('calls in the web client', () => {
  const scene = createBackendTheatre();

  scene('from the head of a chat: it rings, is answered, both see and hear each other, and one message is left of it', async (backend) => {
    const {alice, bob, channel} = await pairInChat(backend);
    await press(alice, BUTTON.video);
    await bob.rings();
    await bob.says('incoming-call', 'message', /Alice/);
    await alice.phase('ringing');
    assert.deepEqual(await bob.seen('asked'), [], 'no device of the callee is opened while it rings');
    await bob.answer();
    await connected(alice, bob);
    await bob.silent();
    await Promise.all([alice, bob].map((person) => plays(person, 'remote-video')));
    await Promise.all([alice, bob].map((person) => plays(person, 'local-video')));
    await Promise.all([hears(alice), hears(bob)]);
    assert.deepEqual(await callMessages(backend.world, channel), [], 'a call that goes on is no message');
    await bob.hangUp();
    await Promise.all([alice.ended('hung-up', 'remote'), bob.ended('hung-up', 'local')]);
    await until('a message is left', async () => (await callMessages(backend.world, channel)).length === 1);
    assert.match((await callMessages(backend.world, channel))[0] ?? '', /Video call, \d+ s/);
    assert.deepEqual([await alice.recording(), await bob.recording()], [[], []]);
  });

  scene('a voice call: nobody’s camera is opened', async (backend) => {
    const {alice, bob} = await pairInChat(backend);
    await press(alice, BUTTON.audio);
    await bob.rings();
    await bob.answer();
    await connected(alice, bob);
    await Promise.all([hears(alice), hears(bob)]);
    assert.deepEqual([await alice.recording(), await bob.recording()], [['audio'], ['audio']]);
  });

  scene('from a person’s card', async (backend) => {
    const {alice, bob, members, channel} = await pairInChat(backend);
    const message = {body: 'Have you a minute?', message_type: 'comment', subtype_xmlid: 'mail.mt_comment'};
    await members.bob.visitor.call('discuss.channel', 'message_post', [[channel]], message);
    await press(alice, '.o-mail-Message-avatarContainer');
    await sees(alice, '.o_avatar_card call-button');
    await alice.press({host: '.o_avatar_card call-button[media="audio"]', part: 'button'});
    await bob.rings();
    await bob.answer();
    await connected(alice, bob);
  });

  scene('declined: both pages are silent at once, and the chat says so', async (backend) => {
    const {alice, bob, channel} = await pairInChat(backend);
    await press(alice, BUTTON.video);
    await bob.rings();
    await bob.decline();
    await Promise.all([alice.ended('declined', 'remote'), bob.silent()]);
    await until('a message is left', async () => (await callMessages(backend.world, channel)).length === 1);
    assert.match((await callMessages(backend.world, channel))[0] ?? '', /Declined video call/);
    // The button is there again, for the next call.
    await press(alice, BUTTON.video);
    await bob.rings();
    await alice.hangUp();
    await bob.silent();
  });

  scene('the page of who is rung is loaded anew: it rings on, and the call can be answered', async (backend) => {
    const {alice, bob} = await pairInChat(backend);
    await talkAfterReload(alice, bob);
  });

  scene('a page is loaded anew during the call: it comes back to it', async (backend) => {
    const {alice, bob, channel} = await pairInChat(backend);
    await talkInChat(alice, bob);
    backend.expected.push(/keepalive|beacon/i);
    await alice.page.reload();
    await alice.phase('connected', 40_000);
    await Promise.all([alice, bob].map((person) => plays(person, 'remote-video')));
    await bob.page.reload();
    await bob.phase('connected', 40_000);
    await Promise.all([alice, bob].map((person) => plays(person, 'remote-video')));
    assert.deepEqual(await callMessages(backend.world, channel), [], 'it is the same call still');
    await bob.hangUp();
    await alice.ended('hung-up', 'remote');
  });

  scene('the person goes to other pages of the web client during the call: it goes on', async (backend) => {
    const {alice, bob} = await pairInChat(backend);
    await talkInChat(alice, bob);
    await alice.page.evaluate(async () => {
      const {odoo} = window as unknown as {odoo: {__WOWL_DEBUG__: {root: {env: {services: {action: {doAction(action: object): Promise<void>}}}}}}};
      const contacts = {type: 'ir.actions.act_window', res_model: 'res.partner', views: [[false, 'list']], target: 'current'};
      await odoo.__WOWL_DEBUG__.root.env.services.action.doAction(contacts);
    });
    await sees(alice, '.o_list_view');
    assert.equal(await alice.attribute('call-window'), 'connected');
    await Promise.all([alice, bob].map((person) => plays(person, 'remote-video')));
    await alice.page.goBack();
    await sees(alice, '.o-mail-Discuss');
    assert.equal(await alice.attribute('call-window'), 'connected');
    await alice.hangUp();
    await bob.ended('hung-up', 'remote');
  });

  scene('from Chromium to Firefox, and back', async (backend) => {
    const {alice, bob} = await pairInChat(backend, {}, {browser: 'firefox'});
    await talkInChat(alice, bob);
    await Promise.all([alice, bob].map((person) => plays(person, 'remote-video')));
    await alice.hangUp();
    await bob.ended('hung-up', 'remote');
    await talkInChat(bob, alice);
    await Promise.all([hears(alice), hears(bob)]);
    await alice.hangUp();
    await bob.ended('hung-up', 'remote');
  });
});
