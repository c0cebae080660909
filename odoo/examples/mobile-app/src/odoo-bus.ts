import {WebSocket} from 'ws';
import type {Account} from './account.js';
import {isCallNotification} from './notifications.js';
import type {CallNotification} from './notifications.js';
import {openSession} from './odoo-session.js';

interface Notification {
  readonly id: number;
  readonly message: {readonly type: string; readonly payload: unknown};
}

/** Milliseconds before a lost socket is opened anew. */
const PAUSE = 1000;

/**
 * Hears what Odoo says to this person, over its websocket. Nothing has to be subscribed to by name: Odoo adds the
 * person's own channel. `receive` gets all of one frame at once, so that a call which is over already need not ring.
 */
export class OdooBus {
  readonly #account: Account;
  readonly #receive: (notifications: readonly CallNotification[]) => void;
  /** Ids that were seen: numbers are given when something is written, and sent when it is committed, in another order. */
  readonly #seen = new Set<number>();
  #last = 0;
  #socket: WebSocket | undefined;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(account: Account, receive: (notifications: readonly CallNotification[]) => void) {
    this.#account = account;
    this.#receive = receive;
  }

  /** Resolves once it listens. */
  async open(): Promise<void> {
    const {cookie, version} = await openSession(this.#account);
    if (this.#closed) return;
    const {url} = this.#account;
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/websocket?version=${version}`, {headers: {Cookie: cookie}, origin: url});
    this.#socket = socket;
    socket.on('message', (data) => this.#read(String(data)));
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', resolve);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => this.#reopen());
    const say = (name: string, data: object): void => socket.send(JSON.stringify({event_name: name, data}));
    say('subscribe', {channels: [], last: this.#last});
    // Or Odoo takes this person for offline.
    say('update_presence', {inactivity_period: 0, im_status_ids_by_model: {}});
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#again);
    this.#socket?.close();
  }

  #reopen(): void {
    if (this.#closed) return;
    this.#again = setTimeout(() => void this.open().catch(() => this.#reopen()), PAUSE);
  }

  #read(frame: string): void {
    const fresh = (JSON.parse(frame) as readonly Notification[]).filter(({id}) => !this.#seen.has(id));
    for (const {id} of fresh) {
      this.#seen.add(id);
      this.#last = Math.max(this.#last, id);
    }
    const ours = fresh.map(({message}) => message).filter(isCallNotification);
    if (ours.length > 0) this.#receive(ours);
  }
}
