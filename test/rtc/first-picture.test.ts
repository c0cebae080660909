import {expect, waitUntil} from '@open-wc/testing';
import {NO_TRACKS} from '../../src/protocol/peer-link.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {linkPair} from '../helpers/real-links.js';
import type {LinkPair} from '../helpers/real-links.js';

/** Widths of the pictures that arrive, the first as soon as it is there. */
const watchWidths = (stream: MediaStream) => {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.srcObject = stream;
  document.body.append(video);
  const next = () => new Promise<number>((resolve) => video.requestVideoFrameCallback((_, {width}) => resolve(width)));
  return {next, close: () => video.remove()};
};

describe('link: the first picture', () => {
  let pair: LinkPair;
  let camera: MediaStreamTrack;

  before(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({video: {width: {ideal: 1280}, height: {ideal: 720}}});
    [camera] = stream.getVideoTracks() as [MediaStreamTrack];
  });
  after(() => camera.stop());
  afterEach(() => pair.close());

  it('is small, and those that follow soon may be as large as the camera’s', async () => {
    const clock = createFakeClock();
    const {width = 0} = camera.getSettings();
    pair = linkPair({clock});
    await pair.connected();
    const widths = watchWidths(pair.callee.link.remote);
    const first = widths.next();
    pair.caller.link.attach({...NO_TRACKS, camera});
    expect(await first).to.be.at.most(640);

    const sender = pair.book.offerer.getTransceivers()[1]?.sender;
    const scaled = () => sender?.getParameters().encodings[0]?.scaleResolutionDownBy ?? 1;
    expect(scaled()).to.equal(Math.max(1, width / 640));
    await clock.advance(2000);
    // What is asked for; a busy machine may still send less.
    await waitUntil(() => scaled() === 1, 'still small', {timeout: 10_000});
    widths.close();
  });

  it('of a small camera is as large as the camera', async () => {
    await camera.applyConstraints({width: 320, height: 180});
    pair = linkPair();
    await pair.connected();
    pair.caller.link.attach({...NO_TRACKS, camera});
    const sender = pair.book.offerer.getTransceivers()[1]?.sender;
    expect(sender?.getParameters().encodings[0]?.scaleResolutionDownBy ?? 1).to.equal(1);
  });
});
