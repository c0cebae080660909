import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {candidate, end, hello, newDevice, offer, ping, says, signal, start} from '../harness/calls.js';
import {createWorld} from '../harness/world.js';
import type {Member, World} from '../harness/world.js';

/** What a chat says of its calls, newest first. */
const messages = async (world: World, channel: number): Promise<{body: string}[]> => {
  const where = [['model', '=', 'discuss.channel'], ['res_id', '=', channel], ['message_type', '=', 'notification']];
  return (await world.admin.call('mail.message', 'search_read', [where, ['body']])) as {body: string}[];
};

const pair = async (world: World): Promise<[Member, Member]> => [await world.member('Alice'), await world.member('Bob')];

const answered = async (alice: Member, bob: Member, ours = newDevice(), theirs = newDevice()) => {
  const started = await start(alice, bob.id, {device: ours});
  const {call_id: call} = started;
  await signal(bob, call, theirs, says('ringing', call));
  await signal(bob, call, theirs, says('accept', call));
  return {...started, call, ours, theirs};
};

describe('the course of a call', () => {
  const world = createWorld();

  it('D8: forty candidates at once from both sides, in a request each, are passed on without a conflict or a wait', async () => {
    const [alice, bob] = await pair(world);
    const {call, ours, theirs} = await answered(alice, bob);
    const began = performance.now();
    const post = (member: Member, device: string, number: number) => signal(member, call, device, candidate(number));
    const numbers = Array.from({length: 20}, (_, number) => number);
    const answers = await Promise.all(numbers.flatMap((number) => [post(alice, ours, number), post(bob, theirs, number)]));
    const took = performance.now() - began;
    assert.ok(answers.every(({success}) => success));
    assert.ok(took < 4000, `${Math.round(took)} ms`);
    await bob.ear.hears(call, 'webrtc_signaling', () => bob.ear.payloads(call, 'webrtc_signaling').length >= 20);
  });

  it('D9: what is sent in one request arrives in its order', async () => {
    const [alice, bob] = await pair(world);
    const {call, ours} = await answered(alice, bob);
    await signal(alice, call, ours, offer(), ...Array.from({length: 20}, (_, number) => candidate(number)));
    await bob.ear.hears(call, 'webrtc_signaling', ({signal_data: data}) => JSON.stringify(data).includes('candidate:19 '));
    const heard = bob.ear.payloads(call, 'webrtc_signaling').map(({signal_data: data}) => JSON.stringify(data));
    const numbers = heard.flatMap((data) => /candidate:(\d+) /.exec(data)?.[1] ?? []);
    assert.deepEqual(numbers, Array.from({length: 20}, (_, number) => String(number)));
    assert.match(heard[0] ?? '', /v=0/);
  });

  it('D12: a call goes through its statuses, and each side is told', async () => {
    const [alice, bob] = await pair(world);
    const [ours, theirs] = [newDevice(), newDevice()];
    const {call_id: call, status, reachable} = await start(alice, bob.id, {device: ours});
    assert.deepEqual([status, reachable], ['initiating', true]);
    assert.equal((await signal(bob, call, theirs, says('ringing', call))).status, 'ringing');
    await alice.ear.hears(call, 'webrtc_signaling', ({signal_type: type}) => type === 'ringing');
    assert.equal((await signal(bob, call, theirs, says('accept', call))).status, 'connecting');
    await alice.ear.hears(call, 'webrtc_signaling', ({signal_type: type}) => type === 'accept');
    assert.deepEqual((await ping(alice, call, ours)).ended, []);
    assert.equal((await hello(alice)).calls.find(({call_id: id}) => id === call)?.status, 'connected');
    assert.deepEqual(await end(bob, call, theirs), {success: true, status: 'ended', end_reason: 'hung-up'});
    const told = await alice.ear.hears(call, 'webrtc_call_ended');
    assert.deepEqual([told['reason'], told['by']], ['hung-up', bob.id]);
  });

  it('D12: of four pages of a person that answer at once, one has it', async () => {
    const [alice, bob] = await pair(world);
    const {call_id: call} = await start(alice, bob.id);
    const pages = Array.from({length: 4}, newDevice);
    const answers = await Promise.all(pages.map((page) => signal(bob, call, page, says('accept', call))));
    assert.equal(answers.filter(({success}) => success).length, 1);
    for (const {success, end_reason: reason} of answers) if (!success) assert.equal(reason, 'answered-elsewhere');
    const winner = pages[answers.findIndex(({success}) => success)];
    const told = await alice.ear.hears(call, 'webrtc_signaling', ({signal_type: type}) => type === 'accept');
    assert.equal(told['from_client_id'], winner);
  });

  it('D12: a callee who declines ends a call of two; in a group it rings on for the others', async () => {
    const [alice, bob] = await pair(world);
    const carol = await world.member('Carol');
    const {call_id: call} = await start(alice, bob.id);
    assert.equal((await end(bob, call, newDevice(), 'declined')).end_reason, 'declined');
    assert.equal((await alice.ear.hears(call, 'webrtc_call_ended'))['reason'], 'declined');

    const group = await world.group(alice, bob, carol);
    const {call_id: among} = await start(alice, `channel:${group}`);
    await end(bob, among, newDevice(), 'declined');
    assert.deepEqual((await hello(carol)).calls.map(({call_id: id}) => id), [among]);
    assert.deepEqual((await hello(bob)).calls, []);
    await end(carol, among, newDevice(), 'declined');
    assert.equal((await alice.ear.hears(among, 'webrtc_call_ended'))['reason'], 'declined');
  });

  it('D13: two who call each other have one call, the same for both, and neither loses it', async () => {
    const [alice, bob] = await pair(world);
    const first = await start(alice, bob.id);
    const second = await start(bob, alice.id);
    const isFirst = first.call_id < second.call_id;
    const [kept, callee] = isFirst ? [first, bob] : [second, alice];
    for (const person of [alice, bob]) assert.deepEqual((await hello(person)).calls.map(({call_id: id}) => id), [kept.call_id]);
    assert.equal((await signal(callee, kept.call_id, newDevice(), says('accept', kept.call_id))).success, true);

    const [carol, dave] = await pair(world);
    await Promise.all([start(carol, dave.id), start(dave, carol.id)]);
    const [mine, theirs] = [await hello(carol), await hello(dave)];
    assert.ok(mine.calls.length > 0);
    assert.deepEqual(mine.calls.map(({call_id: id}) => id).sort(), theirs.calls.map(({call_id: id}) => id).sort());
  });

  it('D14, D19: a call that is ended twice ends once, with one message in the chat; what is said afterwards is refused', async () => {
    const [alice, bob] = await pair(world);
    const {call, ours, theirs, channel_id: channel} = await answered(alice, bob);
    assert.deepEqual(await messages(world, channel), [], 'a start is no message');
    const first = await end(alice, call, ours);
    assert.deepEqual(await end(alice, call, ours), first);
    assert.equal((await end(bob, call, theirs, 'connection-failed')).end_reason, first.end_reason);
    const late = offer();
    const answer = await signal(bob, call, theirs, late);
    assert.deepEqual([answer.success, answer.status, answer.end_reason], [false, 'ended', 'hung-up']);
    assert.equal((await signal(bob, call, theirs, says('accept', call))).success, false);
    assert.equal((await messages(world, channel)).length, 1);
    const next = await start(alice, bob.id, {device: ours});
    await end(alice, next.call_id, ours, 'cancelled');
    await bob.ear.hears(next.call_id, 'webrtc_call_ended');
    assert.equal(bob.ear.payloads(call, 'webrtc_call_ended').filter((payload) => !payload['only_app']).length, 1);
    assert.equal(JSON.stringify(alice.ear.heard).includes(late.mark), false);
  });

  it('D19: the message is text: the markup in a name is shown as it is', async () => {
    const [mallory, bob] = [await world.member('<img src=x onerror=alert(1)>'), await world.member('Bob')];
    const device = newDevice();
    const {call_id: call, channel_id: channel} = await start(mallory, bob.id, {device});
    await end(mallory, call, device, 'cancelled');
    const [message] = await messages(world, channel);
    assert.doesNotMatch(message?.body ?? '', /<img|ð/);
    assert.notEqual(message?.body ?? '', '');
  });

  it('D15: times are told so that no clock or zone can misread them', async () => {
    const [alice, bob] = await pair(world);
    const {call_id: call} = await start(alice, bob.id);
    const told = await bob.ear.hears(call, 'webrtc_call_invitation');
    assert.match(String(told['timestamp']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    assert.ok(Math.abs(Date.parse(String(told['timestamp'])) - Number(told['created_ms'])) < 2000);
    assert.ok(Math.abs(Number(told['server_ms']) - Number(told['created_ms'])) < 5000);
    assert.ok(Number(told['created_ms']) > 1_600_000_000_000);
  });
});
