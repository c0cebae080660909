import {elementUpdated, expect, html, waitUntil} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {registerConnector} from '../../src/connectors/connector-registry.js';
import type {ConnectorAbout, ConnectorLoader} from '../../src/connectors/connector-registry.js';
import {CallButtonElement} from '../../src/elements/call-button/call-button.js';
import type {CallState} from '../../src/types/call-state.js';
import type {Presence} from '../../src/types/presence.js';
import {define} from '../../src/util/define.js';
import {pressKey, pressMouse} from '../helpers/real-input.js';
import {BOB, withinCall} from '../helpers/within-call.js';

define('call-button', CallButtonElement);

/** What is fetched takes a while on a busy machine. */
const until = (is: () => unknown): Promise<void> => waitUntil(() => Boolean(is()), undefined, {timeout: 10_000});

let users = 0;
let names = 0;

/** Registers a connector under a name of its own, since they stay for good. */
const register = (load: ConnectorLoader, about?: ConnectorAbout): string => {
  const name = `way-${++names}`;
  registerConnector(name, load, about);
  return name;
};

const opens = (opened: string[], title: string) => register(async () => ({open: ({callee}) => opened.push(`${title} ${callee}`)}), {title});

const setup = async (state: Partial<CallState>, template: TemplateResult = html`<call-button callee="bob"></call-button>`) => {
  // What one chose is remembered for the next test, if it is the same person.
  const {element, controller, parent} = await withinCall<CallButtonElement>(template, {userId: `alice-${++users}`, ...state});
  const root = element.shadowRoot!;
  const button = root.querySelector('button')!;
  const arrow = () => root.querySelector<HTMLButtonElement>('[part="menu-button"]');
  const items = () => [...root.querySelectorAll<HTMLElement>('[part="menu-item"]')];
  const titles = () => items().map((item) => item.querySelector('.menu-label')!.textContent!.trim());
  const offers = (count: number) => until(() => items().length === count);
  return {element, controller, parent, root, button, arrow, items, titles, offers};
};

