import assert from 'node:assert/strict';
import {describe} from 'node:test';
import type {BrowserContext, WebWorker} from 'puppeteer-core';
import type {Person} from './harness/person.js';
import type {Stage} from './harness/stage.js';
import {createTheatre} from './harness/stage.js';
import {connected} from './harness/talk.js';
import {until} from './harness/until.js';

/** As if another window lay over it, or another tab were in front. */
const become = (person: Person, state: DocumentVisibilityState): Promise<void> =>
  person.page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => value});
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

/** Somebody who gave permission, at a page whose service worker is there. */
const notified = async (stage: Stage): Promise<Person> => {
  const first = await stage.person('bob');
  await first.context.overridePermissions(stage.url, ['notifications', 'microphone', 'camera']);
  const bob = await stage.person('bob', {context: first.context});
  await stage.leave(first);
  await bob.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return bob;
};

const workerOf = async (context: BrowserContext): Promise<WebWorker> => {
  const target = await context.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  assert.ok(worker);
  return worker;
};

const titles = (worker: WebWorker): Promise<string[]> =>
  worker.evaluate(async () => {
    const {registration} = globalThis as unknown as {registration: ServiceWorkerRegistration};
    return (await registration.getNotifications()).map(({title}) => title);
  });

/** As a press on the notification, or on one of its buttons, would. */
const press = (worker: WebWorker, action: '' | 'answer' | 'decline'): Promise<void> =>
  worker.evaluate(async (button) => {
    const {registration, NotificationEvent: Press} = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      NotificationEvent: new (type: string, init: object) => Event;
    };
    const [notification] = await registration.getNotifications();
    globalThis.dispatchEvent(new Press('notificationclick', {notification, action: button}));
  }, action);

const shows = (worker: WebWorker, wanted: readonly string[]): Promise<void> =>
  until(`notifications: ${wanted.join()}`, async () => String(await titles(worker)) === String(wanted));

const ringUnseen = async (stage: Stage) => {
  const alice = await stage.person('alice');
  const bob = await notified(stage);
  const worker = await workerOf(bob.context);
  await become(bob, 'hidden');
  await alice.call('bob');
  await shows(worker, ['Alice Martin is calling you']);
  return {alice, bob, worker};
};

describe('notifications', () => {
  const scene = createTheatre();

  scene('tell of a call while no tab is seen, and go when the tab is', async (stage) => {
    const {alice, bob, worker} = await ringUnseen(stage);
    await become(bob, 'visible');
    await shows(worker, []);
    await bob.rings();
    await alice.hangUp();
    await bob.silent();
  });

  scene('are answered by their button', async (stage) => {
    const {alice, bob, worker} = await ringUnseen(stage);
    await press(worker, 'answer');
    await connected(alice, bob);
    await shows(worker, []);
    await alice.hangUp();
  });

  scene('are declined by their button', async (stage) => {
    const {alice, bob, worker} = await ringUnseen(stage);
    await press(worker, 'decline');
    await alice.ended('declined', 'remote');
    await bob.silent();
    await shows(worker, []);
  });

  scene('go when the caller gives up', async (stage) => {
    const {alice, worker} = await ringUnseen(stage);
    await alice.hangUp();
    await shows(worker, []);
  });

  scene('go with the page that showed them', async (stage) => {
    const {bob, worker} = await ringUnseen(stage);
    await stage.leave(bob);
    await shows(worker, []);
  });
});
