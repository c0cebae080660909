import {elementUpdated, expect, fixture, html, oneEvent} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {CallButtonElement} from '../../src/elements/call-button/call-button.js';
import type {CallButtonState} from '../../src/elements/call-button/button-state.js';
import type {CallState} from '../../src/types/call-state.js';
import {define} from '../../src/util/define.js';
import {BOB, withinCall} from '../helpers/within-call.js';

define('call-button', CallButtonElement);

const CAROL = {...BOB, id: 'carol', name: 'Carol'};

const setup = async (
  template: TemplateResult = html`<call-button callee="bob"></call-button>`,
  state: Partial<CallState> = {},
) => {
  const {element, controller, parent} = await withinCall<CallButtonElement>(template, state);
  const button = element.shadowRoot!.querySelector('button')!;
  const words = () => button.querySelector('slot:not([name])')!.textContent!.trim();
  return {element, controller, parent, button, words};
};

describe('<call-button>', () => {
  it('is accessible in both variants, and says what a press will do', async () => {
    const {element, words, button} = await setup();
    await expect(element).to.be.accessible();
    expect(words()).to.equal('Call');
    expect(button.title).to.equal('Video call to bob');
    element.variant = 'icon';
    await elementUpdated(element);
    await expect(element).to.be.accessible();
  });

  const cases: [Partial<CallState>, CallButtonState, string][] = [
    [{phase: 'idle'}, 'idle', 'Call'],
    [{phase: 'initiating', peer: BOB}, 'initiating', 'Cancel'],
    [{phase: 'ringing', peer: BOB}, 'ringing', 'Cancel'],
    [{phase: 'incoming', peer: BOB}, 'incoming', 'Answer'],
    [{phase: 'connecting', peer: BOB}, 'connecting', 'Hang up'],
    [{phase: 'connected', peer: BOB}, 'connected', 'Hang up'],
    [{phase: 'reconnecting', peer: BOB}, 'reconnecting', 'Hang up'],
    [{phase: 'ended', peer: BOB}, 'idle', 'Call'],
    [{phase: 'connected', peer: CAROL}, 'busy', 'Call'],
    [{phase: 'incoming', peer: CAROL}, 'busy', 'Call'],
    [{line: 'off'}, 'unavailable', 'Call'],
    [{userId: ''}, 'unavailable', 'Call'],
    [{line: 'off', userId: '', phase: 'connected', peer: BOB}, 'connected', 'Hang up'],
  ];
  for (const [state, expected, label] of cases) {
    it(`is ${expected} and says ${label} at ${JSON.stringify({...state, peer: state.peer?.id})}`, async () => {
      const {element, words, button} = await setup(undefined, state);
      expect(element).to.have.attribute('state', expected);
      expect(words()).to.equal(label);
      expect(button.disabled).to.equal(expected === 'busy' || expected === 'unavailable');
      await expect(element).to.be.accessible();
    });
  }

  it('says why it cannot be pressed', async () => {
    const {element, controller, button} = await setup();
    controller.set({phase: 'connected', peer: CAROL});
    await elementUpdated(element);
    expect(button.title).to.equal('You are in another call');
    controller.set({phase: 'idle', line: 'off'});
    await elementUpdated(element);
    expect(button.title).to.equal('Sign in to call');
    element.callee = '';
    await elementUpdated(element);
    expect(button.title).to.equal('Nobody to call');
  });

  it('is not shown to oneself', async () => {
    const {element} = await setup(html`<call-button callee="alice"></call-button>`);
    expect(element.state).to.equal('unavailable');
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('asks to call its callee when pressed', async () => {
    const {element, controller, button} = await setup(html`
      <call-button callee="bob" callee-name="Bob" callee-avatar="/bob.png" media="audio" connector="local"></call-button>
    `);
    setTimeout(() => button.click());
    const request = await oneEvent(element, 'call-start-request');
    const expected = {callee: 'bob', calleeName: 'Bob', calleeAvatar: '/bob.png', media: 'audio', connector: 'local'};
    expect(request.detail).to.deep.equal(expected);
    expect(controller.handled).to.deep.equal([request]);
  });

  it('asks for no more than it was told', async () => {
    const {controller, button} = await setup();
    button.click();
    expect(controller.handled[0]!.detail).to.deep.equal({callee: 'bob', media: 'video', connector: undefined});
  });

  it('asks to answer when its callee is calling', async () => {
    const {controller, button} = await setup(undefined, {phase: 'incoming', callId: '1', peer: BOB});
    button.click();
    expect(controller.handled[0]!.type).to.equal('call-accept-request');
    expect(controller.handled[0]!.detail).to.deep.equal({callId: '1', media: undefined});
  });

  it('asks to hang up during its own call', async () => {
    for (const phase of ['initiating', 'ringing', 'connecting', 'connected', 'reconnecting'] as const) {
      const {controller, button} = await setup(undefined, {phase, callId: '1', peer: BOB});
      button.click();
      expect(controller.handled[0]!.type).to.equal('call-hangup-request');
      expect(controller.handled[0]!.detail).to.deep.equal({callId: '1'});
    }
  });

  it('asks nothing while disabled, busy or unavailable', async () => {
    const {element, controller, button} = await setup(html`<call-button callee="bob" disabled></call-button>`);
    element.click();
    controller.set({phase: 'connected', peer: CAROL});
    element.disabled = false;
    await elementUpdated(element);
    button.click();
    expect(controller.handled).to.be.empty;
  });

  it('does nothing when the page prevents the request, however far up', async () => {
    const {controller, button} = await setup();
    const veto = (request: Event) => request.preventDefault();
    window.addEventListener('call-start-request', veto, {once: true});
    button.click();
    expect(controller.handled).to.be.empty;
  });

  it('presses like a native button, and takes the focus as one', async () => {
    const {element, controller, button} = await setup();
    element.click();
    expect(controller.handled).to.have.lengthOf(1);
    element.focus();
    expect(element.shadowRoot!.activeElement).to.equal(button);
  });

  it('keeps the focus while what it says changes', async () => {
    const {element, controller, button} = await setup();
    element.focus();
    controller.set({phase: 'ringing', peer: BOB});
    await elementUpdated(element);
    expect(element.shadowRoot!.activeElement).to.equal(button);
  });

  it('follows the controller of the place it is moved to', async () => {
    const first = await setup();
    const second = await setup(undefined, {phase: 'connected', peer: BOB});
    second.parent.append(first.element);
    await elementUpdated(first.element);
    expect(first.element.state).to.equal('connected');
    expect(first.controller.subscribers.size).to.equal(0);
  });

  it('leaves no subscription behind', async () => {
    const {element, controller} = await setup();
    element.remove();
    expect(controller.subscribers.size).to.equal(0);
  });

  it('takes properties that were set before it was defined', async () => {
    const early = document.createElement('call-button-early') as CallButtonElement;
    early.callee = 'carol';
    const {element} = await withinCall<HTMLElement>(html`<div>${early}</div>`);
    customElements.define('call-button-early', class extends CallButtonElement {});
    customElements.upgrade(element);
    await elementUpdated(early);
    expect(early.state).to.equal('idle');
    early.remove();
  });

  it('does not fail where there is no controller', async () => {
    const element = await fixture<CallButtonElement>(html`<call-button callee="bob"></call-button>`);
    expect(element.state).to.equal('unavailable');
  });
});
