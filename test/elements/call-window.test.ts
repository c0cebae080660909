import {elementUpdated, expect, html, oneEvent, waitUntil} from '@open-wc/testing';
import {useFakeTimers} from 'sinon';
import type {CallState} from '../../src/types/call-state.js';
import type {EndReason} from '../../src/types/end-reason.js';
import {BOB} from '../helpers/within-call.js';
import {CALL, SENT, TALK, setup} from './window-setup.js';

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
      await open({...CALL, phase, path: phase === 'connected' ? 'direct' : undefined});
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
    await waitUntil(() => part('message')!.textContent!.includes('No camera was found.'), 'the words are fetched', {timeout: 5000});
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
      expect(request.detail).to.deep.equal({callId: '1', kind, on: kind === 'screen'});
      expect(controller.handled).to.deep.equal([request]);
    });
  }

  it('asks to hang up, unless the page prevents it', async () => {
    const {element, controller, part, open} = await setup();
    await open();
    part('hangup')!.click();
    expect(controller.handled[0]!.type).to.equal('call-hangup-request');
    expect(controller.handled[0]!.detail).to.deep.equal({callId: '1'});
    element.addEventListener('call-hangup-request', (request) => request.preventDefault());
    part('hangup')!.click();
    expect(controller.handled).to.have.lengthOf(1);
  });

  it('hangs up when closed during a call, and closes when the call is over', async () => {
    const {controller, part, open, end} = await setup();
    await open();
    part('close')!.click();
    expect(controller.handled[0]!.type).to.equal('call-hangup-request');
    expect(controller.handled[0]!.detail).to.deep.equal({callId: '1'});
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
