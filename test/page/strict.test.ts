import {expect} from '@open-wc/testing';
import {createController} from '../../src/call/create-controller.js';
import {randomId} from '../../src/util/random-id.js';
import {openFrame} from '../helpers/page-frames.js';
import type {Frame} from '../helpers/page-frames.js';
import {found, plays} from '../helpers/page-people.js';
import {standInServer} from '../helpers/stand-in-server.js';
import {stateOf} from '../helpers/state-of.js';

// Content Security Policy without anything inline, and Trusted Types: see test/tools/strict-policy.mjs.
describe('a page with a strict policy', () => {
  let frame: Frame;
  const alice = createController();

  before(async () => {
    const said = {userName: '<b>Alice</b>', userAvatar: 'javascript:alert(1)'};
    alice.configure({userId: `caller-${randomId()}`, ...said, connector: 'local', ringtone: 'none'});
    await stateOf(alice, ({line}) => line === 'online');
  });
  after(() => alice.dispose());
  afterEach(async () => {
    await alice.hangUp();
    await frame.controller?.dispose();
    frame.close();
  });

  it('is really strict: what is inline is refused, and reported', async () => {
    frame = await openFrame('/test/page/pages/strict.html?csp=strict');
    frame.add('p', {style: 'color: red'});
    await found(() => frame.window.violations?.some((text) => text.startsWith('style-src')));
  });

  for (const name of ['strict', 'strict-classic']) {
    it(`has a whole call without one violation (${name}.html)`, async () => {
      frame = await openFrame(`/test/page/pages/${name}.html?csp=strict`);
      const controller = await found(() => frame.controller);
      const user = `strict-${randomId()}`;
      frame.document.querySelector('call-config')?.setAttribute('user-id', user);
      frame.document.querySelector('call-button')?.setAttribute('callee', alice.state.userId);
      await stateOf(controller, ({line}) => line === 'online');
      void alice.start({callee: user});
      const message = await frame.part('incoming-call', 'message');
      expect(message.textContent).to.contain('<b>Alice</b>');
      (await frame.part('incoming-call', 'answer')).click();
      await stateOf(alice, ({phase, remote}) => phase === 'connected' && remote.camera);
      await plays(await frame.part<HTMLVideoElement>('call-window', 'remote-video'));
      (await frame.part('call-window', 'camera')).click();
      await stateOf(alice, ({remote}) => !remote.camera);
      (await frame.part('call-window', 'hangup')).click();
      await stateOf(alice, ({phase}) => phase === 'ended');
      await stateOf(controller, ({phase}) => phase === 'ended');
      expect(frame.window.violations).to.deep.equal([]);
      expect(frame.errors).to.deep.equal([]);
    });

    it(`shows every other element, and opens all that opens, without one violation (${name}.html)`, async () => {
      frame = await openFrame(`/test/page/pages/${name}.html?csp=strict`);
      const server = standInServer(frame.window);
      server.saves('settings/connectors', [{name: 'jitsi', title: 'Jitsi', active: true, order: 1, settings: {url: 'https://meet.example/{id}'}}]);
      server.saves('settings/ice-servers', [{urls: 'turn:turn.example', username: 'u', enabled: true}]);
      const {registerConnector} = (await frame.window.library?.()) ?? {};
      registerConnector?.('meet', async () => ({url: 'https://meet.example/{id}'}), {title: 'Meet'});
      registerConnector?.('chat', async () => ({url: 'https://chat.example/{account}'}), {account: {title: 'Chat'}});
      const controller = await found(() => frame.controller);
      const {userId, ...said} = server.configuration;
      const config = await found(() => frame.document.querySelector('call-config'));
      for (const [key, value] of [['server', said.server], ['token-url', said.tokenUrl], ['connectors', 'local,meet,chat'], ['user-id', userId]] as const) {
        config.setAttribute(key, value);
      }
      frame.document.querySelector('call-button')?.setAttribute('callee', alice.state.userId);
      for (const tag of ['call-status', 'call-log', 'call-admin', 'call-im-accounts', 'call-toggle']) frame.add(tag);
      await stateOf(controller, ({line}) => line === 'online');
      const open = async (tag: string, part: string, shown: string) => {
        (await frame.part(tag, part)).click();
        await frame.part(tag, shown);
      };
      await open('call-button', 'menu-button', 'menu-item');
      await open('call-status', 'button', 'item');
      await frame.part('call-admin', 'connector-row');
      await open('call-admin', 'add', 'server-row');
      await frame.part('call-im-accounts', 'add');

      void alice.start({callee: userId});
      (await frame.part('incoming-call', 'answer')).click();
      await stateOf(alice, ({phase, remote}) => phase === 'connected' && remote.camera);
      await open('call-window', 'text-toggle', 'text');
      (await frame.part('call-window', 'settings')).click();
      await found(() => frame.document.querySelector('call-window')?.shadowRoot?.querySelector('[role="meter"]'));
      (await frame.part('call-window', 'hangup')).click();
      await stateOf(alice, ({phase}) => phase === 'ended');
      await frame.part('call-log', 'item');
      expect(frame.window.violations).to.deep.equal([]);
      expect(frame.errors).to.deep.equal([]);
      server.restore();
    });
  }
});
