import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {DeviceChoice} from '../../src/types/media.js';
import {pressKey, pressMouse} from '../helpers/real-input.js';
import {TALK, setup as setupWindow} from './window-setup.js';

const device = (kind: DeviceChoice['kind'], id: string, label = '', chosen = false): DeviceChoice => ({kind, id, label, chosen});

const PLUGGED = [
  device('mic', 'built-in', 'Built-in microphone', true),
  device('mic', 'usb', 'Headset'),
  device('camera', 'front', '', true),
  device('camera', 'back'),
  device('speaker', 'desk', 'Desk', true),
];

/** Without the options of its select. */
const textOf = ({childNodes}: HTMLElement): string =>
  [...childNodes].map((node) => (node instanceof Text ? node.data : '')).join('').trim();

const setup = async (plugged: readonly DeviceChoice[] = PLUGGED, template = html`<call-window></call-window>`) => {
  const call = await setupWindow(template);
  call.controller.plugged = plugged;
  await call.open(TALK);
  const root = call.element.shadowRoot!;
  const button = call.part('settings')!;
  const popup = () => root.querySelector<HTMLElement>('[role="dialog"][popover="auto"], [role="dialog"][popover=""]');
  const isOpen = () => Boolean(popup()?.matches(':popover-open'));
  const selects = () => [...root.querySelectorAll('select')];
  const labels = () => selects().map(({labels: [label]}) => textOf(label!));
  const openSettings = async () => {
    button.focus();
    await pressKey('Enter');
    await waitUntil(() => popup()?.children.length, 'choices', {timeout: 5000});
  };
  const closed = () => waitUntil(() => !isOpen(), 'closed', {timeout: 5000});
  return {...call, root, button, popup, isOpen, selects, labels, openSettings, closed};
};

/** Of a choice or a control. */
const nameOf = (element: Element | null) => element?.getAttribute('name') ?? element?.getAttribute('part');

const changeOf = (select: HTMLSelectElement, value: string): void => {
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
};

