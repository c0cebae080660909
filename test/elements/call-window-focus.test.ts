import {expect, fixture, html} from '@open-wc/testing';
import {CallButtonElement} from '../../src/elements/call-button/call-button.js';
import {define} from '../../src/util/define.js';
import {ON, setup} from './window-setup.js';

define('call-button', CallButtonElement);

const buttonIn = async (parent: HTMLElement): Promise<CallButtonElement> => {
  const button = document.createElement('call-button');
  button.callee = 'bob';
  parent.append(button);
  await button.updateComplete;
  return button;
};

describe('<call-window>, focus and keys', () => {
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
});
