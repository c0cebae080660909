import assert from 'node:assert/strict';
import {test} from 'node:test';
import {signedInPage, tokenOf} from '../helpers/signed-in-page.js';

const HOUR = 3_600_000;
const status = (code: number): Response => Response.json({code: 'token-invalid'}, {status: code});

test('nobody has vouched for senders before the server has, nor once the line is gone', async () => {
  const {session, enter} = signedInPage();
  assert.equal(session.capabilities.identity, 'claimed');
  await enter();
  assert.equal(session.capabilities.identity, 'verified');
  session.leave?.();
  assert.equal(session.capabilities.identity, 'claimed');
});

test('only the server itself says that a page is in: what comes from somebody is not its word', () => {
  const {session} = signedInPage();
  for (const frame of [{type: 'SESSION', src: 'umallory_1', payload: {}}, {type: 'SESSION'}, {type: 'OPEN', payload: {}}]) {
    assert.equal(session.heard(frame), false);
  }
});

test('has another token at 80 % of its time, and tells the server of it on the same line', async () => {
  const {session, world, clock, enter, asked} = signedInPage();
  await enter();
  await clock.advance(0.8 * HOUR - 1);
  assert.deepEqual(asked(), ['token']);
  await clock.advance(1);
  assert.deepEqual([asked(), world.probes], [['token'], 1]);
  assert.deepEqual([session.probe?.(), session.probe?.()], [{token: tokenOf('alice', 2)}, {}]);
  session.echo?.({session: {expiresIn: HOUR}});
  await clock.advance(0.8 * HOUR);
  assert.deepEqual(asked(), ['token']);
});

test('a page that may be wanted in a moment has its token by then, and asks for it once', async () => {
  const {session, enter, asked} = signedInPage();
  await session.prepare?.();
  await session.prepare?.();
  assert.deepEqual(asked(), ['token']);
  await enter();
  assert.deepEqual(asked(), []);
});

test('a token that was fetched ahead and not used for 20 s is replaced before it is used', async () => {
  const {session, clock, enter, asked} = signedInPage();
  await session.prepare?.();
  await clock.advance(20_000);
  await enter();
  assert.deepEqual(asked(), ['token', 'token']);
});

test('tokens that last a second do not make a storm, and are all renewed', async () => {
  const {session, clock, enter, asked} = signedInPage();
  await enter({expiresIn: 1000});
  const counts: number[] = [];
  for (let minute = 0; minute < 10; minute += 1) {
    for (let second = 0; second < 60; second += 1) {
      await clock.advance(1000);
      if (session.probe && 'token' in session.probe()) session.echo?.({session: {expiresIn: 1000}});
    }
    counts.push(asked().length);
  }
  assert.ok((counts[0] ?? 0) <= 8, `${counts[0]} in the first minute`);
  for (const count of counts.slice(1)) assert.ok(count >= 2 && count <= 4, counts.join(' '));
});

test('a renewal that failed, or that the server refuses, is made later, with growing pauses', async () => {
  const {session, world, clock, enter, asked} = signedInPage();
  await enter();
  world.portal = () => new Response('', {status: 503});
  await clock.advance(0.8 * HOUR + 60_000);
  const count = asked().length;
  assert.ok(count >= 4 && count <= 8, String(count));
  world.portal = (number) => ({token: tokenOf('alice', number)});
  await clock.advance(30_000);
  assert.deepEqual(asked(), ['token']);
  session.echo?.({refused: 'token-expired'});
  await clock.advance(30_000);
  assert.deepEqual(asked(), ['token']);
});

test('signed out at the portal, it lets the last token run out, and asks no more', async () => {
  const {world, clock, enter, asked} = signedInPage();
  await enter();
  world.portal = () => status(401);
  await clock.advance(10 * HOUR);
  assert.deepEqual(asked(), ['token', 'token']);
});

test('another person’s token, in the midst of a session, is neither told to the server nor used to ask it', async () => {
  const {session, world, clock, enter, asked} = signedInPage();
  await enter();
  world.portal = () => ({token: tokenOf('mallory', 666)});
  await clock.advance(0.8 * HOUR);
  assert.deepEqual([world.probes, session.probe?.()], [0, {}]);
  await session.iceServers?.();
  assert.deepEqual(asked().at(-1), 'ice 1');
  await clock.advance(0.2 * HOUR);
  await assert.rejects(session.iceServers?.() ?? Promise.resolve(), {code: 'signaling-refused'});
});

