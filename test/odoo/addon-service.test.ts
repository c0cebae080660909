import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it, mock} from 'node:test';
import {startWebClient} from './addon/web-client.js';

const ENABLED = {session: {mobile_webrtc: {enabled: true, may_call: true}}};
const LIBRARY = `
  const told = globalThis.told = {adapters: [], started: [], subscribers: []};
  export const setOdooAdapter = (adapter) => told.adapters.push(adapter);
  export const controller = {
    state: {phase: 'idle'},
    subscribe: (fn) => told.subscribers.push(fn),
    start: (call) => told.started.push(call),
    accept: () => told.started.push('accept'),
    hangUp: () => told.started.push('hang up'),
  };
  export const run = ${Math.random()};`;

const said: string[] = [];

describe('Calls in Odoo’s web client', () => {
  beforeEach(() => {
    said.length = 0;
    for (const level of ['warn', 'error'] as const) mock.method(console, level, (...args: unknown[]) => said.push(args.join(' ')));
    delete (globalThis as any).told;
  });

  afterEach(() => mock.restoreAll());

  const open = async (options: object = ENABLED, code = LIBRARY) => {
    const client = await startWebClient(['calls_service.js', 'thread_actions.js'], options);
    if (code) client.addLibrary(`${code}//${Math.random()}`);
    const calls = await client.open();
    return {...client, calls, told: (globalThis as any).told};
  };

  for (const session of [{}, {mobile_webrtc: {enabled: false}}]) {
    it(`load and show nothing while they are off: ${JSON.stringify(session)}`, async () => {
      const {calls, told, registered} = await open({session});
      assert.equal(calls.isReady, false);
      assert.equal(told, undefined);
      assert.deepEqual({...registered('main_components'), ...registered('systray')}, {});
    });
  }

  it('say how to build the library where it is missing, and leave the rest of the web client alone', async () => {
    const {calls, registered, notifications} = await open({...ENABLED, isSystem: true}, '');
    assert.equal(calls.isReady, false);
    assert.deepEqual(registered('main_components'), {});
    assert.match(said.join(), /npm run build:odoo/);
    assert.equal(notifications.length, 1);
    assert.deepEqual((await open(ENABLED, '')).notifications, []);
  });

  it('survive a library that throws', async () => {
    const {calls, registered} = await open(ENABLED, 'throw new Error("broken");');
    assert.equal(calls.isReady, false);
    assert.deepEqual(registered('systray'), {});
    assert.match(said.join(), /broken/);
  });

  it('hand the library their line to the server before anything is shown, and follow its calls', async () => {
    const {calls, told, registered} = await open();
    assert.equal(told.adapters.length, 1);
    assert.ok(registered('main_components')['mobile_webrtc.Calls']);
    assert.ok(registered('systray')['mobile_webrtc.Systray']);
    told.subscribers[0]({phase: 'ringing', peer: {id: 'partner:8', name: 'Bob'}});
    assert.deepEqual([calls.isLive, calls.isWith('partner:8'), calls.isFree('partner:9')], [true, true, false]);
    told.subscribers[0]({phase: 'ended', peer: {id: 'partner:8', name: 'Bob'}, elsewhere: {phase: 'connected', peer: {id: 'partner:9', name: 'Carol'}}});
    assert.deepEqual([calls.isElsewhere, calls.peer.name, calls.isFree('partner:9')], [true, 'Carol', false]);
    told.subscribers[0]({phase: 'idle'});
    assert.deepEqual([calls.isLive, calls.isFree('partner:9')], [false, true]);
  });

  describe('have buttons in a conversation', () => {
    const self = {id: 7, type: 'partner'};
    const persona = (id: number, type = 'partner') => ({type, id, eq: (other: {id: number}) => other.id === id});
    const threadOf = (more: object) => ({
      model: 'discuss.channel',
      id: 3,
      allowCalls: true,
      channel_type: 'chat',
      memberCount: 2,
      displayName: 'Bob',
      avatarUrl: '/bob',
      store: {self},
      correspondent: {persona: persona(8)},
      ...more,
    });
    const SMALL = {services: {ui: {isSmall: true}}};
    const LARGE = {services: {ui: {isSmall: false}}};
    const componentOf = (calls: object, thread: object | undefined, more: object = {}) => ({calls, thread, props: {}, env: LARGE, ...more});

    it('that call its other person, end the call while it is on, and answer one that rings', async () => {
      const {calls, told, registered} = await open();
      const {'mobile_webrtc-video': video, 'mobile_webrtc-audio': audio} = registered('mail.thread/actions');
      const component = componentOf(calls, threadOf({}));
      assert.deepEqual([video.condition(component), audio.condition(component)], [true, true]);
      audio.open(component);
      assert.deepEqual(told.started.pop(), {callee: 'partner:8', media: 'audio', calleeName: 'Bob', calleeAvatar: '/bob'});
      told.subscribers[0]({phase: 'connected', peer: {id: 'partner:8', name: 'Bob'}});
      assert.deepEqual([video.condition(component), audio.condition(component), video.name(component)], [true, false, 'Hang Up']);
      video.open(component);
      assert.equal(told.started.pop(), 'hang up');
      told.subscribers[0]({phase: 'incoming', peer: {id: 'partner:8', name: 'Bob'}});
      video.open(component);
      assert.equal(told.started.pop(), 'accept');
      told.subscribers[0]({phase: 'connected', peer: {id: 'partner:9', name: 'Carol'}});
      assert.deepEqual([video.disabledCondition(component), video.name(component)], [true, 'Ring: Video Call']);
    });

    const CASES: readonly [situation: string, thread: object | undefined, more: object, shown: boolean][] = [
      ['no conversation is open', undefined, {}, false],
      ['it is a record’s', threadOf({model: 'res.partner'}), {}, false],
      ['it is with OdooBot', threadOf({allowCalls: false}), {}, false],
      ['it is with oneself', threadOf({correspondent: {persona: persona(7)}}), {}, false],
      ['it is with a guest', threadOf({correspondent: {persona: persona(5, 'guest')}}), {}, true],
      ['it is a group', threadOf({channel_type: 'group', memberCount: 4}), {}, true],
      ['it is a channel with nobody else', threadOf({channel_type: 'channel', memberCount: 1}), {}, false],
      ['it is a channel with more people than ring at once', threadOf({channel_type: 'channel', memberCount: 52}), {}, false],
      ['it is in a chat window, which has its own', threadOf({}), {props: {chatWindow: {}}}, false],
      ['it is in a chat window on a small screen', threadOf({}), {props: {chatWindow: {}}, env: SMALL}, true],
    ];
    for (const [situation, thread, more, shown] of CASES) {
      it(`${shown ? 'which are shown' : 'but none'} where ${situation}`, async () => {
        const {calls, registered} = await open();
        const {'mobile_webrtc-video': video} = registered('mail.thread/actions');
        assert.equal(video.condition(componentOf(calls, thread, more)), shown);
      });
    }

    it('but none for a user who may not call, unless the two are in a call', async () => {
      const {calls, told, registered} = await open({session: {mobile_webrtc: {enabled: true, may_call: false}}});
      const {'mobile_webrtc-video': video} = registered('mail.thread/actions');
      const component = componentOf(calls, threadOf({}));
      assert.equal(video.condition(component), false);
      told.subscribers[0]({phase: 'connected', peer: {id: 'partner:8', name: 'Bob'}});
      assert.equal(video.condition(component), true);
    });
  });

  it('keep a popover open in which somebody presses a button of ours, and leave the others as they are', async () => {
    const {webClient} = await open();
    const popover = new webClient.Popover();
    const host = {isInside: true, getRootNode: () => ({})};
    const within = {getRootNode: () => ({host})};
    assert.deepEqual([popover.isInside(within as object), popover.isInside(host), popover.isInside({})], [true, true, false]);
  });

  it('give the library requests without a loading bar, and the one bus of all tabs', async () => {
    const subscribed = new Set<string>();
    const wrappers = new Map<Function, string>();
    const bus = {
      subscribe: (type: string, fn: Function) => (subscribed.add(type), wrappers.set(fn, type)),
      unsubscribe: (type: string, fn: Function) => wrappers.get(fn) === type && subscribed.delete(type),
      workerState: 'CONNECTED',
    };
    const client = await startWebClient(['calls_service.js'], ENABLED);
    client.addLibrary(`${LIBRARY}//${Math.random()}`);
    await client.open(bus);
    const [adapter] = (globalThis as any).told.adapters;
    await adapter.rpc('/mobile_webrtc/hello', {});
    assert.deepEqual(client.requests, [['/mobile_webrtc/hello', {}, {silent: true}]]);
    const listener = (): void => undefined;
    adapter.subscribe('a', listener);
    adapter.subscribe('b', listener);
    adapter.unsubscribe('a', listener);
    assert.deepEqual([...subscribed], ['b']);
    adapter.unsubscribe('b', listener);
    assert.deepEqual([[...subscribed], adapter.isConnected()], [[], true]);
  });

  it('know that the line is there in a tab that came later, and leave alone what Odoo itself listens to', async () => {
    const line = new EventTarget();
    const deleted: string[] = [];
    const client = await startWebClient(['calls_service.js'], ENABLED);
    client.addLibrary(`${LIBRARY}//${Math.random()}`);
    await client.open({
      addEventListener: line.addEventListener.bind(line),
      removeEventListener: line.removeEventListener.bind(line),
      deleteChannel: (name: string) => deleted.push(name),
    });
    const [adapter] = (globalThis as any).told.adapters;
    const heard: string[] = [];
    const online = (): unknown => heard.push('online');
    const offline = (): unknown => heard.push('offline');
    for (const type of ['connect', 'reconnect']) adapter.addEventListener(type, online);
    for (const type of ['disconnect', 'reconnecting']) adapter.addEventListener(type, offline);
    const tell = (type: string, detail?: string) => line.dispatchEvent(new CustomEvent(type, {detail}));
    tell('worker_state_updated', 'CONNECTING');
    tell('worker_state_updated', 'CONNECTED');
    tell('connect');
    tell('disconnect');
    assert.deepEqual(heard, ['online', 'offline']);
    for (const type of ['connect', 'reconnect']) adapter.removeEventListener(type, online);
    tell('worker_state_updated', 'CONNECTED');
    assert.equal(heard.length, 2);
    adapter.deleteChannel('odoo-presence-res.partner_8');
    adapter.deleteChannel('other');
    assert.deepEqual(deleted, ['other']);
  });
});
