import {elementUpdated, expect, html, nextFrame, waitUntil} from '@open-wc/testing';
import {useFakeTimers} from 'sinon';
import type {EndReason} from '../../src/types/end-reason.js';
import {CALL, TALK, setup} from './window-setup.js';

const PAGE = html`<call-window mode="window"></call-window>`;

/** A page whose window is not closed in truth, or the tests would be. */
const page = async () => {
  const {close} = window;
  let closed = 0;
  window.close = () => void (closed += 1);
  const made = await setup(PAGE);
  await waitUntil(() => made.part('window'), 'the page shows itself', {timeout: 5000});
  await waitUntil(() => made.element.shadowRoot!.querySelector('.page'), 'page');
  return {...made, closed: () => closed, restore: () => (window.close = close)};
};

describe('<call-window mode="window">', () => {
  it('fills its page and says, after a while, that there is no call', async () => {
    const {element, part, restore} = await page();
    try {
      await waitUntil(() => part('message')!.textContent!.includes('There is no call here'), 'it says so', {timeout: 5000});
      expect(part('message')).to.contain.text('You can close this window.');
      const {width, height} = part('window')!.getBoundingClientRect();
      expect([width, height]).to.deep.equal([document.documentElement.clientWidth, innerHeight]);
      await expect(element).to.be.accessible();
    } finally {
      restore();
    }
  });

  it('says nothing of that once the call is there', async () => {
    const {element, part, update, restore} = await page();
    try {
      await waitUntil(() => part('message')!.textContent!.includes('There is no call here'), 'it says so', {timeout: 5000});
      await update({...CALL, phase: 'initiating'});
      expect(part('message')).to.have.trimmed.text('');
      expect(part('status')).to.have.trimmed.text('Calling…');
      expect(part('window')!.hasAttribute('popover')).to.be.false;
      await expect(element).to.be.accessible();
      await update(TALK);
      await expect(element).to.be.accessible();
    } finally {
      restore();
    }
  });

  const over = async (reason: EndReason, by: 'local' | 'remote' | 'system', ms: number) => {
    const made = await page();
    await made.update(TALK);
    await waitUntil(() => made.part('window'), 'window');
    const clock = useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    try {
      await made.end(reason, by);
      clock.tick(2000);
      await elementUpdated(made.element);
      // What closes it is fetched by itself, and may come after the call is over.
      while (by === 'local' && !made.closed()) await nextFrame();
      const closed = made.closed();
      clock.tick(ms);
      await elementUpdated(made.element);
      return {...made, closed};
    } finally {
      clock.restore();
      made.restore();
    }
  };

  it('closes its window a moment after the person here ended the call', async () => {
    expect((await over('hung-up', 'local', 0)).closed).to.equal(1);
    expect((await over('cancelled', 'local', 0)).closed).to.equal(1);
  });

  it('says so where the window cannot close itself', async () => {
    const {part, element} = await over('hung-up', 'local', 2000);
    expect(part('message')).to.contain.text('You hung up');
    expect(part('message')).to.contain.text('You can close this window.');
    await expect(element).to.be.accessible();
  });

  it('stays and says why when the other side ended it, until it is closed', async () => {
    const {closed, part, element} = await over('declined', 'remote', 2000);
    expect(closed).to.equal(0);
    expect(part('message')).to.have.trimmed.text('Bob declined');
    await expect(element).to.be.accessible();
  });

  it('hangs up when closed during a call, and closes its window when the call is over', async () => {
    const {controller, part, update, end, closed, restore} = await page();
    try {
      await update(TALK);
      part('close')!.click();
      expect(controller.handled[0]!.type).to.equal('call-hangup-request');
      expect(closed()).to.equal(0);
      await end('hung-up', 'local');
      await waitUntil(() => closed() === 1, 'it is closed', {timeout: 5000});
    } finally {
      restore();
    }
  });

  it('is taken from the element only: a portal that is configured for windows shows blocked ones on the page', async () => {
    const {controller, part, open} = await setup();
    controller.configure({windowMode: 'window'});
    await open();
    expect(part('window')!.getAttribute('popover')).to.equal('manual');
  });
});