describe('<call-button> with several ways to call', () => {
  it('is as simple as ever with one', async () => {
    const {element, root} = await setup({connectors: ['peerjs']});
    await elementUpdated(element);
    expect(root.querySelectorAll('button')).to.have.lengthOf(1);
  });

  it('is accessible in both variants, closed and open, and says what each part does', async () => {
    const {element, arrow, offers, titles, button} = await setup({connectors: ['peerjs', opens([], 'Meet')]});
    await offers(2);
    await expect(element).to.be.accessible();
    expect(titles()).to.deep.equal(['On this page', 'Meet']);
    expect(arrow()!.title).to.equal('Ways to call bob');
    expect(button.title).to.equal('Video call to bob – On this page');
    arrow()!.click();
    await elementUpdated(element);
    await expect(element).to.be.accessible();
    element.variant = 'icon';
    await elementUpdated(element);
    await expect(element).to.be.accessible();
  });

  it('opens by keyboard, calls by what was chosen, and remembers it for this person first and for all others', async () => {
    const {element, controller, parent, offers, titles, arrow, button} = await setup({connectors: ['peerjs', 'local']});
    await offers(2);
    arrow()!.focus();
    await pressKey('Enter');
    await pressKey('End');
    await pressKey('Enter');
    expect(controller.handled.map(({detail}) => (detail as {connector?: string}).connector)).to.deep.equal(['local']);
    await until(() => titles()[0] === 'On this page – local');
    expect(titles()).to.have.lengthOf(2);
    button.click();
    expect(controller.handled.at(-1)!.detail).to.deep.equal({callee: 'bob', media: 'video', connector: 'local'});
    // Somebody else is called as somebody was last.
    element.callee = 'carol';
    await elementUpdated(element);
    await offers(2);
    button.click();
    expect(controller.handled.at(-1)!.detail).to.deep.equal({callee: 'carol', media: 'video', connector: 'local'});
    const again = document.createElement('call-button');
    again.callee = 'bob';
    parent.append(again);
    await until(() => again.shadowRoot?.querySelectorAll('[part="menu-item"]').length === 2);
    again.click();
    expect(controller.handled.at(-1)!.detail).to.deep.equal({callee: 'bob', media: 'video', connector: 'local'});
  });

  it('is what it is where a page that somebody else opens is the only way', async () => {
    const opened: string[] = [];
    const {element, button, root} = await setup({connectors: [opens(opened, 'Meet')], line: 'online'});
    await until(() => button.textContent!.includes('Meet'));
    expect(root.querySelectorAll('button')).to.have.lengthOf(1);
    await expect(element).to.be.accessible();
    button.click();
    expect(opened).to.deep.equal(['Meet bob']);
  });

  it('opens a page of somebody else’s in the press, unless the page prevents it', async () => {
    const opened: string[] = [];
    const {element, controller, offers, items, titles} = await setup({connectors: ['peerjs', opens(opened, 'Meet')]});
    await offers(2);
    element.addEventListener('call-start-request', (request) => request.preventDefault(), {once: true});
    items()[1]!.click();
    expect(opened).to.deep.equal([]);
    // What was chosen is the first one from now on.
    await until(() => titles()[0] === 'Meet');
    items()[0]!.click();
    expect(opened).to.deep.equal(['Meet bob']);
    expect(controller.handled).to.deep.equal([]);
  });

  it('keeps nobody waiting for one that is slow, throws or never comes', async () => {
    const hangs = register(() => new Promise(() => undefined));
    const throws = register(() => {
      throw new Error('by intention');
    });
    const rejects = register(() => Promise.reject(new Error('by intention')));
    const refuses = register(async () => ({prepare: async () => undefined}));
    const {offers, titles} = await setup({connectors: [hangs, throws, 'unknown-to-all', 'peerjs', rejects, refuses, opens([], 'Meet')]});
    await offers(2);
    expect(titles()).to.deep.equal(['On this page', 'Meet']);
  });

  it('offers one that needs an account only where the callee has one', async () => {
    const zoom = register(async () => ({open: () => undefined}), {title: 'Zoom', account: {title: 'Zoom'}});
    const {element, offers, items, titles} = await setup(
      {connectors: ['peerjs', 'local', zoom]},
      html`<call-button callee="bob" .calleeAccounts=${[{type: 'other', id: '1'}]}></call-button>`,
    );
    await offers(2);
    element.calleeAccounts = [{type: zoom, id: 'bob@zoom'}];
    await offers(3);
    expect(titles()).to.include('Zoom');
    element.calleeAccounts = [];
    await elementUpdated(element);
    await offers(2);
    expect(items()).to.have.lengthOf(2);
  });

  it('follows the admin: order, titles, meeting pages, and what is switched off, while the page is open', async () => {
    const offer = (name: string, active: boolean, more = {}) => ({name, title: '', active, settings: {}, ...more});
    const {element, controller, button, offers, titles, root} = await setup({
      connectors: ['peerjs'],
      offers: [offer('jitsi', true, {title: 'Jitsi', settings: {url: 'https://meet.example/{id}'}}), offer('peerjs', true, {title: 'Portal'})],
    });
    await offers(2);
    expect(titles()).to.deep.equal(['Jitsi', 'Portal']);
    controller.set({offers: [offer('jitsi', false), offer('peerjs', true, {title: 'Portal'})]});
    await until(() => root.querySelectorAll('button').length === 1);
    expect(element.state).to.equal('idle');
    controller.set({offers: [offer('jitsi', false), offer('peerjs', false)]});
    await until(() => element.state === 'unavailable');
    expect(button.title).to.equal('Calls are switched off at the moment');
    controller.set({offers: []});
    await until(() => element.state === 'idle');
  });

  it('says that calls are switched off while nobody may call', async () => {
    const {element, controller, button} = await setup({connectors: ['peerjs'], mayCall: false});
    await until(() => button.title === 'Calls are switched off at the moment');
    expect(element.state).to.equal('unavailable');
    await expect(element).to.be.accessible();
    controller.set({mayCall: true});
    await until(() => element.state === 'idle');
  });

  it('says that nobody can be reached where no connector can', async () => {
    const {element, button} = await setup({connectors: [register(() => Promise.reject(new Error('by intention')))]}, html`
      <call-button callee="bob" connector="unknown-to-all"></call-button>
    `);
    await until(() => element.state === 'unavailable');
    expect(button.title).to.equal('There is no way to call this person');
  });

  it('shows no menu during a call', async () => {
    const {controller, root, offers} = await setup({connectors: ['peerjs', 'local']});
    await offers(2);
    controller.set({phase: 'ringing', peer: BOB, callId: '1'});
    await until(() => root.querySelectorAll('button').length === 1);
  });

  it('is closed by a press beside it, and shut when it is disabled', async () => {
    const {element, arrow, offers, root} = await setup({connectors: ['peerjs', 'local']});
    await offers(2);
    await pressMouse(arrow()!);
    await until(() => arrow()!.ariaExpanded === 'true');
    element.disabled = true;
    await until(() => arrow()!.disabled);
    expect(root.querySelector('[part="menu"]')!.matches(':popover-open')).to.equal(false);
  });

  it('answers a call that rings behind another', async () => {
    const waiting = [{callId: '2', peer: BOB, media: 'video', connector: 'local', shownByPage: false}] as const;
    const {element, controller, button} = await setup({phase: 'incoming', callId: '1', peer: {...BOB, id: 'carol'}, waiting});
    expect(element.state).to.equal('incoming');
    button.click();
    expect(controller.handled[0]!.detail).to.deep.equal({callId: '2', media: undefined});
  });

  it('shows the phase of a call in another window, says so, and a press asks for that window', async () => {
    const elsewhere = {callId: '1', phase: 'connected', peer: {id: 'bob', name: 'Bob'}, place: 'window', windowName: 'w'} as const;
    const {element, controller, button} = await setup({connectors: ['peerjs'], elsewhere});
    await until(() => button.title === 'You are in this call in another window.');
    // Only the tab that opened it can bring it to the front.
    sessionStorage.setItem('call-elements:opened', 'w');
    element.requestUpdate();
    await until(() => button.title === 'You are in this call in another window. Press to show it.');
    sessionStorage.removeItem('call-elements:opened');
    expect(element.state).to.equal('connected');
    expect(button.querySelector('slot:not([name])')!.textContent!.trim()).to.equal('In call');
    await expect(element).to.be.accessible();
    button.click();
    expect(controller.handled[0]!.type).to.equal('call-start-request');
    element.callee = 'carol';
    await elementUpdated(element);
    expect(element.state).to.equal('busy');
  });
});

