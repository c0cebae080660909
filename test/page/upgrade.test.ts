import {expect} from '@open-wc/testing';
import type {CallButtonElement} from '../../src/elements/call-button/call-button.js';
import type {CallConfigElement} from '../../src/elements/call-config/call-config.js';
import {openFrame} from '../helpers/page-frames.js';
import type {Frame} from '../helpers/page-frames.js';
import {found} from '../helpers/page-people.js';
import {stateOf} from '../helpers/state-of.js';

describe('a page whose script comes after its tags', () => {
  let frame: Frame;

  beforeEach(async () => {
    frame = await openFrame();
  });
  afterEach(async () => {
    await frame.controller?.dispose();
    frame.close();
  });

  const load = async () => {
    await frame.script('/src/define.ts', 'module');
    return found(() => frame.controller);
  };

  it('takes up attributes that were there before', async () => {
    const config = frame.add('call-config', {'user-id': 'early', connector: 'local', 'ring-timeout': '20'});
    const button = frame.add('call-button', {callee: 'somebody'});
    const controller = await load();
    await stateOf(controller, ({line}) => line === 'online');
    expect(controller.configuration).to.include({userId: 'early', connector: 'local', ringTimeout: 20});
    await found(() => config.getAttribute('state') === 'online' && button.getAttribute('state') === 'idle');
  });

  it('takes up properties that were set before', async () => {
    const config = frame.add<CallConfigElement>('call-config');
    const button = frame.add<CallButtonElement>('call-button');
    Object.assign(config, {userId: 'early', connector: 'local', ipPrivacy: 'off', iceServers: [{urls: 'stun:127.0.0.1:3478'}]});
    Object.assign(button, {callee: 'somebody', media: 'audio'});
    const controller = await load();
    await stateOf(controller, ({line}) => line === 'online');
    expect(controller.configuration).to.include({userId: 'early', ipPrivacy: 'off'});
    expect(controller.configuration.iceServers).to.deep.equal([{urls: 'stun:127.0.0.1:3478'}]);
    await found(() => button.getAttribute('state') === 'idle');
    expect(button).to.include({callee: 'somebody', media: 'audio'});
  });

  it('knows what is changed later, by attribute and by property', async () => {
    const config = frame.add<CallConfigElement>('call-config', {'user-id': 'first', connector: 'local'});
    const controller = await load();
    await stateOf(controller, ({line}) => line === 'online');
    config.setAttribute('user-id', 'second');
    await stateOf(controller, ({userId, line}) => userId === 'second' && line === 'online');
    config.userId = 'third';
    await stateOf(controller, ({userId, line}) => userId === 'third' && line === 'online');
    config.removeAttribute('user-id');
    await stateOf(controller, ({userId, line}) => userId === '' && line === 'off');
    await found(() => config.getAttribute('state') === 'off');
  });

  it('asks nothing of the network, the devices or the disk before it is configured', async () => {
    const {window: page} = frame;
    const asked: string[] = [];
    const spy = <K extends 'WebSocket' | 'RTCPeerConnection' | 'AudioContext' | 'BroadcastChannel' | 'EventSource' | 'Worker'>(name: K): void => {
      const native = page[name] as new (...options: unknown[]) => object;
      Object.assign(page, {
        [name]: class extends native {
          constructor(...options: unknown[]) {
            super(...options);
            asked.push(name);
          }
        },
      });
    };
    for (const name of ['RTCPeerConnection', 'AudioContext', 'BroadcastChannel', 'EventSource'] as const) spy(name);
    page.navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error(String(asked.push('getUserMedia'))));
    const {open} = page.IDBFactory.prototype;
    page.IDBFactory.prototype.open = function (this: IDBFactory, ...options) {
      asked.push('indexedDB');
      return open.apply(this, options);
    };
    for (const tag of ['call-config', 'call-button', 'call-toggle', 'incoming-call', 'call-window', 'call-provider']) frame.add(tag);
    await load();
    await found(() => frame.document.querySelector('call-button')?.shadowRoot?.querySelector('button'));
    const elsewhere = page.performance
      .getEntriesByType('resource')
      .map(({name}) => new URL(name).pathname)
      .filter((path) => !/^\/(src|node_modules|__w|scripts)/.test(path));
    expect(elsewhere).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
    expect(frame.controller?.state.line).to.equal('off');
    expect(page.performance.getEntriesByType('resource').some(({name}) => name.includes('browser-engine'))).to.equal(false);
  });
});
