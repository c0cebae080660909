/**
 * For the page's service worker: `importScripts('/…/call-elements-worker.js')`, or registered as it is. It shows nothing by itself
 * and keeps away from what the page loads; it only brings what is pressed on a notification of a call to the tab that rings.
 */
interface Client {
  readonly id: string;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}

interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface MessageToWorker extends WorkerEvent {
  readonly data: {readonly type?: unknown; readonly tag?: unknown; readonly lock?: unknown} | null;
  readonly source: {readonly id: string} | null;
  readonly ports: readonly MessagePort[];
}

interface NotificationClick extends WorkerEvent {
  readonly action: string;
  readonly notification: Notification & {
    readonly data: {readonly callElements?: string; readonly client?: string; readonly url?: string} | null;
  };
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: object): Promise<readonly Client[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener<E extends Event>(type: string, listener: (event: E) => void): void;
}

const worker = globalThis as unknown as WorkerScope;

const putAway = async (tag: string): Promise<void> => {
  for (const notification of await worker.registration.getNotifications({tag})) notification.close();
};

const pressed = async ({action, notification}: NotificationClick): Promise<void> => {
  const {callElements: callId, client: id, url} = notification.data ?? {};
  const tabs = await worker.clients.matchAll({type: 'window', includeUncontrolled: true});
  const tab = tabs.find((one) => one.id === id) ?? tabs[0];
  if (!tab) return void (url && action !== 'decline' && (await worker.clients.openWindow(url)));
  tab.postMessage({type: 'call-elements:pressed', callId, deed: action || 'show'});
  // Who declines wants to go on with what they do.
  if (action !== 'decline') await tab.focus().catch(() => undefined);
};

worker.addEventListener<NotificationClick>('notificationclick', (event) => {
  if (!event.notification.data?.callElements) return;
  event.notification.close();
  event.waitUntil(pressed(event));
});

worker.addEventListener<MessageToWorker>('message', (event) => {
  const {data, ports, source} = event;
  if (data?.type === 'call-elements:hello') ports[0]?.postMessage(source?.id);
  const {tag, lock} = data ?? {};
  if (data?.type !== 'call-elements:watch' || typeof tag !== 'string' || typeof lock !== 'string') return;
  // Free when the tab that showed it has put it away, was closed, or crashed.
  event.waitUntil(navigator.locks.request(lock, () => putAway(tag)));
});
