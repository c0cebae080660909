import type {IceAnswer} from '../../ice/ice-sources.js';
import {countField, fieldsOf, listField, objectField, textField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import {CallError} from '../../types/call-error.js';
import type {CallConfiguration} from '../../types/configuration.js';
import {backOff} from '../../util/back-off.js';
import {systemClock} from '../../util/clock.js';
import type {Clock} from '../../util/clock.js';
import {warnOnce} from '../../util/warn-once.js';
import type {Address, CallPolicy, Connector, ConnectorFactory, ConnectorSelf, ConnectorSink, Presence} from '../connector.js';
import {createAdapterTransport} from './adapter-transport.js';
import {CallsDesk} from './calls-desk.js';
import {LOOK_AGAIN} from './close-codes.js';
import {HttpTransport} from './http-transport.js';
import {odooShelf} from './odoo-adapter.js';
export {setOdooAdapter} from './odoo-adapter.js';
export type {OdooAdapter} from './odoo-adapter.js';
import type {OdooTransport, Rpc} from './odoo-transport.js';
import {PresenceDesk} from './presence-desk.js';
import {readPolicy} from './read-policy.js';

/** How many notifications are remembered, to know those that come again. */
const MOST_IDS = 512;

export interface OdooSeams {
  readonly clock: Clock;
  createTransport(configuration: CallConfiguration): OdooTransport;
}

/** Odoo 18 with the addon `mobile_webrtc`: words go up by its routes, and come down over its bus. */
export class OdooConnector implements Connector {
  readonly #clock: Clock;
  readonly #transport: OdooTransport;
  readonly #presence: PresenceDesk;
  readonly #closing = new AbortController();
  readonly #seen = new Set<number>();
  #policy: CallPolicy | undefined;
  #self: ConnectorSelf | undefined;
  #sink: ConnectorSink | undefined;
  #desk: CallsDesk | undefined;
  #isIn = false;
  /** False where somebody else is signed in by now: what the bus says is theirs. */
  #isOneself = true;
  #isLeaving = false;
  #attempt = 0;
  /** Grows with each line: what comes of an older one does not count. */
  #round = 0;
  #cancelRetry: (() => void) | undefined;
  /** Settles `open`, once. */
  #opened: ((refusal?: CallError) => void) | undefined;

  constructor(configuration: CallConfiguration, {clock, createTransport}: OdooSeams) {
    this.#clock = clock;
    this.#transport = createTransport(configuration);
    this.#presence = new PresenceDesk(this.#transport, clock);
  }

  get capabilities() {
    return {identity: 'verified', presence: true, ice: true, maxBytes: 80_000, policy: this.#policy} as const;
  }

  readonly presence = (user: string, fn: (presence: Presence) => void): (() => void) => this.#presence.watch(user, fn);

  readonly iceServers = async (): Promise<IceAnswer> => {
    const answer = fieldsOf(await this.#rpc('/mobile_webrtc/ice', {})) ?? {};
    const iceServers = (listField(answer, 'ice_servers', 64) ?? []) as readonly RTCIceServer[];
    return {iceServers, ttl: countField(answer, 'ttl_s'), ...(!iceServers.length && {source: 'none'})};
  };

  async open(self: ConnectorSelf, sink: ConnectorSink, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => void this.close(), {once: true});
    [this.#self, this.#sink] = [self, sink];
    this.#desk = new CallsDesk({rpc: this.#rpc, clock: this.#clock, self, sink, isIn: () => this.#isIn, isLeaving: () => this.#isLeaving});
    this.#watchPage();
    await new Promise<void>((resolve, reject) => {
      this.#opened = (refusal) => (refusal ? reject(refusal) : resolve());
      const stop = this.#transport.listen({
        notification: (type, payload, id) => this.#heard(type, fieldsOf(payload) ?? {}, id),
        online: () => void this.#greet(),
        offline: (error) => this.#lost(error),
      });
      this.#closing.signal.addEventListener('abort', stop);
    });
  }

  async send(to: Address, message: object): Promise<void> {
    if (!this.#desk || this.#closing.signal.aborted) throw new CallError('signaling-lost');
    await this.#desk.send(to, message);
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#isIn = false;
    this.#round += 1;
    this.#cancelRetry?.();
    this.#desk?.close();
    this.#presence.forget();
    this.#closing.abort();
    this.#opened?.(new CallError('signaling-lost'));
    this.#opened = undefined;
  }

  /** As the transport's; whoever is signed out hears it, whatever was asked. */
  readonly #rpc: Rpc = async (...question) => {
    try {
      return await this.#transport.rpc(...question);
    } catch (error) {
      const known = CallError.from(error, 'signaling-lost');
      if (known.code === 'signaling-refused' && this.#isIn) this.#lost(known, LOOK_AGAIN);
      throw known;
    }
  };

  /** The bus carries: who is here, what rings, and what the admin decided. */
  async #greet(): Promise<void> {
    this.#cancelRetry?.();
    const round = (this.#round += 1);
    try {
      const hello = fieldsOf(await this.#transport.rpc('/mobile_webrtc/hello', {})) ?? {};
      if (round === this.#round) this.#welcomed(hello);
    } catch (error) {
      if (round !== this.#round) return;
      const known = CallError.from(error, 'signaling-lost');
      const mayPass = known.code === 'signaling-lost';
      this.#lost(mayPass ? undefined : known, mayPass ? backOff(this.#attempt++) : LOOK_AGAIN);
    }
  }

  #welcomed(hello: Fields): void {
    this.#isOneself = textField(objectField(hello, 'me') ?? {}, 'id', 256) === this.#self?.user;
    if (!this.#isOneself) {
      warnOnce('odoo-user', 'user-id is not who is signed in to Odoo.');
      throw new CallError('signaling-refused', {cause: 'not for user-id'});
    }
    this.#policy = readPolicy(objectField(hello, 'policy') ?? {});
    [this.#isIn, this.#attempt] = [true, 0];
    this.#presence.refresh();
    this.#sink?.status('online');
    this.#opened?.();
    this.#opened = undefined;
    this.#desk?.greeted(hello);
  }

  /** `again`: milliseconds until it asks once more over a line that is there; otherwise the transport says when it is. */
  #lost(error?: CallError, again?: number): void {
    if (this.#closing.signal.aborted) return;
    this.#cancelRetry?.();
    if (again !== undefined) this.#cancelRetry = this.#clock.after(again, () => void this.#greet());
    const wasIn = this.#isIn;
    this.#isIn = false;
    this.#round += 1;
    this.#presence.forget();
    if (error && this.#opened) this.#opened(error);
    else if (error) this.#sink?.status('error', error);
    else this.#sink?.status('offline', wasIn ? new CallError('signaling-lost') : undefined);
    if (error) this.#opened = undefined;
  }

  #heard(type: string, payload: Fields, id: number): void {
    if (this.#closing.signal.aborted || !this.#isOneself || this.#seen.has(id)) return;
    // Ids are taken before they are sent: a lower one may come later, so that each is known by itself.
    if (id > 0) this.#seen.add(id);
    const [oldest] = this.#seen;
    if (this.#seen.size > MOST_IDS && oldest !== undefined) this.#seen.delete(oldest);
    if (type === 'bus.bus/im_status_updated') this.#presence.heard(payload);
    else this.#desk?.heard(type, payload);
  }

  #watchPage(): void {
    const {signal} = this.#closing;
    const hurry = (): void => {
      if (this.#isIn || globalThis.document?.hidden) return;
      this.#transport.hurry?.();
    };
    // Before anybody else hears it: what they say then are last words.
    globalThis.addEventListener?.('pagehide', () => this.#leaves(true), {signal, capture: true});
    globalThis.addEventListener?.('pageshow', () => this.#leaves(false), {signal});
    globalThis.addEventListener?.('online', hurry, {signal});
    globalThis.document?.addEventListener('visibilitychange', hurry, {signal});
  }

  #leaves(isLeaving: boolean): void {
    this.#isLeaving = isLeaving;
    if (isLeaving) this.#desk?.flush();
  }
}

const createTransport = ({server}: CallConfiguration): OdooTransport => {
  const {adapter} = odooShelf();
  if (adapter) return createAdapterTransport(adapter);
  const base = new URL(server || '/', globalThis.location?.href).href;
  return new HttpTransport(base, {clock: systemClock, fetch: (...question) => fetch(...question), createSocket: (url) => new WebSocket(url)});
};

export const createOdooConnector: ConnectorFactory = Object.assign(
  (configuration: CallConfiguration) => new OdooConnector(configuration, {clock: systemClock, createTransport}),
  {isShareable: true},
);
