import {expect} from '@open-wc/testing';
import {twoPeople} from '../helpers/page-people.js';
import type {People, Person} from '../helpers/page-people.js';

type Preventable =
  | 'call-start-request'
  | 'call-accept-request'
  | 'call-decline-request'
  | 'call-hangup-request'
  | 'call-toggle-request'
  | 'call-incoming';

describe('a page that says no', () => {
  let people: People;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    people = await twoPeople();
    ({alice, bob} = people);
  });
  afterEach(() => people.leave());

  /** Prevents the next event of a type, anywhere on the page; resolves with it. */
  const prevent = <T extends Preventable>(type: T): Promise<HTMLElementEventMap[T]> =>
    new Promise((resolve) => {
      const listener = (event: HTMLElementEventMap[T]): void => {
        event.preventDefault();
        resolve(event);
      };
      document.addEventListener(type, listener as EventListener, {once: true});
    });

  const ringing = async (): Promise<void> => {
    await alice.press('call-button', 'button');
    await bob.part('incoming-call', 'answer');
    await alice.until(({phase}) => phase === 'ringing');
  };

  it('keeps a call from being made', async () => {
    const prevented = prevent('call-start-request');
    await alice.press('call-button', 'button');
    const {detail} = await prevented;
    expect(detail).to.include({callee: bob.user, media: 'video'});
    expect(Object.isFrozen(detail)).to.equal(true);
    expect(alice.state.phase).to.equal('idle');
  });

  for (const [part, type] of [
    ['answer', 'call-accept-request'],
    ['answer-audio', 'call-accept-request'],
    ['decline', 'call-decline-request'],
  ] as const) {
    it(`keeps a call ringing when ${part} is pressed, until it is pressed again`, async () => {
      await ringing();
      const prevented = prevent(type);
      await bob.press('incoming-call', part);
      await prevented;
      expect(bob.state.phase).to.equal('incoming');
      await bob.press('incoming-call', part);
      await bob.until(({phase}) => phase === (part === 'decline' ? 'ended' : 'connected'));
    });
  }

  it('keeps a call from being hung up', async () => {
    await people.talk();
    const prevented = prevent('call-hangup-request');
    await alice.press('call-window', 'hangup');
    await prevented;
    expect(alice.state.phase).to.equal('connected');
  });

  it('keeps a call from being cancelled by its button', async () => {
    await ringing();
    const prevented = prevent('call-hangup-request');
    await alice.press('call-button', 'button');
    await prevented;
    expect(alice.state.phase).to.equal('ringing');
  });

  for (const kind of ['mic', 'camera'] as const) {
    it(`keeps the ${kind} as it is`, async () => {
      await people.talk();
      const prevented = prevent('call-toggle-request');
      await alice.press('call-window', kind);
      expect((await prevented).detail).to.deep.equal({callId: alice.state.callId, kind, on: false});
      expect(alice.state.local[kind]).to.equal('on');
    });
  }

  it('shows the ring itself', async () => {
    const prevented = prevent('call-incoming');
    await alice.press('call-button', 'button');
    const {detail} = await prevented;
    expect(detail.peer).to.include({id: alice.user, identity: 'claimed'});
    await alice.until(({phase}) => phase === 'ringing');
    expect(bob.state).to.include({phase: 'incoming', shownByPage: true});
    expect(bob.element('incoming-call').getAttribute('state')).to.equal('idle');
    void bob.controller.accept();
    await Promise.all([alice, bob].map((person) => person.until(({phase}) => phase === 'connected')));
  });

  it('is asked anew for the next call', async () => {
    const prevented = prevent('call-incoming');
    await alice.press('call-button', 'button');
    await prevented;
    void bob.controller.decline();
    await alice.until(({phase}) => phase === 'ended');
    await ringing();
    expect(bob.state.shownByPage).to.equal(false);
  });
});