describe('<call-window>, settings', () => {
  it('are accessible, closed and open', async () => {
    const {element, button, popup, openSettings} = await setup();
    await expect(element).to.be.accessible();
    expect(button).to.have.attribute('aria-label', 'Settings');
    await openSettings();
    expect(popup()).to.have.attribute('aria-label', 'Settings');
    await expect(element).to.be.accessible();
  });

  it('show what can be chosen, by name where the browser tells it, and nothing of which there is one', async () => {
    const {selects, labels, openSettings} = await setup();
    await openSettings();
    expect(labels()).to.deep.equal(['Microphone', 'Camera']);
    expect(selects().map(({options}) => [...options].map(({text}) => text))).to.deep.equal([
      ['Built-in microphone', 'Headset'],
      ['Camera 1', 'Camera 2'],
    ]);
    expect(selects().map(({value}) => value)).to.deep.equal(['built-in', 'front']);
  });

  it('say so where there is nothing to choose', async () => {
    const {element, popup, selects, openSettings} = await setup([device('mic', 'built-in', 'Built-in', true)]);
    await openSettings();
    expect(selects()).to.be.empty;
    expect(popup()).to.contain.text('There is only one of each device.');
    await expect(element).to.be.accessible();
  });

  it('take a label as text', async () => {
    const {selects, openSettings} = await setup([device('mic', 'a', '<img src=x>', true), device('mic', 'b')]);
    await openSettings();
    expect(selects()[0]!.options[0]!.text).to.equal('<img src=x>');
  });

  it('are operated by keyboard: the focus goes in, Escape closes, and the focus returns; the call goes on', async () => {
    const {root, controller, part, isOpen, openSettings, closed} = await setup();
    await openSettings();
    await waitUntil(() => nameOf(root.activeElement) === 'mic', 'first choice', {timeout: 5000});
    await pressKey('Tab');
    expect(nameOf(root.activeElement)).to.equal('camera');
    await pressKey('Escape');
    await closed();
    expect(isOpen()).to.be.false;
    expect(nameOf(root.activeElement)).to.equal('settings');
    expect(controller.handled).to.be.empty;
    expect(part('window')).not.to.equal(null);
  });

  it('close on a press beside them, and the focus is not lost', async () => {
    const beside = await fixture(html`<div style="position: fixed; inset: 0 auto auto 0; inline-size: 3rem; block-size: 3rem"></div>`);
    const {root, controller, part, openSettings, closed} = await setup();
    await openSettings();
    await pressMouse(beside);
    await closed();
    await waitUntil(() => nameOf(root.activeElement) === 'settings', 'focus', {timeout: 5000});
    expect(controller.handled).to.be.empty;
    expect(part('window')).not.to.equal(null);
  });

  it('close by a second press of their button', async () => {
    const {button, isOpen, openSettings, closed} = await setup();
    await openSettings();
    await pressMouse(button);
    await closed();
    expect(isOpen()).to.be.false;
  });

  it('ask for what is chosen, and show what is in use then', async () => {
    const {controller, selects, openSettings} = await setup();
    await openSettings();
    changeOf(selects()[0]!, 'usb');
    expect(controller.chosen).to.deep.equal(['mic usb']);
    await waitUntil(() => selects()[0]!.value === 'usb');
  });

  it('show the old one again when the new one cannot be used', async () => {
    const {controller, selects, openSettings} = await setup();
    controller.choose = async () => controller.state;
    await openSettings();
    changeOf(selects()[1]!, 'back');
    await waitUntil(() => selects()[1]!.value === 'front');
  });

  it('follow what is plugged in and out while they are open', async () => {
    const {root, controller, labels, openSettings} = await setup();
    await openSettings();
    await waitUntil(() => nameOf(root.activeElement) === 'mic', 'first choice', {timeout: 5000});
    controller.plugged = [...PLUGGED, device('speaker', 'headset', 'Headset')];
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await waitUntil(() => labels().length === 3);
    expect(labels()[2]).to.equal('Speaker');
    expect(nameOf(root.activeElement)).to.equal('mic');
  });

  it('ask for nothing and listen to nothing while they are closed, or after the call', async () => {
    const {controller, update, openSettings, closed, element, popup, end} = await setup();
    let asked = 0;
    const {plugged} = controller;
    controller.devices = async () => {
      asked += 1;
      return plugged;
    };
    await update({remote: {mic: false, camera: true, screen: false}});
    expect(asked).to.equal(0);
    await openSettings();
    await pressKey('Escape');
    await closed();
    await waitUntil(() => popup()!.children.length === 0, 'emptied');
    const before = asked;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await openSettings();
    expect(asked).to.be.above(before);
    await end('hung-up', 'remote');
    const after = asked;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await element.updateComplete;
    expect(asked).to.equal(after);
    expect(popup()).to.equal(null);
    await update({...TALK, callId: '2', end: undefined});
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    expect(asked).to.equal(after);
  });

  it('speak the language of the page, from right to left', async () => {
    const {element, button, labels, popup, openSettings} = await setup(PLUGGED, html`<call-window lang="ar"></call-window>`);
    await waitUntil(() => button.title === 'الإعدادات', 'Arabic', {timeout: 5000});
    await openSettings();
    expect(labels()).to.deep.equal(['الميكروفون', 'الكاميرا']);
    expect(getComputedStyle(popup()!).direction).to.equal('rtl');
    await expect(element).to.be.accessible();
  });

  it('come with their looks, above their button', async () => {
    const {element, button, popup, openSettings} = await setup();
    // Nobody presses while the window is still on its way in.
    const opening = element.shadowRoot!.getAnimations().filter((animation) => (animation as CSSAnimation).animationName === 'open');
    await Promise.all(opening.map(({finished}) => finished));
    await openSettings();
    expect(getComputedStyle(popup()!).padding).to.equal('16px');
    expect(popup()!.getBoundingClientRect().bottom).to.be.closeTo(button.getBoundingClientRect().top - 8, 1);
  });

  it('stay within the viewport', async () => {
    const {popup, openSettings} = await setup();
    await openSettings();
    const {left, right, top, bottom} = popup()!.getBoundingClientRect();
    expect(Math.min(left, top)).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('are there when the window is in the flow, too', async () => {
    const {popup, openSettings} = await setup(PLUGGED, html`<call-window mode="inline"></call-window>`);
    await openSettings();
    expect(popup()!.getBoundingClientRect().height).to.be.above(50);
  });
});
