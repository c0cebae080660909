import assert from 'node:assert/strict';
import {test} from 'node:test';
import {OwnPage} from '../../src/elements/call-window/own-page.js';
import {IDLE_STATE} from '../../src/types/call-state.js';
import {createFakeClock} from '../helpers/fake-clock.js';

const setup = (isForCall: boolean) => {
  const clock = createFakeClock();
  const page = new OwnPage({clock, changed: () => undefined, close: () => undefined, isForCall: () => isForCall});
  const sentence = () => page.message('en', undefined)?.sentence;
  page.follow(IDLE_STATE);
  return {clock, page, sentence};
};

test('a page that somebody opened by hand says soon that there is no call', async () => {
  const {clock, sentence} = setup(false);
  await clock.advance(299);
  assert.equal(sentence(), undefined, 'one may still be begun');
  await clock.advance(1);
  assert.equal(sentence(), 'There is no call here');
});

test('a window that was opened for a call waits for it longer, and says nothing once it is there', async () => {
  const {clock, page, sentence} = setup(true);
  await clock.advance(1999);
  assert.equal(sentence(), undefined);
  page.follow({...IDLE_STATE, phase: 'initiating'});
  await clock.advance(5000);
  assert.equal(sentence(), undefined);
});
