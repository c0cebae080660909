import {expect} from '@open-wc/testing';
import {flashTitle} from '../../src/media/flash-title.js';
import {createFakeClock} from '../helpers/fake-clock.js';

const before = document.title;

describe('flashing title', () => {
  afterEach(() => {
    document.title = before;
  });

  const setup = () => {
    document.title = 'Portal';
    const clock = createFakeClock();
    return {clock, stop: flashTitle('Alice calls', clock)};
  };

  it("shows the ring and the page's own title in turn", async () => {
    const {clock, stop} = setup();
    const titles = [document.title];
    for (let turn = 0; turn < 3; turn += 1) {
      await clock.advance(1000);
      titles.push(document.title);
    }
    expect(titles).to.deep.equal(['Alice calls', 'Portal', 'Alice calls', 'Portal']);
    stop();
  });

  for (const [what, wait] of [['while the ring is shown', 0], ['while its own is shown', 1000]] as const) {
    it(`puts the page's own back when stopped ${what}`, async () => {
      const {clock, stop} = setup();
      await clock.advance(wait);
      stop();
      expect(document.title).to.equal('Portal');
      await clock.advance(5000);
      expect(document.title).to.equal('Portal');
      expect(clock.pending).to.equal(0);
    });

    it(`leaves alone what the page sets ${what}`, async () => {
      const {clock, stop} = setup();
      await clock.advance(wait);
      document.title = 'Portal (1)';
      stop();
      expect(document.title).to.equal('Portal (1)');
    });

    it(`takes up what the page sets ${what}, and goes on`, async () => {
      const {clock, stop} = setup();
      await clock.advance(wait);
      document.title = 'Portal (1)';
      const titles = new Set<string>();
      for (let turn = 0; turn < 3; turn += 1) {
        await clock.advance(1000);
        titles.add(document.title);
      }
      expect([...titles].sort()).to.deep.equal(['Alice calls', 'Portal (1)']);
      stop();
      expect(document.title).to.equal('Portal (1)');
    });
  }

  for (const [who, first, second] of [['first', 0, 1], ['last', 1, 0]] as const) {
    it(`puts the page's own back after two at once, the ${who} one stopped first`, async () => {
      document.title = 'Portal';
      const clock = createFakeClock();
      const names = ['Alice calls', 'Carol calls'];
      const stops = names.map((name) => flashTitle(name, clock));
      await clock.advance(3000);
      stops[first]!();
      expect(document.title).to.equal(names[second]);
      await clock.advance(3000);
      stops[second]!();
      stops[first]!();
      expect(document.title).to.equal('Portal');
      expect(clock.pending).to.equal(0);
    });
  }

  it('is not deceived by blanks, which a document tidies', async () => {
    document.title = 'Portal';
    const clock = createFakeClock();
    const stop = flashTitle('  Alice   calls ', clock);
    await clock.advance(2000);
    expect(document.title).to.equal('Alice calls');
    stop();
    expect(document.title).to.equal('Portal');
  });
});
