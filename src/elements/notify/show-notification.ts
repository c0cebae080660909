import {ownWorker} from './own-worker.js';
import type {OwnWorker} from './own-worker.js';
import {noticeLock} from './watch-ring.js';

/** What a person did with a notification: pressed one of its buttons, or the whole of it. */
export type NotificationDeed = 'answer' | 'decline' | 'show';

const DEEDS: readonly unknown[] = ['answer', 'decline', 'show'] satisfies NotificationDeed[];

export interface RingNotification {
  readonly callId: string;
  readonly title: string;
  readonly body: string;
  readonly icon: string | undefined;
  readonly dir: 'ltr' | 'rtl';
  readonly lang: string;
  /** The ring is heard already, or is not to be. */
  readonly silent: boolean;
  readonly answer: string;
  readonly decline: string;
  pressed(deed: NotificationDeed): void;
}

const optionsOf = ({callId, body, icon, dir, lang, silent}: RingNotification): NotificationOptions => ({
  tag: callId,
  body,
  dir,
  lang,
  silent,
  requireInteraction: true,
  ...(icon && {icon}),
});

/** By the page's service worker, where buttons can be on it. */
const showByWorker = async (ring: RingNotification, worker: OwnWorker, signal: AbortSignal): Promise<void> => {
  const {registration, active, client} = worker;
  const {callId, answer, decline} = ring;
  const listen = ({data}: MessageEvent<{type?: unknown; callId?: unknown; deed?: unknown} | null>): void => {
    if (data?.type !== 'call-elements:pressed' || data.callId !== callId || !DEEDS.includes(data.deed)) return;
    ring.pressed(data.deed as NotificationDeed);
  };
  navigator.serviceWorker.addEventListener('message', listen);
  navigator.serviceWorker.startMessages();
  // It puts the notification away when this tab is gone without having done so.
  active.postMessage({type: 'call-elements:watch', tag: callId, lock: noticeLock(callId)});
  const actions = [
    {action: 'answer', title: answer},
    {action: 'decline', title: decline},
  ];
  const data = {callElements: callId, client, url: location.href};
  try {
    await registration.showNotification(ring.title, {...optionsOf(ring), actions, data} as NotificationOptions);
    await over(signal);
  } finally {
    navigator.serviceWorker.removeEventListener('message', listen);
    for (const notification of await registration.getNotifications({tag: callId})) notification.close();
  }
};

const showPlainly = async (ring: RingNotification, signal: AbortSignal): Promise<void> => {
  // Throws on phones, where only a service worker may.
  const notification = new Notification(ring.title, optionsOf(ring));
  notification.onclick = () => {
    window.focus();
    ring.pressed('show');
  };
  await over(signal);
  notification.onclick = null;
  notification.close();
};

const over = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), {once: true});
  });

/** Shows the system's notification of a ring until `signal` aborts; resolves when it is gone, and never fails. */
export const showNotification = async (ring: RingNotification, signal: AbortSignal): Promise<void> => {
  try {
    const worker = await ownWorker();
    if (signal.aborted) return;
    await (worker ? showByWorker(ring, worker, signal) : showPlainly(ring, signal));
  } catch (error) {
    console.debug('call-elements: no notification could be shown.', error);
    await over(signal);
  }
};
