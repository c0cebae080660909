import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {describe, it} from 'node:test';
import {candidate, end, newDevice, offer, ping, says, signal, start} from '../harness/calls.js';
import {refused, rejected} from '../harness/refused.js';
import type {Visitor} from '../harness/visitor.js';
import {createWorld} from '../harness/world.js';

const statusOf = async (admin: Visitor, session: number): Promise<string> => {
  const [{status}] = (await admin.call('webrtc.session', 'read', [[session], ['status']])) as [{status: string}];
  return status;
};

describe('speaking in the calls of others', () => {
  const world = createWorld();

  it('D5: an outsider cannot say anything in a call, by no door; nobody hears it', async () => {
    const [alice, bob, eve] = [await world.member('Alice'), await world.member('Bob'), await world.member('Eve')];
    const mine = await world.chat(eve, bob);
    const {call_id: call, channel_id: channel} = await start(alice, bob.id);
    const forged = offer();
    await refused(signal(eve, call, newDevice(), {...forged, signal_type: 'answer'}));
    await refused(signal(eve, call, newDevice(), says('accept', call)));
    for (const id of [channel, mine, 99_999_999]) {
      const kwargs = {call_id: call, signal_type: 'answer', signal_data: forged.signal_data};
      await refused(eve.visitor.call('discuss.channel', 'mobile_webrtc_signal', [[id]], kwargs));
    }
    // Whoever is in the call must name its channel, too.
    const strayed = {call_id: call, signal_type: 'offer', signal_data: {}};
    await refused(alice.visitor.call('discuss.channel', 'mobile_webrtc_signal', [[99_999_999]], strayed));
    const said = offer();
    await signal(alice, call, newDevice(), said);
    await bob.ear.hears(call, 'webrtc_signaling', (payload) => JSON.stringify(payload).includes(said.mark));
    assert.equal(JSON.stringify([alice.ear.heard, bob.ear.heard]).includes(forged.mark), false);
  });

  it('D6: an outsider cannot end a call, by no door; it goes on', async () => {
    const [alice, bob, eve] = [await world.member('Alice'), await world.member('Bob'), await world.member('Eve')];
    const {call_id: call, session_id: session, channel_id: channel} = await start(alice, bob.id);
    const mine = await world.chat(eve, bob);
    await refused(end(eve, call, newDevice()));
    await refused(signal(eve, call, newDevice(), says('end', call)));
    for (const id of [channel, mine]) {
      await refused(eve.visitor.call('discuss.channel', 'mobile_end_webrtc_call', [[id]], {call_id: call}));
    }
    const {ended} = await ping(eve, call, newDevice()).catch(() => ({ended: [call]}));
    assert.deepEqual(ended, [call], 'to her it is like one that never was');
    assert.notEqual(await statusOf(world.admin, session), 'ended');
    assert.deepEqual(bob.ear.payloads(call, 'webrtc_call_ended'), []);
  });

  it('D7: an id that is unknown, forbidden or no id at all is refused with the same words', async () => {
    const [alice, bob, eve] = [await world.member('Alice'), await world.member('Bob'), await world.member('Eve')];
    const {call_id: call, session_id: session, channel_id: channel} = await start(alice, bob.id);
    const forbidden = await refused(end(eve, call, newDevice()));
    for (const id of [randomUUID(), 'abc', '', `call-${session}`, `${session}`, null, session, false, [call], {id: call}]) {
      assert.equal(await refused(end(eve, id as string, newDevice())), forbidden, `end ${JSON.stringify(id)}`);
      assert.equal(await refused(signal(eve, id as string, newDevice(), says('ringing', call))), forbidden);
      await refused(alice.visitor.call('discuss.channel', 'mobile_end_webrtc_call', [[channel]], {call_id: id}));
    }
    assert.notEqual(await statusOf(world.admin, session), 'ended');
  });

  it('D7: a call’s id cannot be chosen badly, nor taken twice', async () => {
    const [alice, bob, eve] = [await world.member('Alice'), await world.member('Bob'), await world.member('Eve')];
    for (const call of ['abc', '1', '00000000-0000-1000-8000-000000000000', `${randomUUID()} `]) await rejected(start(alice, bob.id, {call}));
    const device = newDevice();
    const first = await start(alice, bob.id, {device});
    const again = await start(alice, bob.id, {device, call: first.call_id});
    assert.equal(again.session_id, first.session_id, 'whose answer was lost may ask again');
    await rejected(start(eve, bob.id, {call: first.call_id}));
    await bob.ear.hears(first.call_id, 'webrtc_call_invitation');
    await end(alice, first.call_id, device);
    await bob.ear.hears(first.call_id, 'webrtc_call_ended');
    assert.equal(bob.ear.payloads(first.call_id, 'webrtc_call_invitation').length, 1);
    assert.equal((await start(alice, bob.id, {device, call: first.call_id})).status, 'ended', 'it rings no second time');
  });

  it('D20: whom one cannot call is refused: oneself, nobody, a channel one is not in; so is a kind of call that does not exist', async () => {
    const [alice, bob, eve] = [await world.member('Alice'), await world.member('Bob'), await world.member('Eve')];
    const group = await world.group(alice, bob);
    for (const callee of [alice.id, 'partner:99999999', 'guest:99999999', 'channel:99999999', 'partner:', 'user:1', '', 'channel:-1']) {
      await rejected(start(alice, callee));
    }
    await refused(start(eve, `channel:${group}`));
    await rejected(start(alice, bob.id, {media: 'hologram'}));
    await rejected(start(alice, bob.id, {media: null as unknown as string}));
    await rejected(alice.visitor.call('discuss.channel', 'mobile_start_webrtc_call', [[group]], {call_type: 'hologram'}));
  });

  it('D21: what is too much, too big or no signal at all is refused as a whole', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const device = newDevice();
    const {call_id: call} = await start(alice, bob.id, {device});
    const sent = offer();
    await rejected(signal(alice, call, device, sent, {signal_type: 'invented', signal_data: {}}));
    await rejected(signal(alice, call, device, sent, ...Array.from({length: 50}, (_, number) => candidate(number))));
    await rejected(signal(alice, call, device, sent, {signal_type: 'offer', signal_data: {type: 'offer', sdp: 'x'.repeat(100_001)}}));
    for (const signals of [null, {}, 'offer', [null], ['offer'], [{signal_type: 'offer'}]]) {
      await rejected(alice.visitor.rpc('/mobile_webrtc/signal', {call_id: call, client_id: device, signals}));
    }
    await signal(alice, call, device, ...Array.from({length: 50}, (_, number) => candidate(number)));
    await bob.ear.hears(call, 'webrtc_signaling', ({signal_data: data}) => JSON.stringify(data).includes('candidate:49 '));
    assert.equal(JSON.stringify(bob.ear.heard).includes(sent.mark), false, 'nothing of a refused batch is passed on');
  });

  it('a visitor who is nobody is told nothing and can call nobody', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const {call_id: call} = await start(alice, bob.id);
    const nobody = {visitor: world.stranger()};
    await rejected(start(nobody, bob.id));
    await rejected(signal(nobody, call, newDevice(), says('accept', call)));
    await rejected(end(nobody, call, newDevice()));
    for (const route of ['hello', 'ice']) await rejected(nobody.visitor.rpc(`/mobile_webrtc/${route}`));
    await rejected(ping(nobody, call, newDevice()));
    await rejected(nobody.visitor.rpc('/mobile_webrtc/presence', {ids: [alice.id]}));
  });

  it('a page elsewhere on the web cannot post to the routes without asking first', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const {call_id: call, session_id: session} = await start(alice, bob.id);
    const body = JSON.stringify({jsonrpc: '2.0', method: 'call', params: {call_id: call, client_id: newDevice(), reason: 'hung-up'}});
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const {status} = await alice.visitor.post('/mobile_webrtc/end', body, type);
      assert.ok(status >= 400, `${type}: ${status}`);
    }
    assert.notEqual(await statusOf(world.admin, session), 'ended');
  });
});
