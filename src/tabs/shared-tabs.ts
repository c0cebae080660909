import {fieldsOf, textField, wordField} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import {CALL_PHASES} from '../types/call-phases.js';
import type {CallElsewhere} from '../types/call-state.js';
import type {SettledElsewhere, Tabs, TabsListener} from '../types/tabs.js';
import {TabCircle} from './tab-circle.js';
import type {TabWorld} from './tab-world.js';

const SETTLED = ['answered-elsewhere', 'declined-elsewhere'] as const;
const PLACES = ['tab', 'window'] as const;

/** The tabs of one person in one browser: one of them talks, which a lock decides; the others know of its call. */
export class SharedTabs implements Tabs {
  readonly #world: TabWorld;
  readonly #listeners = new Set<TabsListener>();
  #name = '';
  #circle: TabCircle | undefined;
  #own: CallElsewhere | undefined;
  #elsewhere: {readonly tab: string; readonly call: CallElsewhere} | undefined;
  /** Aborted when this tab no longer talks. */
  #talk: AbortController | undefined;
  #taken: Promise<boolean> | undefined;

  constructor(world: TabWorld) {
    this.#world = world;
  }

  get elsewhere(): CallElsewhere | undefined {
    return this.#elsewhere?.call;
  }

  /** This tab talks, or is about to. */
  get isTalking(): boolean {
    return this.#talk !== undefined;
  }

  /** Another tab talks, or calls; one that merely rings is in nobody's way. */
  get isElsewhere(): boolean {
    return this.#elsewhere !== undefined && this.#elsewhere.call.phase !== 'incoming';
  }

  /** From here on among the tabs of whoever `name` says; those of an empty name are alone. A call may go on among them. */
  open(name: string, {goesOn = false} = {}): void {
    const call = goesOn ? this.#own : undefined;
    const isTalking = goesOn && this.isTalking;
    this.close();
    this.#name = name;
    if (!name) return;
    this.#circle = new TabCircle(this.#world, name, (tab, word) => this.#heard(tab, word));
    this.#circle.post({is: 'hello'});
    if (isTalking) this.#taken = this.#take();
    this.publish(call);
  }

  close(): void {
    this.release();
    this.#own = undefined;
    this.#circle?.close();
    this.#circle = undefined;
    this.#put(undefined);
  }

  listen(listener: TabsListener): void {
    this.#listeners.add(listener);
  }

  take(_callId: string): Promise<boolean> {
    // A call that crossed another goes on in its place.
    if (!this.#name) return Promise.resolve(true);
    this.#taken ??= this.#take();
    return this.#taken;
  }

  release(): void {
    this.#talk?.abort();
    this.#talk = undefined;
    this.#taken = undefined;
  }

  publish(call: CallElsewhere | undefined): void {
    if (!call && !this.#own) return;
    this.#own = call;
    this.#circle?.post({is: 'call', call});
  }

  settle(callId: string, how: SettledElsewhere): void {
    this.#circle?.post({is: 'settled', callId, how});
  }

  async #take(): Promise<boolean> {
    const talk = new AbortController();
    this.#talk = talk;
    const isOurs = await this.#world.lock(`${this.#name}:talk`, talk.signal, {ifAvailable: true});
    if (!isOurs && this.#talk === talk) this.release();
    return isOurs;
  }

  #heard(tab: string, word: Fields): void {
    switch (word['is']) {
      case 'hello':
        if (this.#own) this.#circle?.post({is: 'call', call: this.#own});
        return;
      case 'call':
        return this.#published(tab, readCall(fieldsOf(word['call'])));
      case 'settled':
        return this.#settled(textField(word, 'callId', 64), wordField(word, 'how', SETTLED));
      default:
    }
  }

  #published(tab: string, call: CallElsewhere | undefined): void {
    if (call) this.#put({tab, call});
    else if (this.#elsewhere?.tab === tab) this.#put(undefined);
  }

  #settled(callId: string | undefined, how: SettledElsewhere | undefined): void {
    if (!callId || !how) return;
    for (const listener of this.#listeners) listener.settled(callId, how);
  }

  #put(next: {readonly tab: string; readonly call: CallElsewhere} | undefined): void {
    const before = this.#elsewhere;
    if (!before && !next) return;
    this.#elsewhere = next;
    if (before && before.tab !== next?.tab) this.#circle?.forget(before.tab);
    // A tab that crashes says nothing: its lock does.
    if (next && before?.tab !== next.tab) this.#circle?.mourn(next.tab, () => this.#published(next.tab, undefined));
    for (const listener of this.#listeners) listener.changed();
  }
}

const readCall = (call: Fields | undefined): CallElsewhere | undefined => {
  const peer = fieldsOf(call?.['peer']);
  const callId = call && textField(call, 'callId', 64);
  const phase = call && wordField(call, 'phase', CALL_PHASES);
  const place = call && wordField(call, 'place', PLACES);
  const id = peer && textField(peer, 'id', 1024);
  if (!callId || !phase || !place || id === undefined) return undefined;
  const name = textField(peer ?? {}, 'name', 1024) ?? id;
  const windowName = textField(call, 'windowName', 1024) ?? '';
  return Object.freeze({callId, phase, peer: Object.freeze({id, name}), place, windowName});
};
