import {systemClock} from '../../util/clock.js';
import {within} from '../../util/within.js';

/** A worker may have to be started first. */
const PATIENCE = 1500;

/** A service worker that knows our notifications. */
export interface OwnWorker {
  readonly registration: ServiceWorkerRegistration;
  readonly active: ServiceWorker;
  /** What it calls this tab. */
  readonly client: string;
}

/** The page's service worker, if it has one and that one answers as ours does: with `call-elements-worker.js` in it. */
export const ownWorker = async (): Promise<OwnWorker | undefined> => {
  const {serviceWorker} = navigator as Partial<Navigator>;
  const registration = await serviceWorker?.getRegistration().catch(() => undefined);
  const active = registration?.active;
  if (!registration || !active) return undefined;
  const {port1, port2} = new MessageChannel();
  const answered = new Promise<unknown>((resolve) => (port1.onmessage = ({data}: MessageEvent<unknown>) => resolve(data)));
  active.postMessage({type: 'call-elements:hello'}, [port2]);
  try {
    const client = await within(answered, PATIENCE, systemClock);
    return typeof client === 'string' ? {registration, active, client} : undefined;
  } catch {
    return undefined;
  } finally {
    port1.close();
  }
};
