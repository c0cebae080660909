import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createArrival} from '../../src/rtc/create-arrival.js';
import {MEDIA_KINDS} from '../../src/types/media.js';
import type {MediaKind} from '../../src/types/media.js';
import {createFakeClock} from '../helpers/fake-clock.js';

const setup = (kind: MediaKind) => {
  const clock = createFakeClock();
  const track = {muted: true, readyState: 'live'};
  const sources: {timestamp: number}[] = [];
  const receiver = {track, getSynchronizationSources: () => sources} as unknown as RTCRtpReceiver;
  const isArriving = createArrival(receiver, kind, clock);
  const deliver = (): void => void (sources[0] = {timestamp: clock.now()});
  return {clock, track, sources, isArriving, deliver};
};

describe('arrival: what is known of a line without a word from the other side', () => {
  for (const kind of MEDIA_KINDS) {
    it(`${kind}: nothing arrives while the track is muted, or when it is over`, () => {
      const {track, isArriving, deliver} = setup(kind);
      deliver();
      assert.equal(isArriving(), false);
      track.muted = false;
      assert.equal(isArriving(), true);
      track.readyState = 'ended';
      assert.equal(isArriving(), false);
    });
  }

  it('sound that nobody plays yet is there once its track is unmuted; a picture needs a first one', () => {
    for (const kind of MEDIA_KINDS) {
      const {track, isArriving} = setup(kind);
      track.muted = false;
      assert.equal(isArriving(), kind === 'mic', kind);
    }
  });

  for (const kind of ['mic', 'camera'] as const) {
    it(`${kind}: is off two seconds after the last of it, and on with the next`, async () => {
      const {clock, track, sources, isArriving, deliver} = setup(kind);
      track.muted = false;
      deliver();
      assert.equal(isArriving(), true);
      await clock.advance(1999);
      assert.equal(isArriving(), true);
      await clock.advance(1);
      assert.equal(isArriving(), false);
      sources.length = 0;
      assert.equal(isArriving(), false, 'browsers forget it after ten seconds');
      deliver();
      assert.equal(isArriving(), true);
    });
  }

  it('a screen that rests is still a screen', async () => {
    const {clock, track, isArriving, deliver} = setup('screen');
    track.muted = false;
    deliver();
    assert.equal(isArriving(), true);
    await clock.advance(3_600_000);
    assert.equal(isArriving(), true);
  });
});
