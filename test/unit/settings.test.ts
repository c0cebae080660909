import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseSettings} from '../../src/settings/parse-settings.js';
import {DEFAULT_SETTINGS} from '../../src/types/call-settings.js';

const inherited = Object.create({mic: false, camera: false}) as object;

const CASES: readonly [what: string, stored: unknown, changes: object][] = [
  ['nothing stored', undefined, {}],
  ['null', null, {}],
  ['a number', 7, {}],
  ['a string', '{"mic":false}', {}],
  ['an array', [false, false], {}],
  ['a function', () => ({mic: false}), {}],
  ['an empty record', {}, {}],
  ['some of the settings', {mic: false}, {mic: false}],
  ['all of the settings', {mic: false, camera: false, micId: 'm', cameraId: 'c', speakerId: 's'}, {mic: false, camera: false, micId: 'm', cameraId: 'c', speakerId: 's'}],
  ['booleans as words', {mic: 'false', camera: 0}, {}],
  ['ids as numbers', {micId: 3, cameraId: null, speakerId: {}}, {}],
  ['a good one beside a bad one', {mic: 'no', camera: false}, {camera: false}],
  ['an id of absurd length', {micId: 'x'.repeat(513)}, {}],
  ['unknown names', {volume: 11, camera: false}, {camera: false}],
  ['inherited settings', inherited, {}],
  ['a polluting record', JSON.parse('{"__proto__":{"mic":false},"constructor":{"prototype":{"mic":false}}}'), {}],
];

for (const [what, stored, changes] of CASES) {
  test(`reads ${what}`, () => {
    const settings = parseSettings(stored);
    assert.deepEqual(settings, {...DEFAULT_SETTINGS, ...changes});
    assert.ok(Object.isFrozen(settings));
  });
}

test('leaves the prototype of all objects alone', () => {
  parseSettings(JSON.parse('{"__proto__":{"polluted":true},"mic":false}'));
  assert.equal(({} as {polluted?: boolean}).polluted, undefined);
});
