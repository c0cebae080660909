import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {until} from '../../e2e/harness/until.js';
import {end, hello, newDevice, says, signal, start} from '../harness/calls.js';
import {withParameters} from '../harness/parameters.js';
import {rejected} from '../harness/refused.js';
import {createWorld} from '../harness/world.js';
import type {Member} from '../harness/world.js';

interface Ice {
  readonly ice_servers: readonly {readonly urls: string | readonly string[]; readonly username?: string; readonly credential?: string}[];
  readonly ttl_s: number;
}

const iceOf = async ({visitor}: Pick<Member, 'visitor'>): Promise<Ice> => (await visitor.rpc('/mobile_webrtc/ice')) as Ice;
const urlsOf = ({ice_servers: servers}: Ice): string[] => servers.flatMap(({urls}) => urls);

describe('what the administrator decides', () => {
  const world = createWorld();

  it('D22: a ring that nobody answers is over after the set time, on the server, whatever the pages do', async () => {
    await withParameters(world, {'mobile_webrtc.ring_timeout': '10'}, async () => {
      const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
      const {call_id: call, ring_timeout_s: limit} = await start(alice, bob.id);
      assert.equal(limit, 10);
      await until('the ring is over', async () => (await hello(alice)).calls.length === 0, 40_000);
      assert.equal((await bob.ear.hears(call, 'webrtc_call_ended'))['reason'], 'no-answer');
      assert.equal((await signal(bob, call, newDevice(), says('accept', call))).end_reason, 'no-answer');
    });
  });

  it('with calls off, nobody can begin or answer one, and what goes on can be ended', async () => {
    const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
    const device = newDevice();
    const {call_id: call} = await start(alice, bob.id, {device});
    await withParameters(world, {'mobile_webrtc.enabled': false}, async () => {
      await rejected(start(bob, alice.id));
      assert.deepEqual((await hello(bob)).calls, []);
      assert.equal((await hello(bob)).policy['may_call'], false);
      assert.equal((await end(alice, call, device, 'cancelled')).status, 'ended');
    });
  });

  it('who may not begin a call may still answer one', async () => {
    await withParameters(world, {'mobile_webrtc.who_may_call': 'internal'}, async () => {
      const [alice, paul] = [await world.member('Alice'), await world.member('Paul', {kind: 'portal'})];
      await world.chat(alice, paul);
      await rejected(start(paul, alice.id));
      const {call_id: call} = await start(alice, paul.id);
      assert.equal((await signal(paul, call, newDevice(), says('accept', call))).success, true);
    });
  });

  it('D26: everybody in a call gets Odoo’s ICE servers: guests, too; and its own TURN server’s password is each one’s own', async () => {
    const [uri, secret] = ['stun.example.org:3478', 'only the server knows this'];
    const row = await world.admin.call('mail.ice.server', 'create', [[{server_type: 'stun', uri}]]);
    const turn = {'mobile_webrtc.turn_urls': 'turn:turn.example.org:3478', 'mobile_webrtc.turn_secret': secret};
    await withParameters(world, {...turn, 'mail.use_twilio_rtc_servers': false}, async () => {
      const [alice, bob] = [await world.member('Alice'), await world.member('Bob')];
      const guest = await world.guest(await world.group(alice));
      const answers = await Promise.all([iceOf(alice), iceOf(bob), iceOf(guest)]);
      for (const answer of answers) {
        assert.ok(answer.ttl_s > 0);
        assert.ok(urlsOf(answer).includes(`stun:${uri}`), `${urlsOf(answer)}`);
        assert.ok(urlsOf(answer).includes('turn:turn.example.org:3478'));
        assert.ok(urlsOf(answer).length <= 5, 'Firefox takes no more');
        assert.equal(JSON.stringify(answer).includes(secret), false);
      }
      const names = answers.flatMap(({ice_servers: servers}) => servers.flatMap(({username}) => username ?? []));
      assert.equal(new Set(names).size, 3);
    }).finally(() => world.admin.call('mail.ice.server', 'unlink', [row]));
  });

  it('D26: where Twilio cannot be reached, or does not know the account, its place is taken by the list', async () => {
    const row = await world.admin.call('mail.ice.server', 'create', [[{server_type: 'turn', uri: 'turn.example.org:3478', username: 'u', credential: 'c'}]]);
    const twilio = {'mail.use_twilio_rtc_servers': 'True', 'mail.twilio_account_sid': 'ACnobody', 'mail.twilio_account_token': 'nothing'};
    await withParameters(world, twilio, async () => {
      const alice = await world.member('Alice');
      const began = performance.now();
      const answer = await iceOf(alice);
      assert.ok(urlsOf(answer).some((url) => url.startsWith('turn:turn.example.org:3478')), `${urlsOf(answer)}`);
      assert.ok(performance.now() - began < 10_000, 'a call does not wait a minute for Twilio');
      assert.doesNotMatch(JSON.stringify(answer), /ACnobody|nothing/);
    }).finally(() => world.admin.call('mail.ice.server', 'unlink', [row]));
  });
});
