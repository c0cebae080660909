import {expect} from '@open-wc/testing';
import {pageController} from '../../src/context/page-controller.js';
import type {CallButtonElement} from '../../src/elements/call-button/call-button.js';
import {found, plays, twoPeople} from '../helpers/page-people.js';
import {stateOf} from '../helpers/state-of.js';
import type {People, Person} from '../helpers/page-people.js';

describe('a page that is rearranged during a call', () => {
  let people: People;
  let alice: Person;
  let bob: Person;
  const voices = new Set<HTMLMediaElement>();
  const {play} = HTMLMediaElement.prototype;

  before(() => {
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (this instanceof HTMLAudioElement) voices.add(this);
      return play.call(this);
    };
  });
  after(() => {
    HTMLMediaElement.prototype.play = play;
  });
  beforeEach(async () => {
    voices.clear();
    people = await twoPeople();
    ({alice, bob} = people);
    await people.talk();
  });
  afterEach(() => people.leave());

  const bothStillTalk = async (): Promise<void> => {
    await plays(await bob.part<HTMLVideoElement>('call-window', 'remote-video'));
    for (const person of [alice, bob]) expect(person.state).to.include({phase: 'connected', end: undefined});
  };

  /** The voice that Alice hears plays from an element of the controller’s own, which is on no page. */
  const aliceHears = async (): Promise<void> => {
    const voice = await found(() => [...voices].find(({srcObject}) => srcObject === alice.controller.streams.remote));
    expect(voice.paused).to.equal(false);
    expect(voice.isConnected).to.equal(false);
    const before = voice.currentTime;
    await found(() => voice.currentTime > before);
  };

  it('goes on when the window is moved, and the picture with it', async () => {
    const elsewhere = document.createElement('section');
    alice.provider.append(elsewhere);
    elsewhere.append(alice.element('call-window'));
    await bothStillTalk();
    await plays(await alice.part<HTMLVideoElement>('call-window', 'remote-video'));
    alice.provider.prepend(alice.element('call-window'));
    await plays(await alice.part<HTMLVideoElement>('call-window', 'remote-video'));
    await aliceHears();
  });

  it('goes on, with its voice, when the window is taken off the page, and is shown again in a new one', async () => {
    alice.element('call-window').remove();
    await bothStillTalk();
    await aliceHears();
    const another = document.createElement('call-window');
    alice.provider.append(another);
    await plays(await alice.part<HTMLVideoElement>('call-window', 'remote-video'));
    expect(another.getAttribute('state')).to.equal('connected');
  });

  it('goes on when every element but the provider goes', async () => {
    for (const element of [...alice.provider.children]) element.remove();
    await bothStillTalk();
    await aliceHears();
  });

  it('goes on when the provider itself is moved', async () => {
    const main = document.createElement('main');
    document.body.append(main);
    main.append(alice.provider);
    await bothStillTalk();
    expect(alice.provider.controller).to.equal(alice.controller);
    await plays(await alice.part<HTMLVideoElement>('call-window', 'remote-video'));
    document.body.append(alice.provider);
    main.remove();
    await bothStillTalk();
  });

  it('ends for both when the provider is removed, and is free for another call when it is back', async () => {
    alice.provider.remove();
    const {end} = await bob.until(({phase}) => phase === 'ended');
    expect(end).to.include({reason: 'page-closed', by: 'remote'});
    document.body.append(alice.provider);
    const controller = await found(() => alice.provider.controller);
    expect(controller).not.to.equal(alice.controller);
    await stateOf(controller, ({line}) => line === 'online');
    expect(controller.state).to.include({phase: 'idle', userId: alice.user});
    await bob.press('call-button', 'button');
    await alice.press('incoming-call', 'answer');
    await bob.until(({phase}) => phase === 'connected');
  });

  it('shows a call in a window that is cloned', async () => {
    const clone = alice.element('call-window').cloneNode(true);
    alice.element('call-window').replaceWith(clone);
    await plays(await alice.part<HTMLVideoElement>('call-window', 'remote-video'));
    await alice.press('call-window', 'hangup');
    await bob.until(({phase}) => phase === 'ended');
  });
});

describe('an element anywhere on a page', () => {
  const controller = pageController();

  afterEach(async () => {
    controller.configure({userId: ''});
    await stateOf(controller, ({line}) => line === 'off');
  });

  const buttonIn = async (root: ShadowRoot): Promise<CallButtonElement> => {
    const button = document.createElement('call-button');
    button.callee = 'somebody';
    root.append(button);
    await found(() => button.getAttribute('state') === 'idle');
    return button;
  };

  it('finds the page’s controller from within closed shadow roots', async () => {
    controller.configure({userId: 'page', connector: 'local'});
    const outer = document.createElement('div');
    const inner = document.createElement('div');
    outer.attachShadow({mode: 'closed'}).append(inner);
    const root = inner.attachShadow({mode: 'closed'});
    document.body.append(outer);
    const button = await buttonIn(root);
    const asked = new Promise<string>((resolve) => {
      document.addEventListener('call-start-request', (event) => {
        event.preventDefault();
        resolve(event.detail.callee);
      }, {once: true});
    });
    button.shadowRoot?.querySelector('button')?.click();
    expect(await asked).to.equal('somebody');
    outer.remove();
  });

  it('finds the nearest provider, and the page’s again outside of it', async () => {
    controller.configure({userId: 'page', connector: 'local'});
    const provider = document.createElement('call-provider');
    provider.userId = 'inner';
    provider.connector = 'local';
    const within = document.createElement('call-button');
    within.callee = 'page';
    provider.append(within);
    document.body.append(provider);
    await found(() => within.getAttribute('state') === 'idle');
    expect(provider.controller?.state.userId).to.equal('inner');
    expect(controller.state.userId).to.equal('page');
    // The person of the page does not call themselves.
    document.body.append(within);
    await found(() => within.getAttribute('state') === 'unavailable');
    within.remove();
    provider.remove();
  });
});
