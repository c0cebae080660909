import {elementUpdated, expect, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {stub} from 'sinon';
import {CallConfigElement} from '../../src/elements/call-config/call-config.js';
import {readSetting} from '../../src/call/read-setting.js';
import {DEFAULT_CONFIGURATION} from '../../src/types/configuration.js';
import type {CallConfiguration} from '../../src/types/configuration.js';
import {define} from '../../src/util/define.js';
import {withinCall} from '../helpers/within-call.js';

define('call-config', CallConfigElement);

const setup = (template: TemplateResult = html`<call-config user-id="alice"></call-config>`) =>
  withinCall<CallConfigElement>(template, {line: 'connecting'});

/** What the console was told while `act` ran. */
const warnings = async (act: () => unknown): Promise<string[]> => {
  const warn = stub(console, 'warn');
  try {
    await act();
    return warn.args.map(([sentence]) => String(sentence));
  } finally {
    warn.restore();
  }
};

describe('<call-config>', () => {
  it('shows nothing, and is accessible', async () => {
    const {element} = await setup();
    await expect(element).to.be.accessible();
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('configures once with all its attributes', async () => {
    const {controller} = await setup(html`
      <call-config
        user-id="alice"
        user-name="Alice"
        user-avatar="/alice.png"
        status="away"
        connector="peerjs"
        connectors="peerjs local"
        server="/peer"
        token-url="/token"
        ice-servers='[{"urls": "stun:stun.example.org"}]'
        ice-url="/ice"
        ip-privacy="always"
        ring-timeout="30"
        ringtone="none"
        ring-while="available busy"
        window-mode="inline"
        call-page="/call.html"
        lang="fr"
      ></call-config>
    `);
    const expected: CallConfiguration = {
      userId: 'alice',
      userName: 'Alice',
      userAvatar: '/alice.png',
      status: 'away',
      connector: 'peerjs',
      connectors: ['peerjs', 'local'],
      server: '/peer',
      tokenUrl: '/token',
      iceServers: [{urls: 'stun:stun.example.org'}],
      iceUrl: '/ice',
      ipPrivacy: 'always',
      ringTimeout: 30,
      ringtone: 'none',
      ringWhile: ['available', 'busy'],
      windowMode: 'inline',
      callPage: '/call.html',
    };
    expect(controller.configured).to.deep.equal([expected]);
  });

  it('says nothing of what was not written', async () => {
    const {controller} = await setup();
    expect(controller.configured).to.deep.equal([{userId: 'alice'}]);
  });

  it('gathers what changes together into one configuration', async () => {
    const {element, controller} = await setup();
    element.setAttribute('user-id', 'bob');
    element.setAttribute('server', '/peer');
    element.userName = 'Bob';
    await elementUpdated(element);
    expect(controller.configured.slice(1)).to.deep.equal([{userId: 'bob', userName: 'Bob', server: '/peer'}]);
  });

  it('goes back to the usual when an attribute is removed', async () => {
    const {element, controller} = await setup(html`<call-config user-id="alice" ring-timeout="10"></call-config>`);
    element.removeAttribute('ring-timeout');
    element.removeAttribute('user-id');
    await elementUpdated(element);
    expect(controller.configured[1]).to.deep.equal({userId: '', ringTimeout: 45});
  });

  it('takes properties as well as attributes', async () => {
    const {element, controller} = await setup(html`<call-config></call-config>`);
    element.connectors = ['local'];
    element.iceServers = [{urls: 'stun:stun.example.org'}];
    element.ringTimeout = 20;
    await elementUpdated(element);
    const expected = {connectors: ['local'], iceServers: [{urls: 'stun:stun.example.org'}], ringTimeout: 20};
    expect(controller.configured).to.deep.equal([expected]);
  });

  it('reflects how the line stands', async () => {
    const {element, controller} = await setup();
    expect(element).to.have.attribute('state', 'connecting');
    controller.set({line: 'online'});
    await elementUpdated(element);
    expect(element).to.have.attribute('state', 'online');
  });

  it('warns once of each wrong value, and uses the usual one', async () => {
    const said = await warnings(async () => {
      for (let times = 0; times < 2; times += 1) {
        const {controller} = await setup(html`
          <call-config ip-privacy="sometimes" status="asleep" window-mode="huge" ring-timeout="long" ice-servers="[{"></call-config>
        `);
        const {ipPrivacy, status, windowMode, ringTimeout, iceServers} = DEFAULT_CONFIGURATION;
        expect(controller.configured).to.deep.equal([{ipPrivacy, status, windowMode, ringTimeout, iceServers}]);
      }
    });
    expect(said).to.have.lengthOf(5);
  });

  it('never says a credential on the console', async () => {
    const said = await warnings(() => readSetting('iceServers', '[{"urls": "turn:x", "credential": "hush"}'));
    expect(said.join()).not.to.contain('hush');
  });

  it('configures the controller of the place it is moved to', async () => {
    const {element} = await setup();
    const other = await withinCall(html`<p></p>`);
    other.parent.append(element);
    await elementUpdated(element);
    expect(other.controller.configured).to.deep.equal([{userId: 'alice'}]);
  });

  it('configures nothing when it is moved within the same place', async () => {
    const {element, controller, parent} = await setup();
    parent.append(element);
    await elementUpdated(element);
    expect(controller.configured).to.have.lengthOf(1);
  });

  it('keeps for later what changes while it is nowhere', async () => {
    const {element, controller, parent} = await setup();
    element.remove();
    element.server = '/peer';
    await elementUpdated(element);
    parent.append(element);
    await elementUpdated(element);
    expect(controller.configuration).to.include({userId: 'alice', server: '/peer'});
  });
});