describe('<call-button> and how its callee is', () => {
  const watched = async () => {
    const log: string[] = [];
    let tell: ((presence: Presence) => void) | undefined;
    const {element, controller, parent, button} = await setup({});
    Object.assign(controller, {
      presence: (user: string, fn: (presence: Presence) => void, connector?: string) => {
        log.push(`watch ${user}${connector ? ` by ${connector}` : ''}`);
        tell = fn;
        return () => log.push(`leave ${user}`);
      },
    });
    parent.append(element);
    await until(() => log.length > 0);
    return {element, button, log, tell: (presence: Presence) => tell?.(presence)};
  };

  it('watches whom it is for, and nobody once it is empty, oneself or taken away', async () => {
    const {element, log} = await watched();
    element.callee = 'carol';
    await elementUpdated(element);
    element.connector = 'local';
    await elementUpdated(element);
    element.callee = '';
    await elementUpdated(element);
    element.callee = 'bob';
    await elementUpdated(element);
    element.remove();
    expect(log.slice(-8)).to.deep.equal([
      'watch bob', 'leave bob', 'watch carol', 'leave carol', 'watch carol by local', 'leave carol', 'watch bob by local', 'leave bob',
    ]);
  });

  it('watches nobody when it is taken away before a change of it was rendered, and again when it is back', async () => {
    const {element, log} = await watched();
    const {parentNode} = element;
    element.callee = 'carol';
    element.remove();
    await element.updateComplete;
    expect(log.slice(-2)).to.deep.equal(['watch bob', 'leave bob']);
    parentNode?.append(element);
    await until(() => log.at(-1) === 'watch carol');
  });

  it('never shows somebody unknown as online, nor the last one’s presence as the next one’s', async () => {
    const {element, button, tell} = await watched();
    tell('available');
    await elementUpdated(element);
    expect(button.querySelector('[part="badge"]')).to.have.trimmed.text('Available');
    await expect(element).to.be.accessible();
    element.callee = 'carol';
    await elementUpdated(element);
    expect(element.presence).to.equal('unknown');
    expect(button.querySelector('[part="badge"]')).to.equal(null);
  });
});
