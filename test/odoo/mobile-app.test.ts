import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {AppError} from '../../odoo/examples/mobile-app/src/app-error.js';
import {MobileApp} from '../../odoo/examples/mobile-app/src/mobile-app.js';
import {BLUE, createPhones, gets, RED} from './phones.js';
import type {Phones} from './phones.js';
import {startOdoo} from './stand-in/start-odoo.js';
import type {StandInOdoo} from './stand-in/start-odoo.js';

const CHAT = 'channel:3';

describe('mobile app: two of them', () => {
  let odoo: StandInOdoo;
  let phones: Phones;

  before(async () => {
    odoo = await startOdoo();
    phones = createPhones(odoo);
  });
  afterEach(() => phones.close());
  after(() => odoo.close());

  const meet = () => Promise.all([phones.login('alice', {tone: 440, colour: RED}), phones.login('bob', {tone: 880, colour: BLUE})]);

  it('see and hear each other, until the one who was called hangs up', async () => {
    const [alice, bob] = await meet();
    const out = await alice.call(CHAT, {video: true});
    const incoming = await bob.waitForCall();
    assert.deepEqual([incoming.callerName, incoming.video, incoming.channel, incoming.id], ['Alice', true, 3, out.id]);
    await bob.answer();
    await Promise.all([out.connected(), incoming.connected()]);
    await Promise.all([
      gets('alice', () => out.measured, {tone: 880, colour: BLUE}),
      gets('bob', () => incoming.measured, {tone: 440, colour: RED}),
    ]);
    await bob.hangUp();
    await out.ended();
    assert.deepEqual([out.endReason, incoming.endReason], ['hung-up', 'hung-up']);
  });

  it('only hear each other in a call without pictures, and the caller hangs up', async () => {
    const [alice, bob] = await meet();
    const out = await alice.call(CHAT);
    const incoming = await bob.waitForCall();
    assert.equal(incoming.video, false);
    await incoming.answer();
    await Promise.all([gets('alice', () => out.measured, {tone: 880}), gets('bob', () => incoming.measured, {tone: 440})]);
    assert.deepEqual([out.measured.picture, incoming.measured.picture], [undefined, undefined]);
    await alice.hangUp();
    await incoming.ended();
  });

  it('do not talk when the one who is called declines', async () => {
    const [alice, bob] = await meet();
    const out = await alice.call(CHAT, {video: true});
    await bob.waitForCall();
    await bob.decline();
    await out.ended();
    assert.equal(out.endReason, 'declined');
  });

  it('do not talk when the caller gives up; a late answer says why', async () => {
    const [alice, bob] = await meet();
    const out = await alice.call(CHAT);
    const incoming = await bob.waitForCall();
    await out.end();
    await incoming.ended();
    assert.equal(incoming.endReason, 'cancelled');
    await assert.rejects(incoming.answer(), new AppError('This call does not ring any more.'));
  });

  it('an answer that comes after another is refused with a sentence', async () => {
    const [alice, bob] = await meet();
    await alice.call(CHAT);
    const incoming = await bob.waitForCall();
    const call = odoo.calls.all.get(incoming.id);
    assert.ok(call);
    odoo.calls.signal(odoo.bob, call, 'another device', [{signal_type: 'accept', signal_data: {}}]);
    if (incoming.state === 'ringing') await assert.rejects(incoming.answer(), AppError);
    await incoming.ended();
    assert.equal(incoming.endReason, 'answered-elsewhere');
  });

  it('a phone that is switched on later rings for a call that rings, and for none that is over', async () => {
    const alice = await phones.login('alice');
    const over = await alice.call(CHAT);
    await over.end();
    const out = await alice.call(CHAT);
    const bob = await phones.login('bob');
    const incoming = await bob.waitForCall();
    assert.equal(incoming.id, out.id);
    await bob.decline();
    await out.ended();
    await assert.rejects(bob.waitForCall(300), new AppError('Nobody has called for 0 seconds.'));
  });

  it('rings also after the network was gone for a moment', async () => {
    const [alice, bob] = await meet();
    odoo.sockets.cut();
    const [out, incoming] = await Promise.all([alice.call(CHAT), bob.waitForCall()]);
    assert.equal(incoming.id, out.id);
    await bob.answer();
    await Promise.all([out.connected(), incoming.connected()]);
  });
});

describe('mobile app: what it says when something is wrong', () => {
  let odoo: StandInOdoo;
  let phones: Phones;

  before(async () => {
    odoo = await startOdoo();
    phones = createPhones(odoo);
  });
  after(async () => {
    await phones.close();
    await odoo.close();
  });

  const login = (login: string, url = odoo.url) => MobileApp.login({url, database: 'lab', login, password: 'alice'});

  it('the password is another', () => assert.rejects(login('bob'), new AppError('Odoo does not know bob with this password.')));

  it('there is no Odoo', () => assert.rejects(login('alice', 'http://127.0.0.1:9'), /^AppError: Odoo at http:\/\/127\.0\.0\.1:9 cannot be reached/));

  it('the channel is not theirs', async () => {
    const eve = await phones.login('eve');
    await assert.rejects(eve.call(CHAT), new AppError('Odoo does not let this person do that.'));
  });

  it('the callee is no channel', async () => {
    const alice = await phones.login('alice');
    await assert.rejects(alice.call('partner:8'), new AppError('This app calls channels, such as channel:3, and not partner:8.'));
    await assert.rejects(async () => alice.hangUp(), new AppError('There is no call.'));
  });
});
