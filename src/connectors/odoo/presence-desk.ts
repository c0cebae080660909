import {countField, fieldsOf, textField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import type {Clock} from '../../util/clock.js';
import type {Presence} from '../connector.js';
import type {OdooTransport} from './odoo-transport.js';

/** Milliseconds in which the buttons of a page are gathered into one question, and after which the bus tells of them. */
const GATHER = 400;

/** Odoo's words; while somebody is on leave they stand behind `leave_`. A bot is no person to be called. */
const PRESENCES: Readonly<Record<string, Presence>> = {online: 'available', away: 'away', busy: 'busy', offline: 'offline'};

const presenceOf = (status: string | undefined): Presence => PRESENCES[status?.replace(/^leave_/, '') ?? ''] ?? 'unknown';

const MODELS: Readonly<Record<string, string>> = {partner: 'res.partner', guest: 'mail.guest'};

interface Watched {
  presence: Presence;
  readonly listeners: Set<(presence: Presence) => void>;
  readonly stop: (() => void) | undefined;
}

/** How people are: asked once, then told by the bus. */
export class PresenceDesk {
  readonly #watched = new Map<string, Watched>();
  readonly #transport: OdooTransport;
  readonly #clock: Clock;
  #fresh = new Set<string>();
  #cancelAsk: (() => void) | undefined;

  constructor(transport: OdooTransport, clock: Clock) {
    [this.#transport, this.#clock] = [transport, clock];
  }

  watch(user: string, fn: (presence: Presence) => void): () => void {
    const watched = this.#watched.get(user) ?? this.#begin(user);
    // The same function may watch twice.
    const listener = (presence: Presence): void => fn(presence);
    watched.listeners.add(listener);
    listener(watched.presence);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size || this.#watched.get(user) !== watched) return;
      this.#watched.delete(user);
      watched.stop?.();
    };
  }

  /** The line is there: what was said meanwhile is not known. */
  refresh(): void {
    this.#ask(this.#watched.keys());
  }

  /** Nobody says anything any more. */
  forget(): void {
    this.#cancelAsk?.();
    for (const watched of this.#watched.values()) put(watched, 'unknown');
  }

  /** `bus.bus/im_status_updated` */
  heard(payload: Fields): void {
    const [partner, guest] = [countField(payload, 'partner_id'), countField(payload, 'guest_id')];
    const user = partner === undefined ? `guest:${guest}` : `partner:${partner}`;
    this.#put(user, textField(payload, 'presence_status', 64) ?? textField(payload, 'im_status', 64));
  }

  #begin(user: string): Watched {
    const [kind = '', id] = user.split(':');
    const model = MODELS[kind];
    const stop = model && this.#transport.watch(`odoo-presence-${model}_${id}`);
    const watched: Watched = {presence: 'unknown', listeners: new Set(), stop: stop || undefined};
    this.#watched.set(user, watched);
    // Of a channel there is nothing to say.
    if (model) this.#ask([user]);
    return watched;
  }

  #ask(users: Iterable<string>): void {
    for (const user of users) this.#fresh.add(user);
    this.#cancelAsk?.();
    this.#cancelAsk = this.#clock.after(GATHER, () => void this.#answer([...this.#fresh]));
  }

  async #answer(ids: readonly string[]): Promise<void> {
    this.#fresh = new Set();
    if (!ids.length) return;
    try {
      const answer = fieldsOf(await this.#transport.rpc('/mobile_webrtc/presence', {ids})) ?? {};
      for (const id of ids) this.#put(id, textField(answer, id, 64));
    } catch {
      // Asked again when the line is there again.
    }
  }

  #put(user: string, status: string | undefined): void {
    const watched = this.#watched.get(user);
    if (watched) put(watched, presenceOf(status));
  }
}

const put = (watched: Watched, presence: Presence): void => {
  if (watched.presence === presence) return;
  watched.presence = presence;
  for (const listener of [...watched.listeners]) listener(presence);
};
