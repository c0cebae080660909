import assert from 'node:assert/strict';
import {test} from 'node:test';
import {onRememberedWays, rememberWay, rememberedWays} from '../../src/settings/way-memory.js';

// There is no IndexedDB here: what is chosen lasts as long as the page.
console.debug = () => undefined;

test('a button that goes while its choice is being written spoils nothing, and the other tabs hear of it', async () => {
  const others = new BroadcastChannel('call-elements:ways');
  const heard = new Promise((resolve) => (others.onmessage = ({data}: {readonly data: unknown}) => resolve(data)));
  const stop = onRememberedWays(() => undefined);
  const written = rememberWay('alice', 'bob', 'meet');
  stop();
  stop();
  await written;
  assert.equal(await heard, 'alice');
  assert.equal(rememberedWays('alice').callees.get('bob'), 'meet');
  others.close();
});
