import {elementUpdated, expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {IncomingCallElement} from '../../src/elements/incoming-call/incoming-call.js';
import type {CallState} from '../../src/types/call-state.js';
import {define} from '../../src/util/define.js';
import {BOB, withinCall} from '../helpers/within-call.js';

define('incoming-call', IncomingCallElement);

const RING = {phase: 'incoming', direction: 'incoming', callId: '1', peer: BOB, media: 'video'} as const;
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

const setup = async (template: TemplateResult = html`<incoming-call></incoming-call>`) => {
  const {element, controller, parent} = await withinCall<IncomingCallElement>(template);
  const part = (name: string) => element.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`);
  const live = () => element.shadowRoot!.querySelector('[aria-live]')!.textContent!.trim();
  const ring = async (changes: Partial<CallState> = {}) => {
    controller.set({...RING, ...changes});
    await elementUpdated(element);
    await waitUntil(() => part('popup'), 'popup', {timeout: 5000});
    await elementUpdated(element);
  };
  const update = async (changes: Partial<CallState>) => {
    controller.set(changes);
    await elementUpdated(element);
  };
  return {element, controller, parent, part, live, ring, update};
};

describe('<incoming-call>', () => {
  it('is accessible at rest and while it rings, and says who is calling', async () => {
    const {element, part, ring} = await setup();
    expect(part('popup')).to.equal(null);
    await expect(element).to.be.accessible();
    await ring();
    await expect(element).to.be.accessible();
    expect(element).to.have.attribute('state', 'ringing');
    expect(part('popup')).to.have.attribute('role', 'alertdialog');
    expect(part('message')).to.have.trimmed.text('Bob is calling you');
    expect(part('avatar')).to.have.trimmed.text('B');
  });

  it('offers to answer without camera only where there would be one', async () => {
    const {part, ring, update} = await setup();
    await ring();
    expect(part('answer-audio')).to.have.trimmed.text('Answer without camera');
    await update({media: 'audio'});
    expect(part('answer-audio')).to.equal(null);
  });

  for (const position of ['bottom-right', 'top-left'] as const) {
    it(`moves no button under a finger when there is more to say, at ${position}`, async () => {
      const {part, ring, update} = await setup(html`<incoming-call position=${position}></incoming-call>`);
      await ring();
      await Promise.all(part('popup')!.getAnimations().map(({finished}) => finished));
      const place = () => part('decline')!.getBoundingClientRect().top;
      const before = place();
      await update({sound: 'blocked'});
      expect(part('popup')).to.contain.text('Click anywhere');
      expect(place()).to.be.closeTo(before, 1);
    });
  }

  const presses: [string, string, object][] = [
    ['answer', 'call-accept-request', {callId: '1', media: undefined}],
    ['answer-audio', 'call-accept-request', {callId: '1', media: 'audio'}],
    ['decline', 'call-decline-request', {callId: '1', reason: 'declined'}],
    ['close', 'call-decline-request', {callId: '1', reason: 'declined'}],
  ];
  for (const [name, type, detail] of presses) {
    it(`sends ${type} when "${name}" is pressed, and stays until the state changes`, async () => {
      const {element, controller, part, ring} = await setup();
      await ring();
      part(name)!.click();
      expect(controller.handled[0]!.type).to.equal(type);
      expect(controller.handled[0]!.detail).to.deep.equal(detail);
      expect(element.state).to.equal('ringing');
    });
  }

  it('does nothing when the page prevents the request', async () => {
    const {element, controller, part, ring} = await setup();
    await ring();
    element.addEventListener('call-accept-request', (request) => request.preventDefault());
    part('answer')!.click();
    expect(controller.handled).to.be.empty;
  });

  it('goes away on every exit', async () => {
    const {element, part, ring, update} = await setup();
    for (const phase of ['connecting', 'ended', 'idle'] as const) {
      await ring();
      await update({phase});
      expect(part('popup')).to.equal(null);
      expect(element.state).to.equal('idle');
    }
  });

  it('leaves the ring to the page that shows it itself', async () => {
    const {element, controller, part} = await setup();
    controller.set({...RING, shownByPage: true});
    await elementUpdated(element);
    expect(element.state).to.equal('idle');
    expect(part('popup')).to.equal(null);
  });

  it('announces the caller once a call', async () => {
    const {element, live, ring, update} = await setup();
    const said: string[] = [];
    const region = element.shadowRoot!.querySelector('[aria-live]')!;
    const watch = new MutationObserver(() => live() && said.push(live()));
    watch.observe(region, {childList: true, characterData: true, subtree: true});
    await ring();
    await update({sound: 'playing'});
    await update({peer: {...BOB, name: 'Robert'}});
    expect(said).to.deep.equal(['Bob is calling you']);
    await update({phase: 'ended'});
    expect(live()).to.equal('');
    await ring({callId: '2'});
    expect(said).to.have.lengthOf(2);
    watch.disconnect();
  });

  it('takes the focus to Answer when nothing has it', async () => {
    const {element, part, ring} = await setup();
    await ring();
    expect(element.shadowRoot!.activeElement).to.equal(part('answer'));
  });

  it('does not take the focus from somebody who types; F6 leads there and it goes back', async () => {
    const {element, live, part, ring, update} = await setup();
    const input = await fixture<HTMLInputElement>(html`<input aria-label="Message" />`);
    input.focus();
    await ring();
    expect(document.activeElement).to.equal(input);
    expect(live()).to.equal('Bob is calling you. Press F6 to go to the call.');
    input.dispatchEvent(new KeyboardEvent('keydown', {key: 'F6', bubbles: true, cancelable: true}));
    expect(element.shadowRoot!.activeElement).to.equal(part('answer'));
    await update({phase: 'ended'});
    expect(document.activeElement).to.equal(input);
  });

  it('takes the focus once a call', async () => {
    const {element, part, ring, update} = await setup();
    await ring();
    part('answer')!.blur();
    await update({sound: 'playing'});
    expect(element.shadowRoot!.activeElement).to.equal(null);
  });

  it('does not decline on Escape', async () => {
    const {element, controller, part, ring} = await setup();
    await ring();
    part('answer')!.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}));
    expect(element.state).to.equal('ringing');
    expect(controller.handled).to.be.empty;
  });

  it('says when the browser holds the ring back', async () => {
    const {element, part, ring} = await setup();
    await ring({sound: 'blocked'});
    expect(part('popup')).to.contain.text('Click anywhere to hear the ring');
    await expect(element).to.be.accessible();
  });

  it('lies above the page, and again after a move', async () => {
    const {element, parent, part, ring} = await setup();
    await ring();
    expect(part('popup')!.parentElement!.matches(':popover-open')).to.be.true;
    const elsewhere = document.createElement('p');
    parent.append(elsewhere);
    elsewhere.append(element);
    await elementUpdated(element);
    expect(element.state).to.equal('ringing');
    expect(part('popup')!.parentElement!.matches(':popover-open')).to.be.true;
  });

  it('sits in the corner it is told, mirrored where the writing is', async () => {
    const {element, part, ring} = await setup();
    const isLeft = () => part('popup')!.getBoundingClientRect().left < innerWidth - part('popup')!.getBoundingClientRect().right;
    await ring();
    await Promise.all(part('popup')!.getAnimations().map((animation) => animation.finished));
    expect(isLeft()).to.be.false;
    element.position = 'top-left';
    await elementUpdated(element);
    expect(isLeft()).to.be.true;
    expect(part('popup')!.getBoundingClientRect().top).to.be.below(30);
    element.dir = 'rtl';
    element.requestUpdate();
    await elementUpdated(element);
    expect(isLeft()).to.be.false;
    await expect(element).to.be.accessible();
  });

  it('passes a ringtone on only where one was written', async () => {
    const {element, controller} = await setup();
    expect(controller.configured).to.be.empty;
    element.setAttribute('ringtone', 'none');
    await elementUpdated(element);
    expect(controller.configured).to.deep.equal([{ringtone: 'none'}]);
  });

  it('fetches nothing that a stranger names, be it on their server or on this one', async () => {
    const {part, ring, update} = await setup();
    const image = () => part('avatar')!.querySelector('img');
    for (const avatar of ['https://pictures.example/bob.png', new URL('/web/session/logout', location.href).href]) {
      await ring({peer: {...BOB, avatar, identity: 'claimed'}});
      expect(image(), avatar).to.equal(null);
    }
    await update({peer: {...BOB, avatar: PIXEL, identity: 'claimed'}});
    expect(image()!.src).to.equal(PIXEL);
    await update({peer: {...BOB, avatar: 'javascript:alert(1)', identity: 'verified'}});
    expect(image()).to.equal(null);
    await update({peer: {...BOB, avatar: new URL('/bob.png', location.href).href, identity: 'verified'}});
    expect(image()!.src).to.equal(new URL('/bob.png', location.href).href);
  });

  it('shows the page’s own picture of a caller whom nobody vouches for, and nothing of theirs', async () => {
    const id = 'bob "B." \\]';
    const {part, ring} = await setup();
    await fixture(html`<div><call-button callee=${id} callee-avatar=${`${PIXEL}#page`}></call-button></div>`);
    await ring({peer: {...BOB, id, avatar: PIXEL, identity: 'claimed'}});
    expect(part('avatar')!.querySelector('img')!.src).to.equal(`${PIXEL}#page`);
  });

  it('shows a name as text', async () => {
    const {part, ring} = await setup();
    await ring({peer: {...BOB, name: '<img src=x onerror=alert(1)>'}});
    expect(part('message')!.querySelector('img')).to.equal(null);
    expect(part('message')!.textContent).to.contain('<img src=x');
  });

  it('lets go of the page when it is removed', async () => {
    const {element, controller, ring} = await setup();
    await ring();
    element.remove();
    expect(controller.subscribers.size).to.equal(0);
    const key = new KeyboardEvent('keydown', {key: 'F6', bubbles: true, cancelable: true});
    document.body.dispatchEvent(key);
    expect(key.defaultPrevented).to.be.false;
  });
});
