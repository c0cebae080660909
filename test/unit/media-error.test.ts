import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isRefusal, mediaError} from '../../src/media/media-error.js';
import {CallError} from '../../src/types/call-error.js';

/** What the browser says, and what it means for the microphone, the camera and the screen. */
const CASES: readonly [error: unknown, mic: string, camera: string, screen: string][] = [
  [new DOMException('Permission denied', 'NotAllowedError'), 'mic-denied', 'camera-denied', 'screen-denied'],
  [new DOMException('Permission denied by system', 'NotAllowedError'), 'mic-denied', 'camera-denied', 'screen-denied'],
  [new DOMException('The request is not allowed by the user agent', 'NotAllowedError'), 'mic-denied', 'camera-denied', 'screen-denied'],
  [new DOMException('Permission dismissed', 'NotAllowedError'), 'permission-dismissed', 'permission-dismissed', 'screen-denied'],
  [new DOMException('Requested device not found', 'NotFoundError'), 'no-mic', 'no-camera', 'screen-unsupported'],
  [new DOMException('', 'OverconstrainedError'), 'no-mic', 'no-camera', 'screen-unsupported'],
  [new DOMException('', 'NotSupportedError'), 'no-mic', 'no-camera', 'screen-unsupported'],
  [new TypeError('not a function'), 'no-mic', 'no-camera', 'screen-unsupported'],
  [new DOMException('Could not start video source', 'NotReadableError'), 'device-busy', 'device-busy', 'screen-denied'],
  [new DOMException('Starting videoinput failed', 'AbortError'), 'device-busy', 'device-busy', 'screen-denied'],
  [new DOMException('must be called from a user gesture handler', 'InvalidStateError'), 'device-busy', 'device-busy', 'screen-denied'],
  [new DOMException('', 'SecurityError'), 'policy-blocked', 'policy-blocked', 'policy-blocked'],
  [new Error('something new'), 'device-busy', 'device-busy', 'screen-denied'],
  ['a string', 'device-busy', 'device-busy', 'screen-denied'],
  [undefined, 'device-busy', 'device-busy', 'screen-denied'],
];

for (const [error, mic, camera, screen] of CASES) {
  test(`tells a person what ${String(error)} means`, () => {
    assert.deepEqual([mediaError(error, 'mic').code, mediaError(error, 'camera').code, mediaError(error, 'screen').code], [mic, camera, screen]);
    assert.equal(mediaError(error, 'mic').cause, error);
  });
}

test('leaves what is understood already as it is', () => {
  const known = new CallError('insecure-context');
  assert.equal(mediaError(known, 'camera'), known);
});

test('knows a refusal from a failure', () => {
  assert.equal(isRefusal(new DOMException('', 'NotAllowedError')), true);
  for (const other of [new DOMException('', 'NotFoundError'), undefined, null, 'NotAllowedError']) {
    assert.equal(isRefusal(other), false);
  }
});
