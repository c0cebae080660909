import {elementUpdated, expect, html, waitUntil} from '@open-wc/testing';
import {IncomingCallElement} from '../../src/elements/incoming-call/incoming-call.js';
import {noticeLock} from '../../src/elements/notify/watch-ring.js';
import {createSettingsStore} from '../../src/settings/settings-store.js';
import type {CallState} from '../../src/types/call-state.js';
import {define} from '../../src/util/define.js';
import {BOB, withinCall} from '../helpers/within-call.js';
import {FakeNotifications, restore, someone, useVisibility} from './notify-setup.js';

define('incoming-call', IncomingCallElement);

const setup = async ({user = '', template = html`<incoming-call></incoming-call>`} = {}) => {
  const userId = user || (await someone());
  const {element, controller} = await withinCall<IncomingCallElement>(template, {userId});
  const callId = crypto.randomUUID();
  const update = async (changes: Partial<CallState>) => {
    controller.set(changes);
    await elementUpdated(element);
  };
  const root = element.shadowRoot!;
  const ring = async (changes: Partial<CallState> = {}) => {
    await update({phase: 'incoming', direction: 'incoming', callId, peer: BOB, media: 'video', ...changes});
    await waitUntil(() => root.querySelector('[part="popup"]'), 'popup', {timeout: 5000});
  };
  return {element, controller, root, callId, userId, update, ring};
};

const appears = (system: FakeNotifications) => waitUntil(() => system.open.length, 'a notification', {timeout: 5000});
const goes = (system: FakeNotifications) => waitUntil(() => !system.open.length, 'no notification', {timeout: 5000});

/** Resolves when whoever waits for this lock in this browser has had time to get it. */
const lockIsFree = (callId: string) => navigator.locks.request(noticeLock(callId), () => undefined);
const isHeld = async (callId: string): Promise<boolean> => {
  const {held} = await navigator.locks.query();
  return held!.some(({name}) => name === noticeLock(callId));
};

