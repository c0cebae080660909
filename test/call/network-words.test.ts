import assert from 'node:assert/strict';
import {test} from 'node:test';
import {registerConnector} from '../../src/connectors/connector-registry.js';
import type {Connector, ConnectorSink} from '../../src/connectors/connector.js';
import type {FakeLink} from '../../src/conformance/fake-link.js';
import type {Person} from '../helpers/call-world.js';
import {setup} from '../helpers/two-people.js';

const TURN = [{urls: 'turn:192.0.2.1:3478?transport=udp', username: 'u', credential: 'c'}];
const RELAY = 'candidate:1 1 udp 1 192.0.2.1 9 typ relay';

const linkOf = ({platform}: Person): FakeLink => {
  const [link] = platform.links;
  if (!link) throw new Error('There is no link.');
  return link;
};
const codes = (person: Person): readonly string[] => person.told('call-error').map(({code}) => code);

/** Answered, yet there is no way for sound and picture. */
const blocked = async (iceServers: readonly RTCIceServer[] = []) => {
  const people = await setup();
  const {world, alice, bob, start, wait} = people;
  for (const {controller} of [alice, bob]) controller.configure({iceServers});
  world.network.cut(bob.endpoint);
  await start(alice, 'bob');
  void bob.controller.accept();
  await wait(1000);
  assert.deepEqual([alice.phase, bob.phase], ['connecting', 'connecting']);
  const over = async () => {
    await wait(26_000);
    assert.deepEqual([alice.end, bob.end], ['connection-failed system', 'connection-failed system']);
    for (const person of [alice, bob]) {
      assert.equal(person.state.trouble?.code, codes(person).at(-1), 'the state says what the notice said');
      assert.equal(person.state.trouble?.recoverable, false);
      const types = person.notices.map(({type}) => type);
      assert.ok(types.indexOf('call-error') < types.indexOf('call-ended'), 'why, before that');
    }
    people.everybodyRests();
    return [codes(alice), codes(bob)];
  };
  return {...people, over};
};

test('no path and no relay set up: both are told that one is missing', async () => {
  const {over} = await blocked();
  assert.deepEqual(await over(), [['relay-missing'], ['relay-missing']]);
});

test('no path and no relay heard: both are told so', async () => {
  const {over} = await blocked(TURN);
  assert.deepEqual(await over(), [['relay-unreachable'], ['relay-unreachable']]);
});

test('the relay refuses one of them: that one is told, and the other is told nothing untrue', async () => {
  const {alice, bob, over} = await blocked(TURN);
  linkOf(alice).notes.failed({url: 'turn:192.0.2.1:3478?transport=udp', errorCode: 401});
  linkOf(bob).notes.found(RELAY);
  assert.deepEqual(await over(), [['relay-refused'], ['connection-failed']]);
});

test('a relay may be set up, and who knows of it cannot be asked: nobody is told that one is missing', async () => {
  const people = await setup();
  const {world, alice, bob, start, wait} = people;
  world.server.iceServers = async () => Promise.reject(new TypeError('No network.'));
  world.network.cut(bob.endpoint);
  await start(alice, 'bob');
  void bob.controller.accept();
  await wait(27_000);
  assert.deepEqual([alice.end, codes(alice), codes(bob)], ['connection-failed system', ['connection-failed'], ['connection-failed']]);
  alice.controller.configure({ipPrivacy: 'always'});
  await start(alice, 'bob');
  assert.deepEqual(codes(alice), ['connection-failed'], 'nor beforehand');
});

test('relayed only without a relay: told at once, and over as soon as there is one', async () => {
  const {world, alice, bob, start, wait} = await setup();
  alice.controller.configure({ipPrivacy: 'always'});
  await start(alice, 'bob');
  assert.equal(alice.state.trouble?.code, 'relay-missing');
  world.server.iceServers = async () => ({iceServers: TURN, ttl: 600});
  alice.controller.configure({iceServers: TURN});
  void bob.controller.accept();
  await wait(500);
  world.network.cut(bob.endpoint);
  await wait(3000);
  assert.deepEqual([alice.phase, alice.state.trouble], ['reconnecting', undefined]);
  assert.deepEqual(codes(alice), ['relay-missing'], 'told once');
});

test('the other side answers and crashes while a path is looked for: no relay is blamed for it', async () => {
  const {alice, bob, wait} = await blocked();
  bob.crash();
  await wait(26_000);
  assert.deepEqual([alice.end, codes(alice)], ['connection-failed system', ['connection-failed']]);
});

test('one’s own network is gone: no relay is blamed for it', async () => {
  const {world, alice, wait} = await blocked();
  world.server.setOnline(false, alice.endpoint);
  await wait(26_000);
  assert.deepEqual([alice.end, codes(alice)], ['connection-failed system', ['signaling-lost', 'connection-failed']]);
});

test('the other side loads its page anew and calls again: nothing is said of the network', async () => {
  const {world, alice, bob, answered, start, wait} = await setup();
  await answered();
  bob.crash();
  await wait(3000);
  assert.equal(alice.phase, 'reconnecting');
  const again = world.person('bob');
  await wait(100);
  await start(again, 'alice');
  assert.deepEqual([alice.phase, alice.told('call-ended').at(-1)?.reason], ['incoming', 'connection-failed']);
  assert.deepEqual(codes(alice), []);
});

