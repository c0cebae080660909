import {elementUpdated, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {useFakeTimers} from 'sinon';
import {CallButtonElement} from '../../src/elements/call-button/call-button.js';
import {CallWindowElement} from '../../src/elements/call-window/call-window.js';
import type {CallState} from '../../src/types/call-state.js';
import type {EndReason} from '../../src/types/end-reason.js';
import {define} from '../../src/util/define.js';
import {picture} from '../helpers/picture.js';
import {BOB, withinCall} from '../helpers/within-call.js';

define('call-button', CallButtonElement);
define('call-window', CallWindowElement);

const ON = {mic: 'on', camera: 'on', screen: 'off'} as const;
const SENT = {mic: true, camera: true, screen: false};
const CALL: Partial<CallState> = {phase: 'ringing', direction: 'outgoing', callId: '1', peer: BOB, local: ON};
const TALK: Partial<CallState> = {...CALL, phase: 'connected', remote: SENT, connectedAt: Date.now()};

const setup = async (template: TemplateResult = html`<call-window></call-window>`) => {
  const {element, controller, parent} = await withinCall<CallWindowElement>(template);
  const part = (name: string) => element.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`);
  const update = async (changes: Partial<CallState>) => {
    controller.set(changes);
    await elementUpdated(element);
  };
  const open = async (changes: Partial<CallState> = CALL) => {
    await update(changes);
    await waitUntil(() => part('window'));
    await elementUpdated(element);
  };
  const end = (reason: EndReason, by: 'local' | 'remote' | 'system') =>
    update({phase: 'ended', end: {reason, by, durationMs: 0}});
  return {element, controller, parent, part, update, open, end};
};

const buttonIn = async (parent: HTMLElement): Promise<CallButtonElement> => {
  const button = document.createElement('call-button');
  button.callee = 'bob';
  parent.append(button);
  await button.updateComplete;
  return button;
};

describe('<call-window>', () => {
  it('is hidden until there is a call of one’s own', async () => {
    const {element, part, update} = await setup();
    await expect(element).to.be.accessible();
    expect(part('window')).to.equal(null);
    await update({phase: 'incoming', direction: 'incoming', callId: '1', peer: BOB});
    expect(part('window')).to.equal(null);
    await update({phase: 'ended', end: {reason: 'cancelled', by: 'remote', durationMs: 0}});
    expect(part('window')).to.equal(null);
  });

  const phases: [CallState['phase'], string][] = [
    ['initiating', 'Calling…'],
    ['ringing', 'Ringing…'],
    ['connecting', 'Connecting…'],
    ['connected', 'Connected'],
    ['reconnecting', 'Reconnecting…'],
  ];
  for (const [phase, words] of phases) {
    it(`is accessible while ${phase}, and says so`, async () => {
      const {element, part, open} = await setup();
      await open({...CALL, phase});
      expect(element).to.have.attribute('state', phase);
      expect(part('status')).to.have.trimmed.text(words);
      expect(part('name')).to.have.trimmed.text('Bob');
      expect(part('window')).to.have.attribute('aria-label', 'Call with Bob');
      await expect(element).to.be.accessible();
    });
  }

  it('reflects the devices', async () => {
    const {element, open} = await setup();
    await open({...CALL, local: {mic: 'on', camera: 'pending', screen: 'unavailable'}});
    expect(element).to.have.attribute('mic', 'on');
    expect(element).to.have.attribute('camera', 'pending');
    expect(element).to.have.attribute('screen', 'unavailable');
  });

  it('says why the call ended, and keeps end-reason until the next one', async () => {
    const {element, part, update, open, end} = await setup();
    await open();
    await end('declined', 'remote');
    expect(part('message')).to.have.trimmed.text('Bob declined');
    expect(element).to.have.attribute('end-reason', 'declined');
    await expect(element).to.be.accessible();
    part('close')!.click();
    await elementUpdated(element);
    expect(part('window')).to.equal(null);
    expect(element).to.have.attribute('end-reason', 'declined');
    await update({...CALL, callId: '2', end: undefined});
    expect(element).not.to.have.attribute('end-reason');
    expect(part('window')).not.to.equal(null);
  });

  it('shows the reason of an attempt that failed at once', async () => {
    const {part, open} = await setup();
    await open({...CALL, phase: 'ended', end: {reason: 'unreachable', by: 'system', durationMs: 0}});
    expect(part('message')).to.have.trimmed.text('Bob cannot be reached');
  });

  it('tells a trouble with its way out', async () => {
    const {element, part, open} = await setup();
    await open({...TALK, trouble: {code: 'no-camera', recoverable: true, reference: 'alice-1-2'}});
    expect(part('message')).to.contain.text('No camera was found.');
    expect(part('message')).to.contain.text('Connect one, or go on without it.');
    expect(part('message')!.title).to.equal('alice-1-2');
    await expect(element).to.be.accessible();
  });

  it('says that the other side is muted', async () => {
    const {element, open, update} = await setup();
    await open({...TALK, remote: {...SENT, mic: false}});
    expect(element.shadowRoot!.querySelector('[aria-label="Bob is muted"]')).not.to.equal(null);
    await update({remote: SENT});
    expect(element.shadowRoot!.querySelector('[aria-label="Bob is muted"]')).to.equal(null);
  });

  for (const kind of ['mic', 'camera', 'screen'] as const) {
    it(`asks to switch the ${kind}`, async () => {
      const {element, controller, part, open} = await setup();
      await open();
      setTimeout(() => part(kind)!.click());
      const request = await oneEvent(element, 'call-toggle-request');
      expect(request.detail).to.deep.equal({kind, on: kind === 'screen'});
      expect(controller.handled).to.deep.equal([request]);
    });
  }

  it('asks to hang up, unless the page prevents it', async () => {
    const {element, controller, part, open} = await setup();
    await open();
    part('hangup')!.click();
    expect(controller.handled[0]!.type).to.equal('call-hangup-request');
    element.addEventListener('call-hangup-request', (request) => request.preventDefault());
    part('hangup')!.click();
    expect(controller.handled).to.have.lengthOf(1);
  });

  it('hangs up when closed during a call, and closes when the call is over', async () => {
    const {controller, part, open, end} = await setup();
    await open();
    part('close')!.click();
    expect(controller.handled[0]!.type).to.equal('call-hangup-request');
    expect(part('window')).not.to.equal(null);
    await end('hung-up', 'local');
    expect(part('window')).to.equal(null);
  });

  describe('after a call', () => {
    const late = async (reason: EndReason, by: 'local' | 'remote' | 'system', meanwhile?: Partial<CallState>) => {
      const {element, part, update, open, end} = await setup();
      await open();
      const clock = useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
      try {
        await end(reason, by);
        if (meanwhile) await update(meanwhile);
        clock.tick(2000);
        await element.updateComplete;
        return part('window');
      } finally {
        clock.restore();
      }
    };

    it('closes by itself when the person here ended it', async () => {
      expect(await late('hung-up', 'local')).to.equal(null);
      expect(await late('cancelled', 'local')).to.equal(null);
    });

    it('stays for every other reason', async () => {
      expect(await late('hung-up', 'remote')).not.to.equal(null);
      expect(await late('media-denied', 'local')).not.to.equal(null);
      expect(await late('no-answer', 'system')).not.to.equal(null);
    });

    it('stays when the next call has begun meanwhile', async () => {
      expect(await late('hung-up', 'local', {...CALL, callId: '2', end: undefined})).not.to.equal(null);
    });
  });

  it('shows one’s own face first, then the partner’s with one’s own small', async () => {
    const {element, controller, part, open, update} = await setup();
    const [local, remote] = [picture(), picture()];
    controller.streams = {...controller.streams, local, remote};
    await open();
    expect(part('local-video')).to.have.class('large');
    expect((part('local-video') as HTMLVideoElement).muted).to.be.true;
    expect(new DOMMatrix(getComputedStyle(part('local-video')!).transform).a).to.equal(-1);
    await update(TALK);
    await waitUntil(() => part('local-video')!.classList.contains('small'), 'partner’s picture', {timeout: 5000});
    expect(part('remote-video')).to.have.class('remote');
    expect((part('remote-video') as HTMLVideoElement).srcObject).to.equal(remote);
    const small = part('local-video')!.getBoundingClientRect();
    const large = part('remote-video')!.getBoundingClientRect();
    expect(large.right - small.right).to.be.below(small.left - large.left);
    element.dir = 'rtl';
    await update({sound: 'quiet'});
    const mirrored = part('local-video')!.getBoundingClientRect();
    expect(mirrored.left - large.left).to.be.below(large.right - mirrored.right);
  });

  it('gives a video its stream once, and keeps it playing through a move', async () => {
    const {element, controller, parent, part, open, update} = await setup();
    controller.streams = {...controller.streams, local: picture()};
    await open();
    const video = part('local-video') as HTMLVideoElement;
    await waitUntil(() => video.videoWidth > 0, 'own picture', {timeout: 5000});
    const emptied: Event[] = [];
    video.addEventListener('emptied', (event) => emptied.push(event));
    await update({sound: 'playing'});
    const elsewhere = document.createElement('p');
    parent.append(elsewhere);
    elsewhere.append(element);
    await elementUpdated(element);
    expect(part('local-video')).to.equal(video);
    expect(part('window')!.matches(':popover-open')).to.be.true;
    await waitUntil(() => !video.paused);
    expect(emptied).to.be.empty;
  });

  it('shows the screen that the other side shares, whole', async () => {
    const {controller, part, open} = await setup();
    const remoteScreen = picture();
    controller.streams = {...controller.streams, remoteScreen};
    await open({...TALK, remote: {...SENT, screen: true}});
    await waitUntil(() => part('remote-video')!.classList.contains('screen'), 'screen', {timeout: 5000});
    expect((part('remote-video') as HTMLVideoElement).srcObject).to.equal(remoteScreen);
    expect(getComputedStyle(part('remote-video')!).objectFit).to.equal('contain');
  });

  it('shows initials, or a checked picture, where there is no video', async () => {
    const {part, open, update} = await setup();
    await open({...TALK, remote: {mic: true, camera: false, screen: false}, peer: {...BOB, name: 'Bob Marchand'}});
    expect(part('avatar')!.textContent!.replace('\u200c', '').trim()).to.equal('BM');
    await update({peer: {...BOB, avatar: 'data:image/svg+xml,<svg/>'}});
    expect(part('avatar')!.querySelector('img')).to.equal(null);
  });

  it('counts the time of a connected call, and stops counting with it', async () => {
    const clock = useFakeTimers({now: Date.now(), toFake: ['setInterval', 'clearInterval', 'Date']});
    try {
      const {part, open, update} = await setup();
      await open({...TALK, connectedAt: Date.now() - 61_000});
      expect(part('timer')).to.have.trimmed.text('01:01');
      clock.tick(2000);
      expect(part('timer')).to.have.trimmed.text('01:03');
      expect(clock.countTimers()).to.equal(1);
      await update({phase: 'ended', end: {reason: 'hung-up', by: 'remote', durationMs: 63_000}});
      expect(part('timer')).to.have.trimmed.text('01:03');
      expect(clock.countTimers()).to.equal(0);
    } finally {
      clock.restore();
    }
  });

  it('follows the focus of the button that was pressed, and gives it back', async () => {
    const {element, controller, parent, part, open, update} = await setup();
    const button = await buttonIn(parent);
    button.focus();
    button.click();
    expect(controller.handled).to.have.lengthOf(1);
    await open();
    expect(element.shadowRoot!.activeElement).to.equal(part('window'));
    await update({phase: 'idle'});
    expect(document.activeElement).to.equal(button);
  });

  it('leaves the focus of somebody who types', async () => {
    const {element, parent, open} = await setup();
    const button = await buttonIn(parent);
    const input = await fixture<HTMLInputElement>(html`<input aria-label="Message" />`);
    input.focus();
    button.click();
    await open();
    expect(document.activeElement).to.equal(input);
    expect(element.shadowRoot!.activeElement).to.equal(null);
  });

  it('keeps the focus while controls re-render, and inside when they go', async () => {
    const {element, part, open, update, end} = await setup();
    await open();
    const mic = part('mic')!;
    mic.focus();
    await update({local: {...ON, mic: 'off'}});
    expect(element.shadowRoot!.activeElement).to.equal(mic);
    await end('hung-up', 'remote');
    expect(element.shadowRoot!.activeElement).to.equal(part('window'));
  });

  it('does not hang up on Escape', async () => {
    const {controller, part, open} = await setup();
    await open();
    part('hangup')!.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}));
    expect(controller.handled).to.be.empty;
    expect(part('window')).not.to.equal(null);
  });

  it('moves by arrow keys on its header, within the viewport', async () => {
    const {part, open} = await setup();
    await open();
    await Promise.all(part('window')!.getAnimations().map((animation) => animation.finished));
    const header = part('window')!.querySelector('header')!;
    const press = (key: string) => header.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
    const before = part('window')!.getBoundingClientRect();
    press('ArrowLeft');
    expect(part('window')!.getBoundingClientRect().left).to.be.closeTo(before.left - 16, 1);
    for (let times = 0; times < 100; times += 1) press('ArrowLeft');
    expect(part('window')!.getBoundingClientRect().left).to.be.closeTo(4, 1);
    for (let times = 0; times < 100; times += 1) press('ArrowDown');
    expect(part('window')!.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
  });

  it('stays in the flow when inline', async () => {
    const {element, part, open} = await setup(html`<call-window mode="inline"></call-window>`);
    await open();
    expect(part('window')!.hasAttribute('popover')).to.be.false;
    expect(getComputedStyle(part('window')!).position).not.to.equal('fixed');
    await expect(element).to.be.accessible();
  });

  it('takes its mode from the configuration where none is written', async () => {
    const {controller, part, open} = await setup();
    controller.configure({windowMode: 'inline'});
    await open();
    expect(part('window')!.hasAttribute('popover')).to.be.false;
  });

  it('leaves nothing behind when it is removed during a call', async () => {
    const clock = useFakeTimers({toFake: ['setInterval', 'clearInterval']});
    try {
      const {element, controller, open} = await setup();
      await open(TALK);
      element.remove();
      expect(clock.countTimers()).to.equal(0);
      expect(controller.subscribers.size).to.equal(0);
      expect(controller.handled).to.be.empty;
    } finally {
      clock.restore();
    }
  });
});
