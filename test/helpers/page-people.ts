import '../../src/define.js';
import type {CallProviderElement} from '../../src/elements/call-provider/call-provider.js';
import type {CallControllerFace} from '../../src/types/controller.js';
import type {CallState} from '../../src/types/call-state.js';
import {randomId} from '../../src/util/random-id.js';
import {stateOf} from './state-of.js';

/** One person's part of the page: a provider with everything in it. */
export interface Person {
  readonly user: string;
  readonly provider: CallProviderElement;
  readonly controller: CallControllerFace;
  readonly state: CallState;
  /** Resolves with the first state that fits, at once when today's does. */
  until(fits: (state: CallState) => boolean): Promise<CallState>;
  /** Clicks a part of one of their elements, as soon as it is there. */
  press(tag: string, part: string): Promise<void>;
  /** A part of one of their elements, as soon as it is there. */
  part<E extends HTMLElement>(tag: string, part: string): Promise<E>;
  element<E extends HTMLElement>(tag: string): E;
}

/** Resolves with what `find` finds, looking again after each frame. */
export const found = async <T>(find: () => T | null | undefined): Promise<T> => {
  for (;;) {
    const one = find();
    if (one) return one;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

const element = (tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly Node[]): HTMLElement => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

interface PersonOptions {
  readonly callee: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

const addPerson = async (user: string, {callee, attributes = {}}: PersonOptions): Promise<Person> => {
  const provider = element(
    'call-provider',
    {'user-id': user, 'user-name': user, connector: 'local', ringtone: 'none', ...attributes},
    element('call-button', {callee}),
    element('incoming-call', {}),
    element('call-window', {mode: 'inline'}),
  ) as CallProviderElement;
  document.body.append(provider);
  const controller = await found(() => provider.controller);
  await stateOf(controller, ({line}) => line === 'online');
  const one = <E extends HTMLElement>(tag: string): E => {
    const made = provider.querySelector<E>(tag);
    if (!made) throw new Error(`${user} has no ${tag}.`);
    return made;
  };
  const part = <E extends HTMLElement>(tag: string, name: string): Promise<E> =>
    found(() => provider.querySelector(tag)?.shadowRoot?.querySelector<E>(`[part~="${name}"]`));
  return {
    user,
    provider,
    controller,
    get state() {
      return controller.state;
    },
    until: (fits) => stateOf(controller, fits),
    press: async (tag, name) => (await part(tag, name)).click(),
    part,
    element: one,
  };
};

export interface People {
  readonly alice: Person;
  readonly bob: Person;
  /** Alice presses, Bob answers, and both have their picture. */
  talk(): Promise<void>;
  /** Takes both off the page, which ends whatever is on. */
  leave(): Promise<void>;
}

/** Alice and Bob on one page, with names that nobody else in this browser has. */
export const twoPeople = async (attributes: Readonly<Record<string, string>> = {}): Promise<People> => {
  const id = randomId().slice(0, 8);
  const [a, b] = [`alice-${id}`, `bob-${id}`];
  const alice = await addPerson(a, {callee: b, attributes});
  const bob = await addPerson(b, {callee: a, attributes});
  return {
    alice,
    bob,
    talk: async () => {
      await alice.press('call-button', 'button');
      await bob.press('incoming-call', 'answer');
      const isOn = ({phase, local, remote}: CallState) =>
        phase === 'connected' && local.camera === 'on' && local.mic === 'on' && remote.camera && remote.mic;
      await Promise.all([alice.until(isOn), bob.until(isOn)]);
    },
    leave: async () => {
      for (const {provider} of [alice, bob]) provider.remove();
      await Promise.all([alice.controller.dispose(), bob.controller.dispose()]);
    },
  };
};

/** Resolves once a picture is really seen: it has a size, and it moves. */
export const plays = async (video: HTMLVideoElement): Promise<void> => {
  await found(() => video.videoWidth > 0);
  const before = video.currentTime;
  await found(() => video.currentTime > before + 0.1);
};
