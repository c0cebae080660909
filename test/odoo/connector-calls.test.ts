import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {openPage} from './helpers/odoo-page.js';
import type {Page} from './helpers/odoo-page.js';
import {browserOf} from './helpers/odoo-ways.js';
import {invitationOf} from './stand-in/call.js';
import type {Person} from './stand-in/people.js';
import {startOdoo} from './stand-in/start-odoo.js';
import type {StandInOdoo} from './stand-in/start-odoo.js';

console.debug = () => undefined;

describe('Calls over Odoo', () => {
  let odoo: StandInOdoo;
  const pages: Page[] = [];

  beforeEach(async () => (odoo = await startOdoo()));
  afterEach(async () => {
    await Promise.all(pages.splice(0).map(({connector}) => connector.close()));
    await odoo.close();
  });

  const open = async (person: Person): Promise<Page> => {
    const page = openPage(odoo, person);
    pages.push(page);
    await page.opened;
    return page;
  };
  /** A method of discuss.channel, as an app or anybody calls it. */
  const method = async (person: Person, name: string, ...args: unknown[]): Promise<Record<string, unknown>> => {
    const response = await browserOf(odoo, person).fetch(`${odoo.url}/web/dataset/call_kw/discuss.channel/${name}`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({jsonrpc: '2.0', id: 1, params: {model: 'discuss.channel', method: name, args: [[3], ...args], kwargs: {}}}),
    });
    return ((await response.json()) as {result: Record<string, unknown>}).result;
  };
  const statusOf = (call: string): unknown => odoo.calls.all.get(call)?.status;
  /** Everything that was on its way has come. */
  const settled = (): Promise<void> => pause(120);

  it('who is called hears a ring of the caller’s page, with the name that the server knows', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const call = await alice.ring('partner:8', 'video');
    const ring = await bob.hears('ring');
    assert.deepEqual([ring.call, ring.from, ring.to, ring.seq], [call, {user: 'partner:7', endpoint: alice.endpoint}, {user: 'partner:8'}, 0]);
    assert.equal(ring.body['media'], 'video');
    assert.deepEqual(bob.senders[0], {user: 'partner:7', name: 'Alice', avatar: '/web/image/res.partner/7/avatar_128'});
  });

  it('rings of the core that follow are not said to the server; it hears of ringing and accept, and of the call that is alive', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const call = await alice.ring('partner:8');
    await alice.send(call, {user: 'partner:8'}, 'ring', {media: 'audio', name: '', avatar: '', sentAt: 1});
    assert.deepEqual([statusOf(call), odoo.asked.filter(({path}) => path.endsWith('/start')).length], ['initiating', 1]);
    await bob.hears('ring');
    await bob.send(call, {user: 'partner:7', endpoint: alice.endpoint}, 'ringing', {}, 1);
    assert.equal(statusOf(call), 'ringing');
    await bob.send(call, {user: 'partner:7', endpoint: alice.endpoint}, 'accept', {media: 'audio'}, 2);
    assert.equal(statusOf(call), 'connecting');
    await alice.hears('accept');
    await alice.send(call, {user: 'partner:8', endpoint: bob.endpoint}, 'confirm', {}, 1);
    await settled();
    assert.equal(statusOf(call), 'connected');
  });

  it('a page that is opened while it rings, rings; one that is opened afterwards does not', async () => {
    const alice = await open(odoo.alice);
    const [lasting, over] = [await alice.ring('partner:8'), await alice.ring('partner:8')];
    await alice.send(over, {user: 'partner:8'}, 'end', {reason: 'cancelled'});
    const bob = await open(odoo.bob);
    await bob.hears('ring', lasting);
    await settled();
    assert.deepEqual(bob.types(over), []);
    assert.deepEqual(bob.types(lasting), ['ring']);
  });

  it('what the bus repeats of a call that is over rings nowhere', async () => {
    const bob = await open(odoo.bob);
    const old = odoo.calls.start(odoo.alice, 'partner:8', 'audio', {id: randomUUID(), client: 'page'});
    odoo.calls.end(odoo.alice, old, 'page', 'cancelled');
    // In one frame with its end.
    await settled();
    assert.deepEqual(bob.types(old.id), []);
    // Alone, and said to be ten seconds old: the server is asked.
    const again = {...invitationOf(old, 45), call_id: randomUUID(), created_ms: Date.now() - 10_000, status: 'initiating'};
    odoo.bus.send('partner:8', 'webrtc_call_invitation', again);
    // Older than anything rings.
    odoo.bus.send('partner:8', 'webrtc_call_invitation', {...again, call_id: randomUUID(), created_ms: Date.now() - 60_000});
    for (let count = 0; count < 100 && !odoo.asked.some(({path}) => path.endsWith('/ping')); count += 1) await pause(20);
    await settled();
    assert.deepEqual(bob.heard, []);
    assert.equal(odoo.asked.filter(({path}) => path.endsWith('/ping')).length, 1);
  });

  it('signals of calls that nobody told of, and what names another sender than the server does, go nowhere', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const call = await alice.ring('partner:8');
    await bob.hears('ring');
    const forged = {v: 1, call, from: {user: 'partner:9', endpoint: alice.endpoint}, to: {user: 'partner:8'}, seq: 0, ack: 0, type: 'end', body: {}};
    await alice.connector.send({user: 'partner:8'}, {...forged, type: 'note'});
    odoo.bus.send('partner:8', 'webrtc_signaling', {call_id: randomUUID(), signal_type: 'message', signal_data: {type: 'note'}, from: 'partner:7', from_client_id: 'x'});
    for (const payload of [null, 7, {}, {call_id: call}, {call_id: call, signal_type: 'message', from: 'partner:7', signal_data: 'text'}]) {
      odoo.bus.send('partner:8', 'webrtc_signaling', payload);
      odoo.bus.send('partner:8', 'webrtc_call_ended', {...(payload as object | null), call_id: 7});
      odoo.bus.send('partner:8', 'webrtc_call_invitation', payload);
    }
    await settled();
    assert.deepEqual(bob.heard.map(({type}) => type), ['ring']);
  });

  it('cancelled, and declined: both sides hear it once from each who says so', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const first = await alice.ring('partner:8');
    await bob.hears('ring', first);
    await alice.send(first, {user: 'partner:8'}, 'end', {reason: 'cancelled'});
    assert.equal((await bob.hears('end', first)).body['reason'], 'cancelled');
    const second = await alice.ring('partner:8');
    await bob.hears('ring', second);
    await bob.send(second, {user: 'partner:7', endpoint: alice.endpoint}, 'end', {reason: 'declined'});
    assert.equal((await alice.hears('end', second)).body['reason'], 'declined');
    assert.deepEqual([first, second].map((call) => odoo.calls.all.get(call)?.endReason), ['cancelled', 'declined']);
  });

  it('two devices: what one answers or declines, silences the other', async () => {
    const [alice, desk, phone] = [await open(odoo.alice), await open(odoo.bob), await open(odoo.bob)];
    const first = await alice.ring('partner:8');
    await Promise.all([desk.hears('ring', first), phone.hears('ring', first)]);
    await desk.send(first, {user: 'partner:7', endpoint: alice.endpoint}, 'accept', {media: 'audio'}, 1);
    assert.equal((await phone.hears('end', first)).body['reason'], 'answered-elsewhere');
    assert.deepEqual(desk.types(first), ['ring']);
    await alice.send(first, {user: 'partner:8'}, 'end', {reason: 'hung-up'});
    const second = await alice.ring('partner:8');
    await Promise.all([desk.hears('ring', second), phone.hears('ring', second)]);
    await phone.send(second, {user: 'partner:7', endpoint: alice.endpoint}, 'end', {reason: 'declined'});
    assert.equal((await desk.hears('end', second)).body['reason'], 'declined-elsewhere');
  });

  it('two devices answer at the same moment: the server decides, and the loser’s words go no further', async () => {
    const [alice, desk, phone] = [await open(odoo.alice), await open(odoo.bob), await open(odoo.bob)];
    const call = await alice.ring('partner:8');
    await Promise.all([desk.hears('ring'), phone.hears('ring')]);
    const to = {user: 'partner:7', endpoint: alice.endpoint};
    const answers = await Promise.allSettled([desk, phone].flatMap((page) => [page.send(call, to, 'accept', {media: 'audio'}, 1), page.send(call, to, 'end', {reason: 'hung-up'})]));
    assert.equal(answers.filter(({status}) => status === 'rejected').length >= 1, true);
    await settled();
    assert.equal(alice.types(call).filter((type) => type === 'accept').length, 1);
  });

  it('a page of the callee goes away while it rings: others may answer still', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const call = await alice.ring('partner:8');
    await bob.hears('ring');
    await bob.send(call, {user: 'partner:7', endpoint: alice.endpoint}, 'end', {reason: 'page-closed'});
    assert.equal((await alice.hears('end')).body['reason'], 'page-closed');
    assert.equal(statusOf(call), 'initiating');
  });

  it('who talks does not believe the server that it is over by itself; who rings does', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const talk = await alice.ring('partner:8');
    await bob.hears('ring');
    await bob.send(talk, {user: 'partner:7', endpoint: alice.endpoint}, 'accept', {media: 'audio'}, 1);
    await alice.hears('accept');
    await alice.send(talk, {user: 'partner:8', endpoint: bob.endpoint}, 'confirm', {}, 1);
    const call = odoo.calls.all.get(talk);
    assert.ok(call);
    odoo.calls.end(undefined, call, undefined, 'connection-failed');
    const eve = await open(odoo.eve);
    const ringing = await eve.ring('partner:8');
    const other = odoo.calls.all.get(ringing);
    assert.ok(other);
    await bob.hears('ring', ringing);
    odoo.calls.end(undefined, other, undefined, 'no-answer');
    assert.equal((await bob.hears('end', ringing)).body['reason'], 'no-answer');
    assert.equal((await eve.hears('end', ringing)).body['reason'], 'no-answer');
    assert.deepEqual([alice, bob].map((page) => page.types(talk).includes('end')), [false, false]);
  });

  it('a call to a chat of several: the caller sees the chat, each of them the caller; one who declines does not end it', async () => {
    const carol = odoo.people.add('carol');
    odoo.people.addChannel('group', odoo.alice, odoo.bob, carol);
    const [alice, bob, third] = [await open(odoo.alice), await open(odoo.bob), await open(carol)];
    const call = await alice.ring('channel:4');
    await Promise.all([bob.hears('ring'), third.hears('ring')]);
    assert.deepEqual((await third.hears('ring')).from.user, 'partner:7');
    const to = {user: 'partner:7', endpoint: alice.endpoint};
    await bob.send(call, to, 'ringing', {}, 1);
    const {from} = await alice.hears('ringing');
    assert.deepEqual([from, alice.senders[0]?.user], [{user: 'channel:4', endpoint: bob.endpoint}, 'channel:4']);
    await bob.send(call, to, 'end', {reason: 'declined'});
    await settled();
    assert.deepEqual([alice.types(call).includes('end'), statusOf(call)], [false, 'ringing']);
    await third.send(call, to, 'accept', {media: 'audio'}, 1);
    await alice.hears('accept');
    await alice.send(call, {user: 'channel:4', endpoint: third.endpoint}, 'confirm', {}, 1);
    assert.deepEqual((await third.hears('confirm')).to, {user: 'partner:10', endpoint: third.endpoint});
  });

  it('a call to a chat of several, answered by one: the others fall silent; declined by all: over', async () => {
    const carol = odoo.people.add('carol');
    odoo.people.addChannel('group', odoo.alice, odoo.bob, carol);
    const [alice, bob, third] = [await open(odoo.alice), await open(odoo.bob), await open(carol)];
    const to = {user: 'partner:7', endpoint: alice.endpoint};
    const first = await alice.ring('channel:4');
    await Promise.all([bob.hears('ring'), third.hears('ring')]);
    await third.send(first, to, 'accept', {media: 'audio'}, 1);
    assert.equal((await bob.hears('end', first)).body['reason'], 'answered-elsewhere');
    await alice.send(first, {user: 'channel:4'}, 'end', {reason: 'hung-up'});
    const second = await alice.ring('channel:4');
    await Promise.all([bob.hears('ring', second), third.hears('ring', second)]);
    for (const page of [bob, third]) await page.send(second, to, 'end', {reason: 'declined'});
    assert.equal((await alice.hears('end', second)).body['reason'], 'declined');
  });

  it('an app calls: it rings as from an endpoint of its own; its offer comes after our answer, and ours goes to it as plain words', async () => {
    const bob = await open(odoo.bob);
    const {call_id: id} = await method(odoo.alice, 'mobile_start_webrtc_call', 'audio');
    const call = String(id);
    const ring = await bob.hears('ring', call);
    assert.deepEqual([ring.from, bob.senders[0]?.name], [{user: 'partner:7', endpoint: 'app'}, 'Alice']);
    await method(odoo.alice, 'mobile_webrtc_signal', call, 'offer', {type: 'offer', sdp: 'v=0\na=fingerprint:x\n'});
    const app = {user: 'partner:7', endpoint: 'app'};
    await bob.send(call, app, 'ringing', {}, 1);
    await bob.send(call, app, 'accept', {media: 'audio'}, 2);
    const {body} = await bob.hears('offer', call);
    assert.deepEqual([body, statusOf(call)], [{generation: 1, sdp: 'v=0\r\na=fingerprint:x\r\n'}, 'connecting']);
    assert.deepEqual(bob.types(call).filter((type) => type !== 'ack').slice(0, 3), ['ring', 'confirm', 'offer']);
    await bob.send(call, app, 'answer', {generation: 1, sdp: 'ours'}, 3);
    await settled();
    const plain = odoo.bus.stored.filter(({channel, message}) => channel === 'partner:7' && (message.payload as {signal_type?: string}).signal_type === 'answer');
    assert.deepEqual(plain.map(({message}) => (message.payload as {signal_data: unknown}).signal_data), [{type: 'answer', sdp: 'ours'}]);
    await method(odoo.alice, 'mobile_end_webrtc_call', call);
    assert.equal((await bob.hears('end', call)).body['reason'], 'hung-up');
  });

  it('an app is called: it is said to ring where no page does, gets our offer, and its answer accepts', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const call = await alice.ring('partner:8');
    await bob.hears('ring');
    const ringing = await alice.hears('ringing');
    assert.deepEqual([ringing.from, ringing.seq], [{user: 'partner:8', endpoint: 'app'}, 1]);
    await alice.send(call, {user: 'partner:8', endpoint: 'app'}, 'offer', {generation: 1, sdp: 'ours'}, 1);
    await settled();
    await method(odoo.bob, 'mobile_webrtc_signal', call, 'answer', {type: 'answer', sdp: 'theirs'});
    await alice.hears('accept');
    assert.deepEqual((await alice.hears('answer')).body, {generation: 1, sdp: 'theirs'});
    // Pages of the same person fall silent.
    assert.equal((await bob.hears('end')).body['reason'], 'answered-elsewhere');
    await alice.send(call, {user: 'partner:8', endpoint: 'app'}, 'end', {reason: 'hung-up'});
    assert.equal(statusOf(call), 'ended');
  });

  it('nobody is there: no app is said to ring', async () => {
    const alice = await open(odoo.alice);
    await alice.ring('partner:8');
    await pause(800);
    assert.deepEqual(alice.heard, []);
  });

  it('the page comes back to a call that is over: its word is refused, and it is told', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const call = await alice.ring('partner:8');
    await bob.hears('ring');
    await bob.send(call, {user: 'partner:7', endpoint: alice.endpoint}, 'accept', {media: 'audio'}, 1);
    await bob.connector.close();
    await alice.send(call, {user: 'partner:8', endpoint: bob.endpoint}, 'end', {reason: 'hung-up'});
    const bob2 = await open(odoo.bob);
    await assert.rejects(bob2.send(call, {user: 'partner:7'}, 'rejoin', {was: [bob.endpoint]}), {code: 'signaling-lost'});
    assert.equal((await bob2.hears('end', call)).body['reason'], 'hung-up');
  });

  it('the page is loaded anew in a call: the call is known, and goes on under a new endpoint', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const call = await alice.ring('partner:8');
    await bob.hears('ring');
    await bob.send(call, {user: 'partner:7', endpoint: alice.endpoint}, 'accept', {media: 'audio'}, 1);
    await alice.hears('accept');
    await alice.send(call, {user: 'partner:8', endpoint: bob.endpoint}, 'confirm', {}, 1);
    await Promise.all([alice.connector.close(), bob.connector.close()]);
    const [alice2, bob2] = [await open(odoo.alice), await open(odoo.bob)];
    await settled();
    assert.deepEqual([alice2.heard, bob2.heard], [[], []]);
    await bob2.send(call, {user: 'partner:7'}, 'rejoin', {was: [bob.endpoint]});
    assert.deepEqual((await alice2.hears('rejoin')).from, {user: 'partner:8', endpoint: bob2.endpoint});
    await alice2.send(call, {user: 'partner:8'}, 'rejoin', {was: [alice.endpoint]});
    await bob2.hears('rejoin');
    await bob2.send(call, {user: 'partner:7', endpoint: alice2.endpoint}, 'end', {reason: 'hung-up'});
    await alice2.hears('end');
    assert.equal(statusOf(call), 'ended');
  });
});
