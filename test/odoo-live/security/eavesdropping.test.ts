import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {candidate, end, newDevice, offer, says, signal, start} from '../harness/calls.js';
import {peek} from '../harness/ear.js';
import {createWorld} from '../harness/world.js';
import type {Member, World} from '../harness/world.js';

/** Every name by which somebody might try to listen to a call. */
const guesses = (channel: number, call: string, session: number, ...people: readonly Member[]): string[] => [
  `discuss.channel-${channel}`,
  `discuss.channel_${channel}`,
  `webrtc.session-${session}`,
  `webrtc.session_${session}`,
  `call-${session}`,
  call,
  'mobile_webrtc',
  'webrtc_signaling',
  ...people.flatMap(({partner, uid}) => [`res.partner_${partner}`, `res.partner-${partner}`, `res.users_${uid}`]),
];

/** A call from one to the other with something in it that must stay between them. */
const exchange = async (caller: Member, callee: Member, to: string) => {
  const [ours, theirs, sent, reply] = [newDevice(), newDevice(), offer(), offer()];
  const {call_id: call, session_id: session} = await start(caller, to, {device: ours});
  await signal(callee, call, theirs, says('ringing', call));
  await signal(caller, call, ours, sent, candidate(1));
  await signal(callee, call, theirs, says('accept', call), {...reply, signal_type: 'answer'});
  await callee.ear.hears(call, 'webrtc_signaling', ({signal_type: type}) => type === 'ice_candidate');
  await caller.ear.hears(call, 'webrtc_signaling', ({signal_type: type}) => type === 'answer');
  return {call, session, ours, theirs, marks: [call, sent.mark, reply.mark]};
};

const assertDeaf = (heard: string, marks: readonly string[]): void => {
  for (const mark of marks) assert.equal(heard.includes(mark), false, `something of the call was heard: ${mark}`);
};

/** Somebody calls them: what was told before that has been heard, or never will be. */
const reachedBy = async (world: World, listener: Member): Promise<void> => {
  const {call_id: call} = await start(await world.member('Somebody'), listener.id);
  await listener.ear.hears(call, 'webrtc_call_invitation');
};

describe('listening to the calls of others', () => {
  const world = createWorld();

  it('D1: a stranger without an account hears nothing of a call, whatever channels the socket or the poll asks for', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const channel = await world.chat(alice, bob);
    const before = await world.ear(world.stranger(), guesses(channel, '', 0, alice, bob));
    const {call, session, ours, marks} = await exchange(alice, bob, bob.id);
    const after = await world.ear(world.stranger(), guesses(channel, call, session, alice, bob));
    assertDeaf(await peek(world.stranger(), guesses(channel, call, session, alice, bob)), marks);
    await end(alice, call, ours);
    await bob.ear.hears(call, 'webrtc_call_ended');
    assertDeaf(await peek(world.stranger(), guesses(channel, call, session, alice, bob)), marks);
    assertDeaf(JSON.stringify([before.heard, after.heard]), marks);
  });

  it('D1: a colleague who is not in the chat hears nothing of a call in it either', async () => {
    const [alice, bob, eve] = [await world.member('Alice'), await world.member('Bob'), await world.member('Eve')];
    const channel = await world.chat(alice, bob);
    const {call, session, ours, marks} = await exchange(alice, bob, bob.id);
    const ear = await world.ear(eve.visitor, guesses(channel, call, session, alice, bob));
    await end(alice, call, ours);
    assertDeaf(await peek(eve.visitor, guesses(channel, call, session, alice, bob)), marks);
    await reachedBy(world, {...eve, ear});
    assertDeaf(JSON.stringify([ear.heard, eve.ear.heard]), marks);
  });

  it('D2: a call rings at whom it is for, with nothing subscribed but what every page hears', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const {call_id: call} = await start(alice, bob.id);
    const invitation = await bob.ear.hears(call, 'webrtc_call_invitation');
    assert.equal(invitation['caller'], alice.id);
    assert.equal(invitation['caller_name'], 'Alice');
    assert.equal(invitation['callee'], bob.id);
  });

  it('D3: who may read a channel without being in it hears nothing of a call in it', async () => {
    const [alice, bob, eve] = [await world.member('Alice'), await world.member('Bob'), await world.member('Eve')];
    const channel = await world.channel(alice, bob);
    const [{id}] = (await eve.visitor.call('discuss.channel', 'read', [[channel], ['name']])) as [{id: number}];
    assert.equal(id, channel, 'she may read it');
    const {call, session, marks} = await exchange(alice, bob, `channel:${channel}`);
    const names = guesses(channel, call, session, alice, bob);
    assertDeaf(await peek(eve.visitor, names), marks);
    const ear = await world.ear(eve.visitor, names);
    await reachedBy(world, {...eve, ear});
    assertDeaf(JSON.stringify([ear.heard, eve.ear.heard]), marks);
  });

  it('D11: who says something does not hear it again; what is said names its device; after the answer, only the two hear it', async () => {
    const [alice, bob, carol] = [await world.member('Alice'), await world.member('Bob'), await world.member('Carol')];
    const group = await world.group(alice, bob, carol);
    const {call, ours, theirs} = await exchange(alice, bob, `channel:${group}`);
    const late = offer();
    await signal(alice, call, ours, late);
    const heard = await bob.ear.hears(call, 'webrtc_signaling', (payload) => JSON.stringify(payload).includes(late.mark));
    assert.deepEqual([heard['from'], heard['from_client_id'], heard['from_user_id']], [alice.id, ours, alice.uid]);
    const answer = await alice.ear.hears(call, 'webrtc_signaling', ({signal_type: type}) => type === 'answer');
    assert.deepEqual([answer['from'], answer['from_client_id']], [bob.id, theirs]);
    await reachedBy(world, alice);
    await reachedBy(world, carol);
    assertDeaf(JSON.stringify(alice.ear.payloads(call, 'webrtc_signaling')), [late.mark]);
    assertDeaf(JSON.stringify(carol.ear.about(call)), [late.mark]);
    assert.ok(carol.ear.payloads(call, 'webrtc_call_invitation').length > 0, 'she was called, too');
  });
});