test('after a sleep in which its token ran out, it comes back with another', async () => {
  const {session, world, clock, enter, asked} = signedInPage();
  await enter();
  session.leave?.();
  await clock.advance(8 * HOUR);
  assert.deepEqual(asked(), ['token'], 'nothing while it is offline');
  assert.equal((await session.enter()).token, tokenOf('alice', 2));
  assert.equal(world.probes, 0);
});

test('one 401 costs one more token, whatever is asked', async () => {
  const {session, world, enter, asked} = signedInPage();
  await enter();
  asked();
  world.server = (_path, token) => (token === 1 ? status(401) : {iceServers: [], ttl: 60});
  assert.deepEqual(await session.iceServers?.(), {iceServers: [], ttl: 60});
  assert.deepEqual(asked(), ['ice 1', 'token', 'ice 2']);
});

test('who is refused with a new token, too, is refused; an outage is asked again', async () => {
  const {session, world, asked} = signedInPage();
  await session.enter();
  world.server = () => new TypeError('Failed to fetch');
  assert.equal(await session.whyNot?.(false), undefined);
  world.server = () => status(401);
  assert.equal((await session.whyNot?.(false))?.code, 'signaling-refused');
  assert.deepEqual(asked(), ['token', 'session 1', 'session 1', 'token', 'session 2']);
});

test('a server that knows the person and has no room is asked for the reason once a minute', async () => {
  const {session, world, clock, asked} = signedInPage();
  world.server = () => status(429);
  await session.enter();
  for (let second = 0; second < 60; second += 1) {
    assert.equal(await session.whyNot?.(false), undefined);
    await clock.advance(1000);
  }
  assert.deepEqual(asked(), ['token', 'session 1']);
  await session.whyNot?.(false);
  assert.deepEqual(asked(), ['session 1']);
});

test('a server is mute the second time in a row that it says nothing', async () => {
  const {session, enter} = signedInPage();
  assert.equal(await session.whyNot?.(true), undefined);
  await enter();
  assert.equal(await session.whyNot?.(true), undefined);
  assert.equal((await session.whyNot?.(true))?.code, 'connector-failed');
});

test('the policy is the server’s last word, and a call that is refused is told', async () => {
  const {session, enter, refused} = signedInPage();
  const said = {ringTimeout: 30, ipPrivacy: 'always', ringWhileDoNotDisturb: true};
  await enter({expiresIn: HOUR, policy: {...said, mayCall: 'nobody'}});
  assert.deepEqual(session.capabilities.policy, {...said, mayCall: false});
  session.announce?.({status: 'away', inCall: false});
  session.heard({type: 'SESSION', payload: {policy: {ringTimeout: '30', ipPrivacy: 'never'}}});
  assert.deepEqual(session.capabilities.policy, {mayCall: true, ringTimeout: undefined, ipPrivacy: undefined, ringWhileDoNotDisturb: false});
  assert.deepEqual(session.probe?.(), {presence: {status: 'away', inCall: false}}, 'what was to be said is not lost');
  session.heard({type: 'REFUSED', payload: {call: 'a-call', reason: 'rings'}});
  assert.deepEqual(refused, ['a-call']);
});

test('the connectors that the admin offers come in their order, and again when that changes; what makes no sense is left out', async () => {
  const {session, world, enter} = signedInPage();
  const meet = {name: 'meet', title: 'Meet', active: true, settings: {url: 'https://meet.example/{id}'}};
  await enter({expiresIn: HOUR, connectors: [{...meet, order: 2}, {name: 'peerjs', order: 1, active: false}, 7, {title: 'nameless'}]});
  assert.deepEqual(session.capabilities.connectors, [{name: 'peerjs', title: '', active: false, settings: {}}, meet]);
  assert.equal(world.news, 0);
  session.heard({type: 'SESSION', payload: {connectors: 'all'}});
  assert.deepEqual([session.capabilities.connectors, world.news], [[], 1]);
});

test('asks nobody anything once it is closed', async () => {
  const {session, clock, enter, close, asked} = signedInPage();
  await enter();
  asked();
  close();
  session.leave?.();
  await assert.rejects(session.iceServers?.() ?? Promise.resolve(), {name: 'AbortError'});
  await clock.advance(10 * HOUR);
  assert.deepEqual([asked(), clock.pending], [[], 0]);
});
