import {expect} from '@open-wc/testing';
import {plays, twoPeople} from '../helpers/page-people.js';

const {open} = IDBFactory.prototype;

/** How browsers, and their extensions, are known to break IndexedDB. */
const BROKEN: Readonly<Record<string, () => IDBOpenDBRequest>> = {
  'throws on opening': () => {
    throw new DOMException('denied', 'SecurityError');
  },
  'never answers': () => new EventTarget() as IDBOpenDBRequest,
};

describe('a page whose IndexedDB is broken', () => {
  afterEach(() => {
    IDBFactory.prototype.open = open;
  });

  for (const [how, broken] of Object.entries(BROKEN)) {
    it(`calls all the same, and remembers for as long as the page lasts, when it ${how}`, async () => {
      IDBFactory.prototype.open = broken;
      const people = await twoPeople();
      const {alice, bob} = people;
      await people.talk();
      await plays(await alice.part<HTMLVideoElement>('call-window', 'remote-video'));
      await bob.press('call-window', 'camera');
      await alice.until(({remote}) => !remote.camera);
      await alice.press('call-window', 'hangup');
      await bob.until(({phase}) => phase === 'ended');

      await alice.press('call-button', 'button');
      await bob.press('incoming-call', 'answer');
      await bob.until(({phase, local}) => phase === 'connected' && local.mic === 'on');
      expect(bob.state.local.camera, 'remembered').to.equal('off');
      await people.leave();
    });
  }
});