test('the other side crashes in a call: no relay is blamed for it', async () => {
  const {alice, bob, answered, wait} = await setup();
  await answered();
  bob.crash();
  await wait(40_000);
  assert.deepEqual([alice.end, codes(alice)], ['connection-failed system', ['connection-failed']]);
});

test('one network changes and finds no way back, while both are heard: the relay that is missing is named', async () => {
  const {world, alice, bob, answered, wait} = await setup();
  await answered();
  world.network.cut(bob.endpoint);
  await wait(40_000);
  assert.deepEqual([codes(alice), codes(bob)], [['relay-missing'], ['relay-missing']]);
});

test('a call that ends for another reason is no failure of the network', async () => {
  const {alice, bob, answered, wait} = await setup();
  await answered();
  await alice.controller.hangUp();
  await wait(500);
  assert.deepEqual([codes(alice), codes(bob)], [[], []]);
});

test('a stranger’s word that a connection failed, while it only rings, is blamed on nothing', async () => {
  const {world, alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  world.server.intercept = ({message}, deliver) => {
    if (message.type === 'end') Object.assign(message, {body: {reason: 'connection-failed'}});
    deliver();
  };
  await alice.controller.hangUp();
  await wait(500);
  assert.deepEqual([bob.end, codes(bob)], ['connection-failed system', []]);
});

test('the state says what path it is and whether it is weak, only while it carries', async () => {
  const {world, alice, bob, answered, wait} = await setup();
  const stands = ({state}: Person) => [state.path, state.weak];
  assert.deepEqual(stands(alice), [undefined, false]);
  await answered();
  assert.deepEqual(stands(alice), ['direct', false]);
  linkOf(alice).feel({path: 'relay', weak: true});
  assert.deepEqual([stands(alice), stands(bob)], [['relay', true], ['direct', false]]);
  world.network.cut(bob.endpoint);
  await wait(3000);
  assert.deepEqual([alice.phase, ...stands(alice)], ['reconnecting', undefined, false]);
  world.network.heal(bob.endpoint);
  await wait(6000);
  assert.deepEqual([alice.phase, ...stands(alice)], ['connected', 'direct', false]);
  await alice.controller.hangUp();
  assert.deepEqual(stands(alice), [undefined, false]);
});

test('signalling is lost for a minute in a call: it goes on, is told once, and the trouble goes when the line is back', async () => {
  const {world, alice, bob, answered, wait, everybodyRests} = await setup();
  await answered();
  world.server.setOnline(false);
  await wait(60_000);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
  assert.deepEqual([alice.state.trouble?.code, alice.state.trouble?.recoverable], ['signaling-lost', true]);
  assert.deepEqual(codes(alice), ['signaling-lost']);
  world.server.setOnline(true);
  await wait(1000);
  assert.equal(alice.state.trouble, undefined);
  await bob.controller.hangUp();
  await wait(500);
  assert.deepEqual([alice.end, bob.end], ['hung-up remote', 'hung-up local']);
  everybodyRests();
});

test('the sign-in ends in a call: it goes on, and that is told calmly until this very line is back', async () => {
  const {world, alice, bob, wait, start} = await setup();
  let spare: ConnectorSink | undefined;
  registerConnector('spare', async () => () => {
    const capabilities = {identity: 'claimed', presence: false, ice: false, maxBytes: 1000} as const;
    const open: Connector['open'] = async (_self, sink) => void (spare = sink);
    return {capabilities, open, send: async () => undefined, close: async () => undefined};
  });
  alice.controller.configure({connectors: ['memory', 'spare']});
  await wait(100);
  await start(alice, 'bob');
  void bob.controller.accept();
  await wait(500);
  world.server.shutOut(alice.endpoint);
  assert.deepEqual([alice.phase, alice.state.line], ['connected', 'error']);
  assert.deepEqual([alice.state.trouble?.code, alice.state.trouble?.recoverable], ['signaling-refused', true]);
  spare?.status('offline');
  spare?.status('online');
  assert.equal(alice.state.trouble?.code, 'signaling-refused', 'another line is not this one');
  world.server.setOnline(true, alice.endpoint);
  assert.equal(alice.state.trouble, undefined);
  await bob.controller.hangUp();
  await wait(500);
  assert.deepEqual([alice.end, bob.end], ['hung-up remote', 'hung-up local']);
});

test('credentials that are over are renewed before the restart that needs them', async () => {
  const {world, alice, bob, answered, wait} = await setup();
  let asked = 0;
  world.server.iceServers = async () => {
    asked += 1;
    return {iceServers: TURN, ttl: 30};
  };
  await answered();
  assert.equal(asked, 2, 'once each');
  await wait(60_000);
  assert.equal(asked, 2, 'nothing is asked for while nothing is needed');
  world.network.cut(bob.endpoint);
  await wait(3000);
  world.network.heal(bob.endpoint);
  await wait(6000);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
  assert.equal(asked, 4, 'once each again, however many restarts it took');
});
