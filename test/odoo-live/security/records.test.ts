import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {candidate, end, newDevice, offer, says, signal, start} from '../harness/calls.js';
import {peek} from '../harness/ear.js';
import {refused} from '../harness/refused.js';
import {OdooError} from '../harness/visitor.js';
import type {Visitor} from '../harness/visitor.js';
import {createWorld} from '../harness/world.js';

const MODEL = 'webrtc.session';

/** Nothing of a record can be had: the search is empty, or refused as a whole. */
const findsNothing = async (visitor: Visitor, domain: readonly unknown[]): Promise<void> => {
  const found = await visitor.call(MODEL, 'search_read', [domain]).catch((error: unknown) => {
    if (error instanceof OdooError && error.exception === 'odoo.exceptions.AccessError') return [];
    throw error;
  });
  assert.deepEqual(found, []);
};

describe('what is kept of calls', () => {
  const world = createWorld();

  it('D4: an outsider neither reads, changes, makes nor removes a call; the two themselves only read it', async () => {
    const [alice, bob, eve] = [await world.member('Alice'), await world.member('Bob'), await world.member('Eve')];
    const {session_id: session, channel_id: channel, call_id: call} = await start(alice, bob.id);
    await findsNothing(eve.visitor, [['id', '=', session]]);
    await findsNothing(eve.visitor, [['call_id', '=', call]]);
    await refused(eve.visitor.call(MODEL, 'read', [[session]]));
    await findsNothing(eve.visitor, [['channel_id', '=', channel]]);
    const forged = {name: 'forged', channel_id: channel, caller_id: bob.uid, call_type: 'video'};
    for (const {visitor} of [eve, bob, alice]) {
      await refused(visitor.call(MODEL, 'write', [[session], {caller_id: eve.uid}]));
      await refused(visitor.call(MODEL, 'write', [[session], {status: 'ended'}]));
      await refused(visitor.call(MODEL, 'create', [[forged]]));
      await refused(visitor.call(MODEL, 'unlink', [[session]]));
    }
    for (const {visitor} of [alice, bob]) {
      const [seen] = (await visitor.call(MODEL, 'search_read', [[['id', '=', session]], ['status']])) as {id: number}[];
      assert.equal(seen?.id, session, 'it is in their own list of calls');
    }
  });

  it('D5: nothing that changes a call can be called by its name from outside', async () => {
    const [alice, bob, eve] = [await world.member('Alice'), await world.member('Bob'), await world.member('Eve')];
    const {session_id: session} = await start(alice, bob.id);
    for (const method of ['end_call', 'update_signaling', '_end_call', '_end', '_accept', '_relay']) {
      for (const {visitor} of [eve, alice]) {
        await assert.rejects(visitor.call(MODEL, method, [[session]]), OdooError, `${method} is no public method`);
      }
    }
    const [kept] = (await world.admin.call(MODEL, 'read', [[session], ['status']])) as [{status: string}];
    assert.notEqual(kept.status, 'ended');
  });

  it('D10: of descriptions and addresses nothing is kept; what the call was is', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const [ours, theirs, sent] = [newDevice(), newDevice(), offer()];
    const {call_id: call, session_id: session} = await start(alice, bob.id, {device: ours, media: 'audio'});
    await signal(alice, call, ours, sent, candidate(1));
    await signal(bob, call, theirs, says('ringing', call));
    await signal(bob, call, theirs, says('accept', call));
    await end(alice, call, ours);
    const fields = (await world.admin.call(MODEL, 'fields_get', [], {attributes: ['type']})) as Record<string, unknown>;
    const [kept] = (await world.admin.call(MODEL, 'read', [[session], Object.keys(fields)])) as [Record<string, unknown>];
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(`${sent.mark}|192\\.0\\.2\\.7|candidate:`));
    assert.equal(kept['status'], 'ended');
    assert.equal(kept['call_type'], 'audio');
    assert.ok(kept['start_time'] && kept['end_time']);
    const others = await world.member('Eve');
    assert.equal((await peek(others.visitor, [])).includes(sent.mark), false);
  });

  it('D16: the channel of a call can be removed, and so can a person who called', async () => {
    const [alice, bob, carol] = [await world.member('Alice'), await world.member('Bob'), await world.member('Carol')];
    const group = await world.group(alice, bob, carol);
    const {session_id: session} = await start(alice, `channel:${group}`);
    await world.admin.call('discuss.channel', 'unlink', [[group]]);
    assert.deepEqual(await world.admin.call(MODEL, 'search', [[['id', '=', session]]]), []);
    await start(alice, bob.id);
    await world.admin.call('res.users', 'unlink', [[alice.uid]]);
    assert.deepEqual(await world.admin.call('res.users', 'search', [[['id', '=', alice.uid]]]), []);
    await start(bob, carol.id);
    await world.admin.call('res.users', 'unlink', [[carol.uid]]);
  });

  it('D17: a portal member reads a channel, with all its fields, as before', async () => {
    const [alice, paul] = [await world.member('Alice'), await world.member('Paul', {kind: 'portal'})];
    const group = await world.group(alice, paul);
    await start(alice, `channel:${group}`);
    const fields = (await paul.visitor.call('discuss.channel', 'fields_get', [], {attributes: ['type']})) as Record<string, unknown>;
    // Odoo itself does not let them read who else is in it.
    const readable = Object.keys(fields).filter((field) => field !== 'channel_partner_ids');
    const [channel] = (await paul.visitor.call('discuss.channel', 'read', [[group], readable])) as [{id: number}];
    assert.equal(channel.id, group);
  });
});
