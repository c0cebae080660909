import {elementUpdated, expect, waitUntil} from '@open-wc/testing';
import {useFakeTimers} from 'sinon';
import {picture} from '../helpers/picture.js';
import {BOB} from '../helpers/within-call.js';
import {SENT, TALK, setup} from './window-setup.js';

describe('<call-window>, what is seen', () => {
  it('shows one’s own face first, then the partner’s with one’s own small', async () => {
    const {element, controller, part, open, update} = await setup();
    const [local, remote] = [picture(), picture()];
    controller.streams = {...controller.streams, local, remote};
    await open();
    expect(part('local-video')).to.have.class('large');
    expect((part('local-video') as HTMLVideoElement).muted).to.be.true;
    expect(new DOMMatrix(getComputedStyle(part('local-video')!).transform).a).to.equal(-1);
    await update(TALK);
    await waitUntil(() => part('local-video')!.classList.contains('small'), 'partner’s picture', {timeout: 5000});
    expect(part('remote-video')).to.have.class('remote');
    expect((part('remote-video') as HTMLVideoElement).srcObject).to.equal(remote);
    const small = part('local-video')!.getBoundingClientRect();
    const large = part('remote-video')!.getBoundingClientRect();
    expect(large.right - small.right).to.be.below(small.left - large.left);
    element.dir = 'rtl';
    await update({sound: 'quiet'});
    const mirrored = part('local-video')!.getBoundingClientRect();
    expect(mirrored.left - large.left).to.be.below(large.right - mirrored.right);
  });

  it('gives a video its stream once, and keeps it playing through a move', async () => {
    const {element, controller, parent, part, open, update} = await setup();
    controller.streams = {...controller.streams, local: picture()};
    await open();
    const video = part('local-video') as HTMLVideoElement;
    await waitUntil(() => video.videoWidth > 0, 'own picture', {timeout: 5000});
    const emptied: Event[] = [];
    video.addEventListener('emptied', (event) => emptied.push(event));
    await update({sound: 'playing'});
    const elsewhere = document.createElement('p');
    parent.append(elsewhere);
    elsewhere.append(element);
    await elementUpdated(element);
    expect(part('local-video')).to.equal(video);
    expect(part('window')!.matches(':popover-open')).to.be.true;
    await waitUntil(() => !video.paused);
    expect(emptied).to.be.empty;
  });

  it('shows the screen that the other side shares, whole', async () => {
    const {controller, part, open} = await setup();
    const remoteScreen = picture();
    controller.streams = {...controller.streams, remoteScreen};
    await open({...TALK, remote: {...SENT, screen: true}});
    await waitUntil(() => part('remote-video')!.classList.contains('screen'), 'screen', {timeout: 5000});
    expect((part('remote-video') as HTMLVideoElement).srcObject).to.equal(remoteScreen);
    expect(getComputedStyle(part('remote-video')!).objectFit).to.equal('contain');
  });

  it('shows initials, or a checked picture, where there is no video', async () => {
    const {part, open, update} = await setup();
    await open({...TALK, remote: {mic: true, camera: false, screen: false}, peer: {...BOB, name: 'Bob Marchand'}});
    expect(part('avatar')!.textContent!.replace('\u200c', '').trim()).to.equal('BM');
    await update({peer: {...BOB, avatar: 'data:image/svg+xml,<svg/>'}});
    expect(part('avatar')!.querySelector('img')).to.equal(null);
  });

  it('fetches no picture that a stranger who called names; whom the page calls, it knows', async () => {
    const {part, open, update} = await setup();
    const avatar = new URL('/test/page/pages/empty.html', location.href).href;
    const peer = {...BOB, avatar, identity: 'claimed'} as const;
    await open({...TALK, remote: {mic: true, camera: false, screen: false}, direction: 'incoming', peer});
    expect(part('avatar')!.querySelector('img')).to.equal(null);
    await update({direction: 'outgoing'});
    expect(part('avatar')!.querySelector('img')!.src).to.equal(avatar);
  });

  it('counts the time of a connected call, and stops counting with it', async () => {
    const clock = useFakeTimers({now: Date.now(), toFake: ['setInterval', 'clearInterval', 'Date']});
    try {
      const {part, open, update} = await setup();
      await open({...TALK, connectedAt: Date.now() - 61_000});
      expect(part('timer')).to.have.trimmed.text('01:01');
      clock.tick(2000);
      expect(part('timer')).to.have.trimmed.text('01:03');
      expect(clock.countTimers()).to.equal(1);
      await update({phase: 'ended', end: {reason: 'hung-up', by: 'remote', durationMs: 63_000}});
      expect(part('timer')).to.have.trimmed.text('01:03');
      expect(clock.countTimers()).to.equal(0);
    } finally {
      clock.restore();
    }
  });
});
