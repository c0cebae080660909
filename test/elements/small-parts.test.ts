import {expect} from '@open-wc/testing';
import {initials} from '../../src/elements/avatar.js';
import {choosePictures} from '../../src/elements/call-window/choose-pictures.js';
import type {Pictures} from '../../src/elements/call-window/choose-pictures.js';
import {formatDuration} from '../../src/elements/call-window/format-duration.js';
import type {CallPhase} from '../../src/types/call-phase.js';
import {IDLE_STATE} from '../../src/types/call-state.js';
import {checkAvatar} from '../../src/util/check-avatar.js';

describe('checkAvatar', () => {
  const good = ['https://example.org/a.png', '/a.png', 'data:image/png;base64,AA', 'data:image/jpeg,x', 'data:image/webp,x'];
  for (const url of good) it(`lets ${url} through`, () => expect(checkAvatar(url)).to.be.a('string'));

  const bad = [
    '',
    undefined,
    null,
    7,
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    'data:text/html,x',
    'data:image/pngx,x',
    'blob:https://example.org/1',
    'http://example.org/a.png',
    'file:///etc/passwd',
    '//[',
  ];
  for (const url of bad) it(`stops ${String(url)}`, () => expect(checkAvatar(url)).to.equal(undefined));
});

describe('choosePictures', () => {
  const cases: [CallPhase, boolean, 'camera' | 'screen' | 'nothing', boolean, Pictures['large'], boolean][] = [
    ['ringing', true, 'nothing', false, 'local', false],
    ['ringing', false, 'nothing', false, 'avatar', false],
    ['connecting', true, 'nothing', false, 'local', false],
    ['connected', true, 'camera', false, 'local', false],
    ['connected', true, 'camera', true, 'remote', true],
    ['connected', false, 'camera', true, 'remote', false],
    ['connected', true, 'screen', true, 'screen', true],
    ['connected', true, 'nothing', true, 'avatar', true],
    ['reconnecting', true, 'camera', true, 'remote', true],
    ['ended', true, 'camera', true, 'avatar', false],
  ];
  for (const [phase, own, sent, arrived, large, small] of cases) {
    it(`${phase}, own camera ${own ? 'on' : 'off'}, ${sent} sent, ${arrived ? '' : 'not '}arrived: ${large}`, () => {
      const local = {...IDLE_STATE.local, camera: own ? 'on' : 'off'} as const;
      const remote = {mic: true, camera: sent === 'camera', screen: sent === 'screen'};
      expect(choosePictures({...IDLE_STATE, phase, local, remote}, arrived)).to.deep.equal({large, small});
    });
  }
});

describe('formatDuration', () => {
  const cases: [number, string][] = [[-5, '00:00'], [0, '00:00'], [61_900, '01:01'], [3_600_000, '1:00:00'], [36_061_000, '10:01:01']];
  for (const [ms, text] of cases) it(`${ms} ms is ${text}`, () => expect(formatDuration(ms)).to.equal(text));
});

describe('initials', () => {
  const cases: [string, string][] = [['bob', 'B'], ['Ada King Lovelace', 'AL'], ['  ', ''], ['😀 x', '😀X']];
  for (const [name, letters] of cases) {
    it(`of "${name}" are "${letters}"`, () => expect(initials(name).replace('\u200c', '')).to.equal(letters));
  }
});
