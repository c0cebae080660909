import type {CallState} from '../../src/types/call-state.js';
import {isLive} from '../../src/types/call-phase.js';
import {RING_LEASE} from '../../src/call/time-limits.js';
import type {CallWorld, Person} from './call-world.js';

/** Milliseconds that messages may be under way when a ring is judged to ring for nobody. */
const MARGIN = 3000;

/** Watches the people of a simulated world, and throws when one of the laws is broken. */
export class CallLaws {
  readonly #world: CallWorld;
  readonly #people = new Set<Person>();
  readonly #consented = new Set<string>();
  /** Since when a call has been ringing at a person's for a caller who is gone. */
  readonly #orphaned = new Map<string, number>();
  /** Kept until the next look: what throws deep in a call would be taken for a fault of the world. */
  #broken: string | undefined;

  constructor(world: CallWorld) {
    this.#world = world;
    world.server.intercept = ({from, message}, deliver) => {
      const sender = [...this.#people].find(({endpoint}) => endpoint === from.endpoint);
      const tells = message.type === 'answer' || message.type === 'candidates';
      if (tells && sender?.phase === 'incoming' && sender.controller.configuration.ipPrivacy !== 'off') {
        this.#broken ??= `law 2: ${sender.user} tells an address while it rings`;
      }
      deliver();
    };
  }

  /** A person to be watched; law 1 is checked where tracks are handed over. */
  person(user: string, options: Parameters<CallWorld['person']>[1] = {}): Person {
    const person: Person = this.#world.person(user, {
      ...options,
      attached: (link, {mic, camera, screen}) => {
        const {callId = '', phase} = person.state;
        if (!mic && !camera && !screen) return;
        if (!this.#consented.has(callId)) this.#broken ??= `law 1: a track without consent (${user}, ${link.role}, ${phase})`;
      },
    });
    this.#people.add(person);
    this.#follow(person);
    return person;
  }

  /** The person here presses "answer", at the first of what rings or at another. */
  consent(person: Person, callId = person.state.callId): void {
    if (callId && person.ringing.includes(callId)) this.#consented.add(callId);
  }

  /** Crashed or closed: judged no longer. */
  forget(person: Person): void {
    this.#people.delete(person);
  }

  check(): void {
    if (this.#broken) throw new Error(this.#broken);
    for (const person of this.#people) {
      this.#checkOne(person);
      this.#checkRing(person);
    }
  }

  /** When everything is healed and time has passed, nothing hangs. */
  checkEnd(): void {
    for (const person of this.#people) {
      const {phase, callId} = person.state;
      if (!isLive(phase)) continue;
      const others = [...this.#people].filter((other) => other !== person && other.state.callId === callId && isLive(other.phase));
      if (phase !== 'connected' || others.length !== 1 || others[0]?.phase !== 'connected') {
        throw new Error(`${person.user} is ${phase}, with ${others.map(({user, phase: theirs}) => `${user} ${theirs}`).join() || 'nobody'}`);
      }
    }
  }

  #follow(person: Person): void {
    const over = new Set<string>();
    const begun = new Set<string>();
    let before: CallState = person.state;
    person.controller.subscribe((state) => {
      if (!this.#people.has(person)) return;
      const {callId, phase, direction, waiting} = state;
      for (const {callId: id} of waiting) {
        if (over.has(id)) this.#broken ??= `law 3: ${person.user}: a call that was over rings behind another`;
        begun.add(id);
      }
      const isBehind = waiting.some(({callId: id}) => id === before.callId);
      const isOther = callId !== before.callId && isLive(before.phase);
      const isAdopted = isOther && phase === 'connecting' && direction === 'incoming' && state.peer?.id === before.peer?.id;
      if (isAdopted && callId && before.callId) {
        this.#consented.add(callId);
        begun.delete(before.callId);
        over.add(before.callId);
      } else if (isOther && !(isBehind && before.phase === 'incoming')) {
        this.#broken ??= `a live call (${before.phase}) was replaced by another (${phase})`;
      }
      before = state;
      if (!callId || !isLive(phase)) return;
      if (over.has(callId)) this.#broken ??= `law 3: ${person.user}: a call that was over is ${phase}`;
      begun.add(callId);
    });
    person.controller.onNotice(({type, detail}) => {
      if (type !== 'call-ended') return;
      if (!begun.delete(detail.callId)) this.#broken ??= `law 4: ${person.user} was told of an end that was no end`;
      over.add(detail.callId);
    });
  }

  #checkOne(person: Person): void {
    const {phase, callId} = person.state;
    const {platform} = person;
    const tone = phase === 'incoming' ? 'ringtone' : phase === 'ringing' ? 'ringback' : undefined;
    if (platform.tone !== tone) throw new Error(`law 5: ${person.user} is ${phase} and hears ${platform.tone ?? 'nothing'}`);
    if (platform.media.size > 1) throw new Error(`${person.user} has devices open twice`);
    if (!isLive(phase) && person.leftovers.length > 0) throw new Error(`law 4: ${person.user} is ${phase}, with ${person.leftovers.join()}`);
    if (phase === 'incoming' && platform.media.size > 0) throw new Error(`law 1: ${person.user} has a device open while it rings`);
    for (const twin of this.#people) {
      const isTab = twin !== person && person.browser && twin.browser === person.browser;
      if (isTab && platform.media.size + twin.platform.media.size > 1) throw new Error(`two tabs of ${person.user} have devices open`);
    }
    if (phase !== 'connected' && phase !== 'reconnecting') return;
    for (const twin of this.#people) {
      if (twin === person || twin.user !== person.user || twin.state.callId !== callId) continue;
      if (twin.phase === 'connected' || twin.phase === 'reconnecting') throw new Error(`${person.user} is in one call on two devices`);
    }
  }

  #checkRing(person: Person): void {
    for (const callId of person.ringing) {
      const key = `${person.endpoint} ${callId}`;
      const isCaller = ({state}: Person): boolean => state.direction === 'outgoing' && state.callId === callId && isLive(state.phase);
      // Who is cut off themselves cannot know.
      if (person.state.line !== 'online' || [...this.#people].some(isCaller)) this.#orphaned.delete(key);
      else {
        const since = this.#orphaned.get(key) ?? this.#world.clock.now();
        this.#orphaned.set(key, since);
        if (this.#world.clock.now() - since > RING_LEASE + MARGIN) throw new Error(`${person.user} rings for a caller who is gone`);
      }
    }
  }
}
