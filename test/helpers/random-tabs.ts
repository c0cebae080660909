import assert from 'node:assert/strict';
import {isTalking} from '../../src/types/is-talking.js';
import {CallWorld} from './call-world.js';
import type {Person} from './call-world.js';
import {EventClock} from './event-clock.js';
import {TabMachine} from './tab-machine.js';

/** One random afternoon of a person with several tabs: they are opened, closed, hidden, hung, frozen, and answered in at once. */
export class RandomTabs {
  readonly trace: string[] = [];
  readonly #world: CallWorld<EventClock>;
  readonly #machine: TabMachine;
  readonly #alice: Person;
  readonly #tabs: Person[] = [];
  readonly #frozen = new Set<Person>();
  #answered = 0;

  constructor(seed: number) {
    this.#world = new CallWorld(new EventClock(), seed);
    this.#machine = new TabMachine(this.#world.clock, this.#world.random);
    this.#alice = this.#world.person('alice');
    this.#world.clock.afterEach = () => this.#look();
  }

  /** How many calls were answered. */
  async run(): Promise<number> {
    const {random} = this.#world;
    for (let index = 0; index < 1 + random.below(4); index += 1) this.#open();
    await this.#wait(300);
    for (let call = 0; call < 2; call += 1) await this.#call();
    await this.#rest();
    return this.#answered;
  }

  async #call(): Promise<void> {
    const {random} = this.#world;
    this.#note('alice calls');
    void this.#alice.controller.start({callee: 'dave'});
    await this.#wait(random.below(1500));
    for (let turn = 0; turn < 4; turn += 1) {
      this.#stir();
      await this.#wait(random.below(600));
    }
    // Somebody sits down before a tab that works.
    for (const tab of this.#tabs) this.#wake(tab);
    if (!this.#tabs.length) this.#open();
    const seen = random.pick(this.#tabs);
    seen.page?.show(true);
    await this.#wait(9000);
    const ringing = this.#tabs.filter(({phase}) => phase === 'incoming');
    this.#note(`${ringing.length} of ${this.#tabs.length} ring`);
    assert.ok(ringing.includes(seen), `no ring is lost: the tab that is looked at is ${seen.phase}, alice ${this.#alice.phase}`);
    for (const tab of ringing.slice(0, 1 + random.below(3))) void tab.controller.accept();
    await this.#wait(9000);
    const talking = this.#tabs.filter(({phase}) => isTalking(phase));
    assert.deepEqual([talking.length, this.#alice.phase], [1, 'connected'], 'one tab has the call');
    for (const tab of this.#tabs) {
      if (tab !== talking[0]) assert.equal(tab.state.elsewhere?.callId, this.#alice.state.callId, 'the others know of it');
    }
    this.#answered += 1;
    await this.#alice.controller.hangUp();
    await this.#wait(3000);
  }

  async #rest(): Promise<void> {
    await this.#wait(20_000);
    assert.equal(this.#world.server.count('dave'), 1, 'one line for all tabs');
    for (const tab of this.#tabs) {
      assert.equal(tab.state.line, 'online');
      assert.equal(tab.state.elsewhere, undefined);
      assert.ok(tab.phase === 'idle' || tab.phase === 'ended', tab.phase);
    }
    for (const {controller} of this.#tabs) await controller.dispose();
    await this.#wait(100);
    assert.deepEqual([this.#machine.held, this.#world.server.count('dave')], [[], 0], 'nothing is held');
  }

  #stir(): void {
    const {random} = this.#world;
    const tab = this.#tabs.length ? random.pick(this.#tabs) : this.#open();
    const deeds: readonly (readonly [string, () => void])[] = [
      ['opens', () => void this.#open()],
      ['crashes', () => this.#lose(tab, () => tab.crash())],
      ['is closed', () => this.#lose(tab, () => (tab.controller.suspend(), tab.crash()))],
      ['is hidden', () => tab.page?.show(false)],
      ['is seen', () => tab.page?.show(true)],
      ['hangs', () => tab.page?.hang()],
      ['goes to sleep', () => (this.#frozen.add(tab), tab.controller.freeze())],
      ['wakes', () => this.#wake(tab)],
    ];
    const [what, act] = random.pick(deeds);
    this.#note(`${tab.endpoint.slice(0, 4)} ${what}`);
    act();
  }

  #open(): Person {
    const page = this.#machine.tab();
    page.show(this.#world.random.chance(0.5));
    page.isTouched = this.#world.random.chance(0.5);
    const tab = this.#world.person('dave', {tab: page});
    this.#tabs.push(tab);
    return tab;
  }

  #lose(tab: Person, act: () => unknown): void {
    this.#tabs.splice(this.#tabs.indexOf(tab), 1);
    this.#frozen.delete(tab);
    act();
  }

  #wake(tab: Person): void {
    tab.page?.wake();
    if (this.#frozen.delete(tab)) tab.controller.thaw();
  }

  async #wait(ms: number): Promise<void> {
    await this.#world.clock.advance(ms);
  }

  #note(what: string): void {
    this.trace.push(`${this.#world.clock.now() - 1_700_000_000_000} ${what}`);
  }

  /** Two never talk at once, and no device is open but in the one that does. */
  #look(): void {
    const open = this.#tabs.filter((tab) => tab.platform.media.size > 0 && isTalking(tab.phase));
    assert.ok(open.length <= 1, `${open.length} tabs talk`);
  }
}
