import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {end, hello, newDevice, offer, ping, says, signal, start} from '../harness/calls.js';
import {refused} from '../harness/refused.js';
import {createWorld} from '../harness/world.js';
import type {Member} from '../harness/world.js';

const presenceOf = async ({visitor}: Pick<Member, 'visitor'>, id: string): Promise<string | undefined> =>
  ((await visitor.rpc('/mobile_webrtc/presence', {ids: [id]})) as Record<string, string>)[id];

describe('who may call, and where a call is found again', () => {
  const world = createWorld();

  it('D17: a portal member of a chat calls and is called like anybody else', async () => {
    const [alice, paul] = [await world.member('Alice'), await world.member('Paul', {kind: 'portal'})];
    await world.chat(alice, paul);
    const theirs = newDevice();
    const {call_id: call} = await start(alice, paul.id);
    await paul.ear.hears(call, 'webrtc_call_invitation');
    assert.equal((await signal(paul, call, theirs, says('accept', call))).success, true);
    await end(paul, call, theirs);
    const {call_id: back} = await start(paul, alice.id);
    await alice.ear.hears(back, 'webrtc_call_invitation');
  });

  it('D17: a portal member cannot call whom no chat brings together with them, nor see whether they are here', async () => {
    const [bob, paul] = [await world.member('Bob'), await world.member('Paul', {kind: 'portal'})];
    await refused(start(paul, bob.id));
    assert.equal((await presenceOf(paul, bob.id)) ?? 'unknown', 'unknown');
    assert.deepEqual(bob.ear.heard.filter(({message}) => message.type === 'webrtc_call_invitation'), []);
  });

  it('D18: a guest of a group calls and is called, and takes part in nothing else', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const group = await world.group(alice);
    const guest = await world.guest(group);
    assert.equal((await hello(guest)).me.id, guest.id);
    const {call_id: call} = await start(guest, `channel:${group}`);
    const told = await alice.ear.hears(call, 'webrtc_call_invitation');
    assert.equal(told['caller'], guest.id);
    const theirs = newDevice();
    await signal(alice, call, theirs, says('accept', call));
    await guest.ear.hears(call, 'webrtc_signaling', ({signal_type: type}) => type === 'accept');
    await end(alice, call, theirs);
    await guest.ear.hears(call, 'webrtc_call_ended');

    const {call_id: back} = await start(alice, `channel:${group}`);
    await guest.ear.hears(back, 'webrtc_call_invitation');
    const {call_id: other} = await start(alice, bob.id);
    await refused(signal(guest, other, newDevice(), says('accept', other)));
    await refused(start(guest, bob.id));
    assert.deepEqual((await hello(guest)).calls.map(({call_id: id}) => id), [back]);
  });

  it('D22: a page that goes away ends its call by a beacon; its request may be sent as often as it likes', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const device = newDevice();
    const {call_id: call} = await start(alice, bob.id, {device});
    const body = JSON.stringify({jsonrpc: '2.0', method: 'call', params: {call_id: call, client_id: device, reason: 'page-closed'}});
    const statuses = [];
    for (let times = 0; times < 2; times += 1) statuses.push((await alice.visitor.post('/mobile_webrtc/end', body, 'application/json')).status);
    assert.deepEqual(statuses, [200, 200]);
    assert.equal((await bob.ear.hears(call, 'webrtc_call_ended'))['reason'], 'page-closed');
    assert.deepEqual((await ping(alice, call, device)).ended, [call]);
  });

  it('D23: a page that is loaded while it rings, or while one talks, finds the call', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const theirs = newDevice();
    const {call_id: call} = await start(alice, bob.id);
    for (const person of [alice, bob]) {
      const [found] = (await hello(person)).calls;
      assert.deepEqual([found?.call_id, found?.caller, found?.callee], [call, alice.id, bob.id]);
    }
    await signal(bob, call, theirs, says('accept', call));
    const [talking] = (await hello(bob)).calls as unknown as Record<string, unknown>[];
    assert.deepEqual([talking?.['call_id'], talking?.['accepted_by'], talking?.['accepted_client_id']], [call, bob.id, theirs]);
  });

  it('D24: to a browser that comes late, a call that is over is told to be over', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const device = newDevice();
    const {call_id: call} = await start(alice, bob.id, {device});
    await signal(alice, call, device, offer());
    await end(alice, call, device, 'cancelled');
    assert.deepEqual((await hello(bob)).calls, []);
    const late = await world.ear(bob.visitor);
    await late.hears(call, 'webrtc_call_ended');
    const types = late.about(call).map(({message}) => message.type);
    assert.equal(types.at(-1), 'webrtc_call_ended');
    assert.ok(Number(late.payloads(call, 'webrtc_call_invitation')[0]?.['created_ms']) > 0, 'its age can be told');
  });

  it('whoever may be seen is seen: a colleague always, others in the same chat', async () => {
    const [alice, bob, paul] = [await world.member('Alice'), await world.member('Bob'), await world.member('Paul', {kind: 'portal'})];
    assert.match(String(await presenceOf(alice, bob.id)), /^(online|away)$/);
    await world.chat(alice, paul);
    assert.match(String(await presenceOf(paul, alice.id)), /^(online|away)$/);
  });
});
