import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';
import {renderPattern} from '../../src/media/render-pattern.js';
import {createSounds} from '../../src/media/sounds.js';
import {TONES} from '../../src/media/tones.js';
import type {Tone} from '../../src/types/sounds.js';

const RATE = 8000;

const peak = (samples: Float32Array, from: number, to: number): number =>
  samples.subarray(Math.round(from * RATE), Math.round(to * RATE)).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

for (const [tone, pattern] of Object.entries(TONES) as [Tone, (typeof TONES)[Tone]][]) {
  test(`${tone} can be heard, does not clip, and begins and ends without a click`, () => {
    const samples = renderPattern(pattern, RATE);
    assert.equal(samples.length, Math.round(pattern.length * RATE));
    assert.ok(peak(samples, 0, pattern.length) > 0.05);
    assert.ok(peak(samples, 0, pattern.length) < 0.9);
    assert.ok(Math.abs(samples[0] ?? 1) < 0.01);
    assert.ok(Math.abs(samples.at(-1) ?? 1) < 0.01);
  });

  test(`${tone} has its notes within its length`, () => {
    for (const {at, length} of pattern.notes) assert.ok(at >= 0 && at + length <= pattern.length + 1e-9);
  });
}

test('ringback is a second of tone and four of silence, over and over', () => {
  const samples = renderPattern(TONES.ringback, RATE);
  assert.ok(peak(samples, 0.1, 0.9) > 0.1);
  assert.equal(peak(samples, 1.01, 5), 0);
  assert.equal(TONES.ringback.repeats, true);
});

test('hanging up falls in three short steps, once', () => {
  const {notes, repeats} = TONES['hang-up'];
  const pitches = notes.map(({hertz}) => hertz[0] ?? 0);
  assert.equal(pitches.length, 3);
  assert.deepEqual(pitches, [...pitches].sort((a, b) => b - a));
  assert.equal(repeats, false);
});

test('sounds of one page can be made where there is no page', () => {
  const sounds = createSounds(() => {});
  sounds.tone('ringback');
  sounds.tone(undefined);
  sounds.dispose();
});

test('every module can be imported where there is no page, and opens nothing that would keep a program from its end', async () => {
  const folder = new URL('../../src/', import.meta.url);
  const files = (readdirSync(folder, {recursive: true}) as string[]).filter((file) => file.endsWith('.ts'));
  // The one file that is no module: what a service worker loads.
  for (const file of files) if (file !== 'worker.ts') await import(new URL(file, folder).href);
  assert.equal(process.getActiveResourcesInfo().includes('MessagePort'), false, 'a channel is open');
});
