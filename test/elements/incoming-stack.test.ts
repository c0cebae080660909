import {elementUpdated, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {IncomingCallElement} from '../../src/elements/incoming-call/incoming-call.js';
import type {CallPeer, CallState, WaitingCall} from '../../src/types/call-state.js';
import {define} from '../../src/util/define.js';
import {BOB, withinCall} from '../helpers/within-call.js';

define('incoming-call', IncomingCallElement);

const FIRST = {phase: 'incoming', direction: 'incoming', callId: '1', peer: BOB, media: 'video'} as const;

const person = (name: string): CallPeer => ({id: name.toLowerCase(), name, avatar: undefined, identity: 'verified'});

const waits = (callId: string, name: string, changes: Partial<WaitingCall> = {}): WaitingCall => ({
  callId,
  peer: person(name),
  media: 'video',
  connector: 'local',
  shownByPage: false,
  ...changes,
});

const CAROL = waits('2', 'Carol');
const DAVE = waits('3', 'Dave', {media: 'audio'});

const setup = async (template = html`<incoming-call></incoming-call>`) => {
  const {element, controller} = await withinCall<IncomingCallElement>(template);
  const root = element.shadowRoot!;
  const popups = () => [...root.querySelectorAll<HTMLElement>('[part="popup"]')];
  const parts = (name: string) => [...root.querySelectorAll<HTMLElement>(`[part="${name}"]`)];
  const names = () => parts('message').map(({textContent}) => textContent!.trim());
  const live = () => root.querySelector('[aria-live]')!.textContent!.trim();
  const update = async (changes: Partial<CallState>) => {
    controller.set(changes);
    await elementUpdated(element);
  };
  const ring = async (waiting: readonly WaitingCall[] = [CAROL], changes: Partial<CallState> = {}) => {
    await update({...FIRST, waiting, ...changes});
    await waitUntil(() => popups().length, 'popups', {timeout: 5000});
    await elementUpdated(element);
  };
  const arrived = () => Promise.all(popups().flatMap((popup) => popup.getAnimations()).map(({finished}) => finished));
  return {element, controller, root, popups, parts, names, live, update, ring, arrived};
};

const key = (name: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true}));

