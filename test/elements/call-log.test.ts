import {aTimeout, elementUpdated, expect, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {CallLogElement} from '../../src/elements/call-log/call-log.js';
import '../../src/elements/call-log/define.js';
import {createCallLog} from '../../src/settings/call-log.js';
import type {LoggedCall} from '../../src/types/logged-call.js';
import {BOB, withinCall} from '../helpers/within-call.js';

const NOW = Date.now();
const call = (changes: Partial<LoggedCall> = {}): LoggedCall => ({
  callId: 'one',
  peer: BOB,
  direction: 'outgoing',
  media: 'video',
  connector: undefined,
  at: NOW - 60_000,
  durationMs: 151_000,
  reason: 'hung-up',
  by: 'local',
  missed: false,
  ...changes,
});
const MISSED = call({callId: 'two', direction: 'incoming', at: NOW, durationMs: 0, reason: 'cancelled', by: 'remote', missed: true});

let people = 0;

/** A list of somebody who called as told; everybody is somebody else, so that no test sees another's calls. */
const setup = async (calls: readonly LoggedCall[] = [call(), MISSED], template = html`<call-log></call-log>`) => {
  const userId = `person-${(people += 1)}-${NOW}`;
  const log = createCallLog(userId);
  for (const one of calls) await log.add(one);
  const {element, controller} = await withinCall<CallLogElement>(template, {userId});
  const all = (part: string) => [...element.renderRoot.querySelectorAll<HTMLElement>(`[part="${part}"]`)];
  const text = () => (element.renderRoot.querySelector('section') as HTMLElement | null)?.innerText ?? '';
  const press = (words: string) =>
    [...element.renderRoot.querySelectorAll('button')].find((button) => button.textContent?.trim() === words)?.click();
  await waitUntil(() => element.renderRoot.querySelector('section'));
  return {element, controller, log, userId, all, text, press};
};

describe('<call-log>', () => {
  it('is accessible, full and empty and while it asks', async () => {
    const {element, press} = await setup();
    await expect(element).to.be.accessible();
    press('Clear all');
    await elementUpdated(element);
    await expect(element).to.be.accessible();
    const empty = await setup([]);
    expect(empty.text()).to.contain('No calls yet');
    await expect(empty.element).to.be.accessible();
  });

  it('shows the newest first: with whom, which way, how long or why not, and marks what was missed by words', async () => {
    const {all, text} = await setup([call(), MISSED, call({callId: 'three', at: NOW - 120_000, durationMs: 0, reason: 'declined', by: 'remote'})]);
    const [missed, out, declined] = all('item').map((item) => item.innerText);
    expect(missed).to.contain('Bob').and.contain('Missed call').and.contain('New');
    expect(out).to.contain('Outgoing').and.contain('2 min').and.contain('31 sec');
    expect(declined).to.contain('Outgoing').and.contain('Bob declined');
    expect(text()).not.to.contain('hung up');
  });

  it('calls back by one press, the same way, and not while another call is on', async () => {
    const {element, controller, all} = await setup([MISSED]);
    const [button] = all('call-back') as HTMLButtonElement[];
    expect(button?.getAttribute('aria-label')).to.equal('Call Bob back');
    setTimeout(() => button?.click());
    const request = await oneEvent(element, 'call-start-request');
    expect(request.detail).to.deep.equal({callee: 'bob', calleeName: 'Bob', media: 'video', connector: undefined});
    expect(controller.handled.map(({type}) => type)).to.deep.equal(['call-start-request']);
    button?.focus();
    controller.set({phase: 'connected', callId: 'x', peer: BOB});
    await elementUpdated(element);
    expect(button?.getAttribute('aria-disabled')).to.equal('true');
    expect(button?.title).to.equal('You are in another call');
    button?.click();
    expect(controller.handled.length).to.equal(1);
    // Whoever works by keyboard is still where they were.
    expect(element.shadowRoot?.activeElement).to.equal(button);
    await expect(element).to.be.accessible();
  });

  it('leaves the focus with the person it is on when another call comes in above', async () => {
    const carol = {...BOB, id: 'carol', name: 'Carol'};
    const {element, log, all} = await setup([call({callId: 'hers', peer: carol})]);
    all('call-back')[0]?.focus();
    await log.add(MISSED);
    await waitUntil(() => all('item').length === 2);
    expect(element.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal('Call Carol back');
  });

  it('clears all, but asks first, and keeps the focus near', async () => {
    const {element, press, log, text} = await setup();
    press('Clear all');
    await elementUpdated(element);
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('Keep');
    press('Keep');
    await elementUpdated(element);
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('Clear all');
    expect((await log.read()).calls.length).to.equal(2);
    press('Clear all');
    await elementUpdated(element);
    press('Clear');
    await waitUntil(() => text().includes('No calls yet'));
    expect((await log.read()).calls).to.deep.equal([]);
    expect(element.renderRoot.querySelector('[role="status"]')?.textContent).to.equal('The list was cleared');
  });

  it('shows only what was missed where that is wanted, and no more than its limit', async () => {
    const {element, press, all} = await setup([call(), MISSED, call({callId: 'three', at: NOW - 9})], html`<call-log limit="2"></call-log>`);
    expect(all('item').length).to.equal(2);
    press('Missed');
    await elementUpdated(element);
    expect(all('item').length).to.equal(1);
  });

  it('follows what another tab writes, counts what was missed, and counts no more what was seen', async () => {
    const {element, userId, all} = await setup([]);
    await createCallLog(userId).add(MISSED);
    await waitUntil(() => all('item').length === 1);
    await waitUntil(() => element.getAttribute('missed') === '1');
    await waitUntil(() => element.getAttribute('missed') === '0', 'seen', {timeout: 4000});
    expect((await createCallLog(userId).read()).seenAt).to.equal(MISSED.at);
  });

  it('shows nothing of one person to the next', async () => {
    const {element, controller, all, text, press} = await setup();
    press('Clear all');
    await elementUpdated(element);
    controller.set({userId: `nobody-${NOW}`});
    await elementUpdated(element);
    expect(element.missed).to.equal(0);
    await waitUntil(() => text().includes('No calls yet'));
    expect(text()).not.to.contain('Keep');
    expect(all('item').length).to.equal(0);
    controller.set({userId: ''});
    await elementUpdated(element);
    await aTimeout(0);
    expect(element.renderRoot.querySelector('section')).to.equal(null);
    expect(element.missed).to.equal(0);
  });

  it('shows a name as text', async () => {
    const peer = {...BOB, name: '<img src=x onerror=alert(1)>'};
    const {element, all} = await setup([call({peer})]);
    expect(all('item')[0]?.innerText).to.contain('<img src=x');
    expect(element.renderRoot.querySelector('img')).to.equal(null);
  });

  it('fits into 320 pixels, in Arabic from right to left', async () => {
    const {element, all} = await setup([call({peer: {...BOB, name: 'Bartholomäus Freiherr von Habenichts-Wolkenstein'}})], html`<call-log style="inline-size: 300px"></call-log>`);
    const [item] = all('item');
    expect(item?.scrollWidth).to.be.at.most(300);
    document.documentElement.lang = 'ar';
    await waitUntil(() => element.renderRoot.querySelector('section')?.dir === 'rtl', 'Arabic', {timeout: 4000});
    document.documentElement.lang = 'en';
  });
});
