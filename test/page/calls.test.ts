import {expect} from '@open-wc/testing';
import {plays, twoPeople} from '../helpers/page-people.js';
import type {People, Person} from '../helpers/page-people.js';
import {bookMedia} from '../helpers/real-media.js';
import type {MediaBook} from '../helpers/real-media.js';

describe('whole calls within one page', () => {
  let people: People;
  let alice: Person;
  let bob: Person;
  let media: MediaBook;

  beforeEach(async () => {
    media = bookMedia();
    people = await twoPeople();
    ({alice, bob} = people);
  });
  afterEach(async () => {
    await people.leave();
    media.close();
  });

  const ended = async (): Promise<void> => {
    await Promise.all([alice, bob].map((person) => person.until(({phase}) => phase === 'ended')));
    expect(media.live).to.deep.equal([]);
  };

  it('is answered: both are connected, and each sees the other move', async () => {
    await people.talk();
    for (const person of [alice, bob]) await plays(await person.part<HTMLVideoElement>('call-window', 'remote-video'));
    expect(alice.element('call-window').getAttribute('state')).to.equal('connected');
    expect(bob.element('call-button').getAttribute('state')).to.equal('connected');
    expect(alice.state.callId).to.equal(bob.state.callId);
    expect(alice.state).to.include({direction: 'outgoing', media: 'video', connector: 'local'});
    expect(bob.state).to.include({direction: 'incoming', media: 'video', connector: 'local'});
    expect(media.asked, 'each asked once for both').to.have.length(2);
  });

  it('rings with the caller’s name, and opens no device of the callee meanwhile', async () => {
    await alice.press('call-button', 'button');
    const message = await bob.part('incoming-call', 'message');
    expect(message.textContent).to.contain(alice.user);
    await alice.until(({phase, local}) => phase === 'ringing' && local.camera === 'on');
    expect(media.asked).to.have.length(1);
    expect(bob.controller.streams.remote).to.equal(undefined);
  });

  it('is hung up: both end for that reason, and let go of their devices', async () => {
    await people.talk();
    await alice.press('call-window', 'hangup');
    await ended();
    expect(alice.state.end).to.include({reason: 'hung-up', by: 'local'});
    expect(bob.state.end).to.include({reason: 'hung-up', by: 'remote'});
    expect(bob.state.end?.durationMs).to.be.greaterThan(0);
    expect(bob.element('call-window').getAttribute('end-reason')).to.equal('hung-up');
  });

  it('is hung up by the other', async () => {
    await people.talk();
    await bob.press('call-window', 'hangup');
    await ended();
    expect(alice.state.end).to.include({reason: 'hung-up', by: 'remote'});
  });

  it('is declined', async () => {
    await alice.press('call-button', 'button');
    await bob.press('incoming-call', 'decline');
    await ended();
    expect(alice.state.end).to.include({reason: 'declined', by: 'remote', durationMs: 0});
    expect(bob.state.end).to.include({reason: 'declined', by: 'local'});
    expect(bob.element('incoming-call').getAttribute('state')).to.equal('idle');
  });

  it('is cancelled', async () => {
    await alice.press('call-button', 'button');
    await bob.part('incoming-call', 'answer');
    await alice.press('call-button', 'button');
    await ended();
    expect(alice.state.end).to.include({reason: 'cancelled', by: 'local'});
    expect(bob.state.end).to.include({reason: 'cancelled', by: 'remote'});
    await bob.element<HTMLElement & {updateComplete: Promise<boolean>}>('incoming-call').updateComplete;
    expect(bob.element('incoming-call').shadowRoot?.querySelector('[part="popup"]')).to.equal(null);
  });

  it('is answered without a camera', async () => {
    await alice.press('call-button', 'button');
    await bob.press('incoming-call', 'answer-audio');
    await bob.until(({phase, local}) => phase === 'connected' && local.mic === 'on');
    await alice.until(({phase, remote}) => phase === 'connected' && remote.mic);
    expect(bob.state.local.camera).to.equal('off');
    expect(alice.state.remote).to.deep.equal({mic: true, camera: false, screen: false});
    await plays(await bob.part<HTMLVideoElement>('call-window', 'remote-video'));
  });

  it('lets the camera go when it is switched off, tells the other, and sends again when it is on', async () => {
    await people.talk();
    const before = media.live.filter(({kind}) => kind === 'video');
    await bob.press('call-window', 'camera');
    await alice.until(({remote}) => !remote.camera);
    expect(bob.state.local.camera).to.equal('off');
    expect(before.map(({readyState}) => readyState).sort()).to.deep.equal(['ended', 'live']);
    await bob.press('call-window', 'camera');
    await alice.until(({remote}) => remote.camera);
    await plays(await alice.part<HTMLVideoElement>('call-window', 'remote-video'));
    expect(alice.state.phase).to.equal('connected');
  });

  it('says so when the microphone is off, and on again', async () => {
    await people.talk();
    await alice.press('call-window', 'mic');
    await bob.until(({remote}) => !remote.mic);
    expect(alice.element('call-window').getAttribute('mic')).to.equal('off');
    await alice.press('call-window', 'mic');
    await bob.until(({remote}) => remote.mic);
  });

  it('carries a line of text', async () => {
    await people.talk();
    const heard = new Promise((resolve) => document.addEventListener('call-text', ({detail}) => resolve(detail.text), {once: true}));
    expect(alice.controller.sendText('<b>hello</b>')).to.equal(true);
    expect(await heard).to.equal('<b>hello</b>');
  });

  it('can be followed by another, the other way round', async () => {
    await people.talk();
    await alice.press('call-window', 'hangup');
    await ended();
    const first = alice.state.callId;
    await bob.press('call-button', 'button');
    await alice.press('incoming-call', 'answer');
    await Promise.all([alice, bob].map((person) => person.until(({phase}) => phase === 'connected')));
    expect(alice.state.callId).not.to.equal(first);
    expect(alice.state).to.include({direction: 'incoming', end: undefined});
  });

  it('is one call when both press at once', async () => {
    await Promise.all([alice.press('call-button', 'button'), bob.press('call-button', 'button')]);
    await Promise.all([alice, bob].map((person) => person.until(({phase}) => phase === 'connected')));
    expect(alice.state.callId).to.equal(bob.state.callId);
    for (const person of [alice, bob]) await plays(await person.part<HTMLVideoElement>('call-window', 'remote-video'));
  });

  it('tells what path it takes, and no address', async () => {
    await people.talk();
    const report = await alice.controller.diagnostics();
    expect(report).to.include({phase: 'connected', line: 'online', connector: 'local'});
    expect(report.path?.protocol).to.equal('udp');
    expect(JSON.stringify(report)).not.to.match(/\d+\.\d+\.\d+\.\d+/).and.not.to.contain('alice');
  });
});
