import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {afterClose} from '../../src/connectors/odoo/close-codes.js';
import {HttpTransport} from '../../src/connectors/odoo/http-transport.js';
import {createFakeClock} from '../helpers/fake-clock.js';

/** A socket that does what the test says. */
class FakeSocket {
  readyState = 0;
  readonly sent: {event_name: string; data: {channels?: string[]; last?: number}}[] = [];
  onopen?: () => void;
  onclose?: (event: {code: number}) => void;
  onmessage?: (event: {data: unknown}) => void;
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as FakeSocket['sent'][number]);
  }

  close(): void {
    this.isClosed = true;
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  closes(code: number): void {
    this.readyState = 3;
    this.onclose?.({code});
  }

  says(...notifications: readonly (readonly [id: number, type: string, payload: unknown])[]): void {
    this.onmessage?.({data: JSON.stringify(notifications.map(([id, type, payload]) => ({id, message: {type, payload}})))});
  }

  get subscriptions(): unknown[] {
    return this.sent.filter(({event_name: name}) => name === 'subscribe').map(({data}) => data);
  }
}

const setup = async () => {
  const clock = createFakeClock();
  const sockets: FakeSocket[] = [];
  const news: string[] = [];
  const world = {version: '18.0-3' as unknown, error: undefined as string | undefined, asked: 0, last: undefined as number | undefined};
  const transport = new HttpTransport('https://odoo.example/', {
    clock,
    createSocket: (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    fetch: async (url) => {
      world.asked += 1;
      if (world.error === 'network') throw new TypeError('Failed to fetch');
      if (world.error) return Response.json({jsonrpc: '2.0', id: null, error: {code: 100, data: {name: world.error}}});
      const result = String(url).endsWith('hello') ? {version: world.version, last_notification_id: world.last} : {websocket_worker_version: '18.0-1'};
      return Response.json({jsonrpc: '2.0', id: 1, result});
    },
  });
  const stop = transport.listen({
    notification: (type, payload, id) => void news.push(`${id} ${type} ${JSON.stringify(payload)}`),
    online: () => void news.push('online'),
    offline: (error) => void news.push(`offline ${error?.code ?? ''}`.trim()),
  });
  await clock.advance(0);
  return {clock, sockets, news, world, transport, stop, last: () => sockets.at(-1) as FakeSocket};
};

describe('A socket of our own to Odoo’s bus', () => {
  it('opens with the version that the server wants to hear, subscribes, says that somebody is here, and gives each notification', async () => {
    const {sockets, news, last} = await setup();
    assert.equal(last().url, 'wss://odoo.example/websocket?version=18.0-3');
    last().opens();
    assert.deepEqual(last().sent, [
      {event_name: 'subscribe', data: {channels: [], last: 0}},
      {event_name: 'update_presence', data: {inactivity_period: 0, im_status_ids_by_model: {}}},
    ]);
    last().says([584, 'webrtc_call_invitation', {a: 1}], [583, 'mail.record/insert', {}]);
    assert.deepEqual(news, ['online', '584 webrtc_call_invitation {"a":1}', '583 mail.record/insert {}']);
    assert.equal(sockets.length, 1);
  });

  it('passes over frames that are none', async () => {
    const {news, last} = await setup();
    last().opens();
    for (const data of ['', '{', 'null', '{}', '[1]', '[{"id":"x"}]', '[{"id":1,"message":{}}]', new ArrayBuffer(3)]) last().onmessage?.({data});
    assert.deepEqual(news, ['online']);
  });

  it('where the addon does not say the version, the session does', async () => {
    const {world, last, clock} = await setup();
    world.version = undefined;
    last().closes(1000);
    await clock.advance(10);
    assert.match(last().url, /18\.0-1$/);
  });

  it('begins where the bus is: a page that was loaded anew is not told what was said to the one before', async () => {
    const {last, clock, world} = await setup();
    world.last = 570;
    last().closes(1000);
    await clock.advance(10);
    last().opens();
    assert.deepEqual(last().subscriptions, [{channels: [], last: 570}]);
  });

  it('goes on where it was', async () => {
    const {sockets, last, clock} = await setup();
    last().opens();
    last().says([590, 'x', {}], [585, 'x', {}]);
    last().closes(4002);
    await clock.advance(0);
    assert.equal(sockets.length, 2);
    last().opens();
    assert.deepEqual(last().subscriptions, [{channels: [], last: 590}]);
  });

  it('gathers the channels that are wanted into one frame', async () => {
    const {last, clock, transport} = await setup();
    last().opens();
    const stops = ['a', 'b', 'a'].map((channel) => transport.watch(channel));
    stops[0]?.();
    await clock.advance(300);
    assert.deepEqual(last().subscriptions.slice(1), [{channels: ['a', 'b'], last: 0}]);
    stops[2]?.();
    await clock.advance(300);
    assert.deepEqual(last().subscriptions.slice(2), [{channels: ['b'], last: 0}]);
  });

  it('is told that it is outdated: asks for the version anew; the second time there is no way', async () => {
    const {news, world, last, clock, sockets} = await setup();
    world.version = '18.0-4';
    last().opens();
    last().closes(1000);
    await clock.advance(0);
    assert.match(last().url, /18\.0-4$/);
    last().closes(1000);
    await clock.advance(170_000);
    assert.deepEqual([news, sockets.length], [['online', 'offline', 'offline connector-failed'], 2]);
    await clock.advance(20_000);
    assert.equal(sockets.length, 3);
  });

  it('is signed out: said once, and looked at again when somebody comes back', async () => {
    const {world, news, last, clock, sockets, transport} = await setup();
    last().opens();
    world.error = 'odoo.http.SessionExpiredException';
    last().closes(4001);
    await clock.advance(60_000);
    assert.deepEqual([news, sockets.length], [['online', 'offline signaling-refused'], 1]);
    world.error = undefined;
    transport.hurry();
    await clock.advance(0);
    assert.equal(sockets.length, 2);
  });

  it('is signed out, and in again by another tab: it goes on at once', async () => {
    const {news, last, clock, sockets} = await setup();
    last().opens();
    last().closes(4001);
    await clock.advance(0);
    last().opens();
    assert.deepEqual([news, sockets.length], [['online', 'online'], 2]);
    last().closes(4001);
    await clock.advance(60_000);
    assert.deepEqual([news.at(-1), sockets.length], ['offline signaling-refused', 2]);
  });

  it('somebody comes back while it is open: who is signed in may be asked anew', async () => {
    const {news, last, transport, sockets} = await setup();
    last().opens();
    transport.hurry();
    assert.deepEqual([news, sockets.length], [['online', 'online'], 1]);
  });

  it('nobody is signed in: said, and not asked every second', async () => {
    const {world, news, last, clock} = await setup();
    world.error = 'odoo.http.SessionExpiredException';
    last().closes(1000);
    await clock.advance(100_000);
    assert.deepEqual(news, ['offline', 'offline signaling-refused']);
  });

  it('the network is gone: tries again, less and less often, and no attempt is doubled by somebody who looks', async () => {
    const {world, last, clock, sockets, transport} = await setup();
    last().opens();
    last().closes(1006);
    const before = sockets.length;
    for (let count = 0; count < 6; count += 1) {
      await clock.advance(60_000);
      last().closes(1006);
    }
    assert.ok(sockets.length - before >= 6 && sockets.length - before <= 16, String(sockets.length - before));
    world.error = 'network';
    transport.hurry();
    transport.hurry();
    await clock.advance(0);
    assert.ok(sockets.slice(0, -1).every(({isClosed, readyState}) => isClosed || readyState === 3));
  });

  it('is stopped: nothing is left', async () => {
    const {last, clock, news, stop} = await setup();
    last().opens();
    stop();
    last().closes(1006);
    last().says([1, 'x', {}]);
    await clock.advance(0);
    assert.deepEqual([last().isClosed, clock.pending, news], [true, 0, ['online']]);
  });
});

/** What follows a close code, the first time and later: [least, most] milliseconds, and what is told. */
const CODES: readonly (readonly [code: number, attempt: number, wasOpen: boolean, least: number, most: number, told?: string])[] = [
  [1000, 0, true, 0, 0],
  [1000, 1, true, 180_000, 180_000, 'connector-failed'],
  [1006, 0, true, 500, 1000],
  [1006, 4, true, 8000, 16_000],
  [1006, 4, false, 8000, 16_000, 'connector-failed'],
  [1006, 9, false, 30_000, 60_000],
  [1001, 0, true, 500, 1000],
  [1008, 0, true, 5000, 10_000],
  [1009, 0, true, 5000, 10_000],
  [1013, 0, true, 5000, 10_000],
  [1013, 9, true, 60_000, 120_000],
  [4001, 0, true, 0, 0],
  [4001, 1, true, 180_000, 180_000, 'signaling-refused'],
  [4002, 0, true, 0, 0],
  [4002, 2, true, 2000, 4000],
];

describe('Close codes of Odoo’s bus', () => {
  for (const [code, attempt, wasOpen, least, most, told] of CODES) {
    it(`${code}, attempt ${attempt}${wasOpen ? '' : ', never open'}: ${least}–${most} ms, ${told ?? 'nothing told'}`, () => {
      const {wait, error} = afterClose(code, attempt, wasOpen);
      assert.ok(wait >= least && wait <= most, String(wait));
      assert.equal(error, told);
    });
  }
});