describe('<incoming-call>, several calls at once', () => {
  it('is accessible with two, and with many', async () => {
    const {element, popups, ring, update} = await setup();
    await ring();
    await expect(element).to.be.accessible();
    await update({waiting: ['2', '3', '4', '5', '6', '7', '8'].map((id) => waits(id, `Caller ${id}`))});
    expect(popups()).to.have.length(8);
    await expect(element).to.be.accessible();
  });

  it('shows a popup for each, in the order in which they came, each with what belongs to it', async () => {
    const {parts, names, ring} = await setup();
    await ring([CAROL, DAVE]);
    expect(names()).to.deep.equal(['Bob is calling you', 'Carol is calling you', 'Dave is calling you']);
    expect(parts('avatar').map(({textContent}) => textContent!.trim())).to.deep.equal(['B', 'C', 'D']);
    expect(parts('answer-audio'), 'Dave calls without camera').to.have.length(2);
    for (const part of ['answer', 'decline', 'close']) expect(parts(part), part).to.have.length(3);
  });

  const presses: [string, string, object][] = [
    ['answer', 'call-accept-request', {callId: '2', media: undefined}],
    ['answer-audio', 'call-accept-request', {callId: '2', media: 'audio'}],
    ['decline', 'call-decline-request', {callId: '2', reason: 'declined'}],
    ['close', 'call-decline-request', {callId: '2', reason: 'declined'}],
  ];
  for (const [name, type, detail] of presses) {
    it(`sends ${type} for the call whose "${name}" is pressed, and for no other`, async () => {
      const {controller, popups, parts, ring} = await setup();
      await ring();
      parts(name)[1]!.click();
      expect(controller.handled.map((request) => [request.type, request.detail])).to.deep.equal([[type, detail]]);
      expect(popups()).to.have.length(2);
    });
  }

  it('keeps the others as they are when one is over', async () => {
    const {element, popups, names, ring, update} = await setup();
    await ring([CAROL, DAVE]);
    const [, carol, dave] = popups();
    await update({callId: CAROL.callId, peer: CAROL.peer, waiting: [DAVE]});
    expect(names()).to.deep.equal(['Carol is calling you', 'Dave is calling you']);
    expect(popups()).to.deep.equal([carol, dave]);
    expect(element.state).to.equal('ringing');
    await update({phase: 'ended', waiting: []});
    expect(popups()).to.be.empty;
    expect(element.state).to.equal('idle');
  });

  it('shows those that the page leaves to it', async () => {
    const {element, names, ring, update} = await setup();
    await ring([CAROL, {...DAVE, shownByPage: true}], {shownByPage: true});
    expect(names()).to.deep.equal(['Carol is calling you']);
    await update({waiting: [{...CAROL, shownByPage: true}]});
    expect(element.state).to.equal('idle');
  });

  it('says each name once, when it comes', async () => {
    const {root, live, ring, update} = await setup();
    const said: string[] = [];
    const watch = new MutationObserver(() => live() && said.push(live()));
    watch.observe(root.querySelector('[aria-live]')!, {childList: true, characterData: true, subtree: true});
    await ring([]);
    await update({waiting: [CAROL]});
    await update({sound: 'playing'});
    await update({waiting: [CAROL, DAVE]});
    await update({waiting: [DAVE]});
    watch.disconnect();
    expect(said.map((sentence) => sentence.split(' ')[0])).to.deep.equal(['Bob', 'Carol', 'Dave']);
    await update({waiting: []});
    expect(live()).to.equal('');
  });

  it('leaves the focus where it is when another comes', async () => {
    const {root, parts, ring, update} = await setup();
    await ring([]);
    expect(root.activeElement).to.equal(parts('answer')[0]);
    parts('decline')[0]!.focus();
    await update({waiting: [CAROL]});
    expect(root.activeElement).to.equal(parts('decline')[0]);
    parts('decline')[0]!.blur();
    await update({waiting: [CAROL, DAVE]});
    expect(root.activeElement).to.equal(null);
  });

  it('gives the focus to the next popup, but not to its Answer, when the one that had it is gone', async () => {
    const {root, popups, ring, update} = await setup();
    await ring();
    await update({callId: CAROL.callId, peer: CAROL.peer, waiting: []});
    expect(root.activeElement).to.equal(popups()[0]);
    await update({phase: 'ended'});
    expect(document.activeElement).to.equal(document.body);
  });

  it('leads by F6 from one to the next', async () => {
    const {root, parts, ring} = await setup();
    const input = await fixture<HTMLInputElement>(html`<input aria-label="Message" />`);
    input.focus();
    await ring();
    for (const place of [0, 1, 0]) {
      key('F6');
      expect(root.activeElement).to.equal(parts('answer')[place]);
    }
  });

  it('takes the second half of a double click on one for no press on the next', async () => {
    const {controller, parts, ring, update} = await setup();
    await ring();
    parts('decline')[0]!.dispatchEvent(new MouseEvent('click', {detail: 1, bubbles: true, composed: true}));
    await update({callId: CAROL.callId, peer: CAROL.peer, waiting: []});
    parts('decline')[0]!.dispatchEvent(new MouseEvent('click', {detail: 2, bubbles: true, composed: true}));
    expect(controller.handled).to.have.length(1);
  });

  for (const position of ['bottom-right', 'top-left'] as const) {
    it(`does not move the first when another comes, ${position}`, async () => {
      const {popups, ring, update, arrived} = await setup(html`<incoming-call position=${position}></incoming-call>`);
      await ring([]);
      await arrived();
      const before = popups()[0]!.getBoundingClientRect();
      await update({waiting: [CAROL]});
      await arrived();
      const [first, second] = popups().map((popup) => popup.getBoundingClientRect());
      expect([first!.left, first!.top]).to.deep.equal([before.left, before.top]);
      expect(second!.left).to.equal(first!.left);
      expect(position === 'top-left' ? second!.top >= first!.bottom : second!.bottom <= first!.top).to.be.true;
    });
  }

  it('stays within the viewport however many there are, and scrolls', async () => {
    const {root, popups, ring, arrived} = await setup();
    await ring(['2', '3', '4', '5', '6', '7', '8'].map((id) => waits(id, `Caller ${id}`)));
    await arrived();
    const stack = root.querySelector('[popover]')!;
    const {top, bottom, left, right} = stack.getBoundingClientRect();
    expect(Math.min(top, left)).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(right).to.be.at.most(innerWidth);
    expect(stack.scrollHeight).to.be.above(stack.clientHeight);
    const first = popups()[0]!.getBoundingClientRect();
    expect(first.bottom, 'the first is to be seen').to.be.at.most(innerHeight);
    const last = popups().at(-1)!;
    last.querySelector<HTMLElement>('[part="answer"]')!.focus();
    await waitUntil(() => last.getBoundingClientRect().top > -60, 'the last is scrolled to');
  });

  it('lets what is between the popups and the edge be pressed', async () => {
    const {root, ring} = await setup();
    await ring();
    const {right, bottom} = root.querySelector('[popover]')!.getBoundingClientRect();
    expect(document.elementFromPoint(right - 2, bottom - 2)).not.to.equal(root.host);
  });
});
