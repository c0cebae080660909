import {expect} from '@open-wc/testing';
import {openLedger} from '../helpers/page-ledger.js';
import type {Holdings, Ledger} from '../helpers/page-ledger.js';
import {found, twoPeople} from '../helpers/page-people.js';
import type {People} from '../helpers/page-people.js';

const CALLS = 10;

describe('a page that lives long', () => {
  let ledger: Ledger;
  let people: People;

  before(() => {
    ledger = openLedger();
  });
  after(() => ledger.close());

  /** One whole call; by turns it is hung up, declined and cancelled, by either side. */
  const call = async (number: number): Promise<void> => {
    const {alice, bob} = people;
    const [caller, callee] = number % 2 ? [alice, bob] : [bob, alice];
    await found(() => caller.element('call-button').getAttribute('state') === 'idle');
    await caller.press('call-button', 'button');
    await callee.part('incoming-call', 'answer');
    if (number % 5 === 3) {
      await callee.press('incoming-call', 'decline');
    } else if (number % 5 === 4) {
      await caller.press('call-button', 'button');
    } else {
      await callee.press('incoming-call', 'answer');
      await Promise.all([caller, callee].map((person) => person.until(({phase, local}) => phase === 'connected' && local.camera === 'on')));
      await callee.press('call-window', 'hangup');
    }
    await Promise.all([caller, callee].map((person) => person.until(({phase}) => phase === 'ended')));
  };

  /** What is still let go of by itself, a tone that fades or a farewell, is waited for; what stays is the failure. */
  const settlesAt = async (before: Holdings): Promise<void> => {
    const deadline = performance.now() + 10_000;
    await found(() => JSON.stringify(ledger.holdings) === JSON.stringify(before) || performance.now() > deadline);
    expect(ledger.holdings).to.deep.equal(before);
  };

  it(`holds no more after ${CALLS} calls than after one each way, and nothing once everybody left`, async () => {
    const blank = ledger.holdings;
    people = await twoPeople({ringtone: ''});
    const {connections, tracks, timers} = ledger.holdings;
    expect({connections, tracks}).to.deep.equal({connections: 0, tracks: 0});
    await call(1);
    await call(2);
    await found(() => ledger.holdings.timers <= timers);
    const first = ledger.holdings;
    for (let number = 3; number <= CALLS; number += 1) await call(number);
    await settlesAt(first);
    expect(first).to.include({connections: 0, tracks: 0});
    expect(first.contexts, 'one for each of the two').to.be.at.most(2);

    await people.leave();
    await settlesAt(blank);
  }).timeout(120_000);
});