describe('<incoming-call>, notifications', () => {
  afterEach(restore);

  it('tells of a call while no page is seen, by name', async () => {
    useVisibility('hidden');
    const system = new FakeNotifications('granted');
    const {callId, ring} = await setup();
    await ring();
    await appears(system);
    const [{title, options}] = system.open as [(typeof system.open)[number]];
    expect(title).to.equal('Bob is calling you');
    expect([options.tag, options.body, options.requireInteraction]).to.deep.equal([callId, 'Incoming video call', true]);
  });

  for (const [why, changes] of [
    ['it was answered', {phase: 'connecting'}],
    ['it is over', {phase: 'ended'}],
    ['nobody is signed in any more', {phase: 'idle', callId: undefined, peer: undefined, userId: ''}],
    ['the page shows it itself', {shownByPage: true}],
  ] as const) {
    it(`goes when ${why}`, async () => {
      useVisibility('hidden');
      const system = new FakeNotifications('granted');
      const {callId, ring, update} = await setup();
      await ring();
      await appears(system);
      await update(changes);
      await goes(system);
      await lockIsFree(callId);
      expect(system.shown).to.have.length(1);
    });
  }

  it('goes with the element', async () => {
    useVisibility('hidden');
    const system = new FakeNotifications('granted');
    const {element, ring} = await setup();
    await ring();
    await appears(system);
    element.remove();
    await goes(system);
  });

  it('shows none while the page is seen, one as soon as it is not, and takes it away when it is again', async () => {
    const become = useVisibility('visible');
    const system = new FakeNotifications('granted');
    const {callId, ring} = await setup();
    await ring();
    await waitUntil(() => isHeld(callId), 'seen', {timeout: 5000});
    expect(system.shown).to.be.empty;
    become('hidden');
    await appears(system);
    become('visible');
    await goes(system);
  });

  it('is one for all tabs, and none while one of them is seen', async () => {
    const become = useVisibility('hidden');
    const system = new FakeNotifications('granted');
    const [one, other] = [await setup(), await setup()];
    await one.ring();
    await other.ring({callId: one.callId});
    await appears(system);
    const {pending} = await navigator.locks.query();
    expect(pending!.filter(({name}) => name === noticeLock(one.callId)).length).to.be.at.most(1);
    expect(system.open).to.have.length(1);
    become('visible');
    await goes(system);
  });

  it('gives way to a tab that becomes seen, and comes back when that one goes', async () => {
    useVisibility('hidden');
    const system = new FakeNotifications('granted');
    const {callId, ring} = await setup();
    await ring();
    await appears(system);
    let leave = (): void => undefined;
    const held = navigator.locks.request(noticeLock(callId), {mode: 'shared'}, () => new Promise<void>((resolve) => (leave = resolve)));
    const channel = new BroadcastChannel(noticeLock(callId));
    channel.postMessage('seen');
    await goes(system);
    leave();
    await held;
    await appears(system);
    expect(system.shown).to.have.length(2);
    channel.close();
  });

  it('has one for each call', async () => {
    useVisibility('hidden');
    const system = new FakeNotifications('granted');
    const {ring, update} = await setup();
    const second = {callId: crypto.randomUUID(), peer: {...BOB, id: 'carol', name: 'Carol'}, media: 'audio', connector: 'local', shownByPage: false} as const;
    await ring({waiting: [second]});
    await waitUntil(() => system.open.length === 2, 'two', {timeout: 5000});
    await update({waiting: []});
    await waitUntil(() => system.open.length === 1, 'one', {timeout: 5000});
    expect(system.open[0]!.title).to.equal('Bob is calling you');
  });

  it('leads by a press to the popup', async () => {
    useVisibility('hidden');
    const system = new FakeNotifications('granted');
    const {root, ring} = await setup();
    await ring();
    await appears(system);
    (root.activeElement as HTMLElement | null)?.blur();
    system.open[0]!.onclick!();
    expect(root.activeElement).to.equal(root.querySelector('[part="answer"]'));
  });

  it('makes no sound of its own where the ring is heard', async () => {
    useVisibility('hidden');
    const system = new FakeNotifications('granted');
    const [heard, blocked] = [await setup(), await setup()];
    await heard.ring({sound: 'playing'});
    await appears(system);
    await blocked.ring({sound: 'blocked'});
    await waitUntil(() => system.open.length === 2, 'two', {timeout: 5000});
    expect(system.open.map(({options}) => options.silent)).to.deep.equal([true, false]);
  });

  for (const [what, permission, settings, changes] of [
    ['without permission', 'default', {}, {}],
    ['where it is blocked', 'denied', {}, {}],
    ['for whom they are switched off', 'granted', {notify: false}, {}],
    ['for whom is not to be disturbed', 'granted', {}, {silent: true, status: 'do-not-disturb'}],
  ] as const) {
    it(`shows none ${what}`, async () => {
      useVisibility('hidden');
      const system = new FakeNotifications(permission);
      const user = await someone(settings);
      const {callId, ring} = await setup({user});
      await ring(changes);
      await createSettingsStore(user).load();
      await new Promise((turn) => requestAnimationFrame(turn));
      expect(system.shown).to.be.empty;
      expect(await isHeld(callId)).to.be.false;
    });
  }

  it('rings on where a notification cannot be shown', async () => {
    useVisibility('hidden');
    new FakeNotifications('granted');
    const tried = new Promise<void>((resolve) => {
      const Throws = class {
        static permission = 'granted';
        constructor() {
          resolve();
          throw new TypeError('Illegal constructor');
        }
      };
      Object.defineProperty(globalThis, 'Notification', {configurable: true, writable: true, value: Throws});
    });
    const {element, ring} = await setup();
    await ring();
    await tried;
    expect(element.state).to.equal('ringing');
  });

  it('is offered in the first popup, by a button, and in no later one', async () => {
    const system = new FakeNotifications('default', 'granted');
    const user = await someone({notifyOffered: false});
    const {element, root, ring, update} = await setup({user});
    const offer = () => root.querySelector<HTMLElement>('.notify');
    await ring();
    await waitUntil(offer, 'the offer', {timeout: 5000});
    await expect(element).to.be.accessible();
    expect(system.asked).to.be.empty;
    offer()!.click();
    await waitUntil(() => !offer(), 'taken', {timeout: 5000});
    expect(system.asked).to.have.length(1);
    await update({phase: 'ended'});
    await ring({callId: 'next'});
    await waitUntil(async () => (await createSettingsStore(user).load()).notifyOffered, 'remembered', {timeout: 5000});
    expect(offer()).to.equal(null);
  });

  it('says why a ring is silent', async () => {
    new FakeNotifications('denied');
    const {element, root, ring, update} = await setup();
    await ring({silent: true, status: 'do-not-disturb'});
    await waitUntil(() => root.querySelector('[part="popup"]')!.textContent!.includes('Silent: Do not disturb'), 'why', {timeout: 5000});
    await expect(element).to.be.accessible();
    await update({silent: false, status: 'available'});
    expect(root.querySelector('[part="popup"]')).not.to.contain.text('Silent');
  });
});
