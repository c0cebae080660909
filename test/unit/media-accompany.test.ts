import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SystemButtons} from '../../src/media/media-session.js';
import {ScreenLight} from '../../src/media/wake-lock.js';
import {IDLE_STATE} from '../../src/types/call-state.js';
import type {CallState} from '../../src/types/call-state.js';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A screen that is lit while somebody holds it, and a page that can be hidden. */
const room = () => {
  const held: {released: boolean; release(): Promise<void>}[] = [];
  const watchers = new Set<() => void>();
  const page = {
    visibilityState: 'visible' as DocumentVisibilityState,
    addEventListener: (_type: string, fn: () => void) => void watchers.add(fn),
    removeEventListener: (_type: string, fn: () => void) => void watchers.delete(fn),
  };
  const request = async () => {
    const lock = {
      released: false,
      release: async () => void (lock.released = true),
    };
    held.push(lock);
    return lock as unknown as WakeLockSentinel;
  };
  const see = async (visibilityState: DocumentVisibilityState) => {
    page.visibilityState = visibilityState;
    // As browsers do.
    if (visibilityState === 'hidden') for (const lock of held) lock.released = true;
    for (const tell of [...watchers]) tell();
    await settled();
  };
  const light = new ScreenLight({document: page as unknown as Document, wakeLock: {request}});
  return {light, held, watchers, see, lit: () => held.filter(({released}) => !released).length};
};

test('the screen stays lit while that is wanted, once, and also after the page was hidden', async () => {
  const {light, lit, see, watchers} = room();
  light.want(true);
  light.want(true);
  await settled();
  assert.equal(lit(), 1);
  await see('hidden');
  assert.equal(lit(), 0);
  await see('visible');
  assert.equal(lit(), 1);
  light.want(false);
  await settled();
  assert.equal(lit(), 0);
  assert.equal(watchers.size, 0);
});

test('a screen that is no longer wanted when the browser has lit it goes dark', async () => {
  const {light, lit, held} = room();
  light.want(true);
  light.want(false);
  await settled();
  assert.equal(held.length, 1);
  assert.equal(lit(), 0);
});

test('where the browser refuses, or knows no such thing, nothing happens', async () => {
  const page = {visibilityState: 'visible', addEventListener: () => undefined, removeEventListener: () => undefined} as unknown as Document;
  for (const wakeLock of [undefined, {request: async () => Promise.reject(new DOMException('low battery', 'NotAllowedError'))}]) {
    const light = new ScreenLight({document: page, wakeLock});
    light.want(true);
    await settled();
    light.want(false);
  }
});

const TALK: CallState = {...IDLE_STATE, phase: 'connected', local: {mic: 'on', camera: 'off', screen: 'off'}};

const system = (knows: readonly string[]) => {
  const handlers = new Map<string, () => void>();
  const told: string[] = [];
  const asked: string[] = [];
  const session = {
    metadata: null,
    setActionHandler: (action: string, handler: (() => void) | null) => {
      if (!knows.includes(action)) throw new TypeError(`${action} is not known`);
      if (handler) handlers.set(action, handler);
      else handlers.delete(action);
    },
    setMicrophoneActive: async (on: boolean) => void told.push(`mic ${on}`),
  };
  const acts = {hangUp: () => asked.push('hang up'), set: (kind: string, on: boolean) => asked.push(`${kind} ${on}`)};
  const buttons = new SystemButtons(acts, session as unknown as MediaSession);
  return {buttons, handlers, told, asked};
};

test('the system’s buttons ask for what the window’s would, and are let go after the talk', () => {
  const {buttons, handlers, told, asked} = system(['hangup', 'togglemicrophone', 'togglecamera']);
  buttons.show(TALK);
  handlers.get('togglemicrophone')?.();
  handlers.get('togglecamera')?.();
  buttons.show({...TALK, local: {...TALK.local, mic: 'off'}});
  handlers.get('togglemicrophone')?.();
  handlers.get('hangup')?.();
  assert.deepEqual(asked, ['mic false', 'camera true', 'mic true', 'hang up']);
  assert.deepEqual(told, ['mic true', 'mic false']);
  buttons.hide();
  assert.equal(handlers.size, 0);
});

test('a browser that knows only some of the buttons has those', () => {
  const {buttons, handlers} = system(['hangup']);
  buttons.show(TALK);
  assert.deepEqual([...handlers.keys()], ['hangup']);
  buttons.hide();
  new SystemButtons({hangUp: () => undefined, set: () => undefined}, {} as MediaSession).show(TALK);
});
