import {countField, fieldsOf, textField} from '../../protocol/fields.js';
import {CallError} from '../../types/call-error.js';
import type {Clock} from '../../util/clock.js';
import {backOff} from '../../util/back-off.js';
import {BusSocket} from './bus-socket.js';
import {afterClose, LOOK_AGAIN} from './close-codes.js';
import {createHttpRpc} from './http-rpc.js';
import type {OdooListener, OdooTransport, Rpc} from './odoo-transport.js';

/** Milliseconds within which channels that are wanted or not any more are told in one go, soon and then seldom: Odoo takes ten frames at once. */
const GATHER = {first: 50, later: 300};
const SELDOM = 1000;
/** Milliseconds between two words that somebody is here. */
const PRESENT = 50_000;
/** Milliseconds after which a connection has proved to be one. */
const SETTLED = 5000;

/** What of the browser is used. */
export interface HttpSeams {
  readonly fetch: typeof fetch;
  readonly createSocket: (url: string) => WebSocket;
  readonly clock: Clock;
}

/** The version that `/websocket` wants to hear, since guests may not read the session's; and how far the bus is. */
const askBus = async (rpc: Rpc): Promise<{readonly version: string; readonly last: number}> => {
  const hello = fieldsOf(await rpc('/mobile_webrtc/hello', {})) ?? {};
  const last = countField(hello, 'last_notification_id') ?? 0;
  const version = textField(hello, 'version', 64);
  if (version) return {version, last};
  const session = fieldsOf(await rpc('/web/session/get_session_info', {})) ?? {};
  return {version: textField(session, 'websocket_worker_version', 64) ?? '', last};
};

/** An Odoo of this origin, with the session's cookie: its routes, and a socket of our own to its bus. */
export class HttpTransport implements OdooTransport {
  readonly rpc: Rpc;
  readonly #base: string;
  readonly #seams: HttpSeams;
  readonly #channels = new Map<string, number>();
  #listener: OdooListener | undefined;
  #socket: BusSocket | undefined;
  #isOpen = false;
  #openedAt = 0;
  #subscribedAt = -Infinity;
  #version: string | undefined;
  #last = 0;
  #attempt = 0;
  #round = 0;
  #cancelRetry: (() => void) | undefined;
  #cancelGather: (() => void) | undefined;
  #cancelPresent: (() => void) | undefined;

  constructor(base: string, seams: HttpSeams) {
    [this.#base, this.#seams] = [base, seams];
    this.rpc = createHttpRpc(base, seams.fetch);
  }

  listen(listener: OdooListener): () => void {
    this.#listener = listener;
    void this.#connect();
    return () => {
      this.#listener = undefined;
      this.#drop();
    };
  }

  watch(channel: string): () => void {
    const count = (by: number): void => {
      const now = (this.#channels.get(channel) ?? 0) + by;
      if (now > 0) this.#channels.set(channel, now);
      else this.#channels.delete(channel);
      const delay = this.#seams.clock.now() - this.#subscribedAt < SELDOM ? GATHER.later : GATHER.first;
      this.#cancelGather ??= this.#seams.clock.after(delay, () => this.#subscribe());
    };
    count(1);
    return () => count(-1);
  }

  hurry(): void {
    // The socket may not have noticed yet who is signed in by now.
    if (this.#isOpen) this.#listener?.online();
    else if (!this.#socket && this.#listener) void this.#connect();
  }

  async #connect(): Promise<void> {
    this.#drop();
    const round = this.#round;
    try {
      await this.#learn();
    } catch (error) {
      if (round === this.#round) this.#unanswered(CallError.from(error, 'signaling-lost'));
      return;
    }
    if (round !== this.#round || this.#version === undefined) return;
    const url = new URL(`/websocket?version=${encodeURIComponent(this.#version)}`, this.#base);
    url.protocol = url.protocol.replace('http', 'ws');
    this.#socket = new BusSocket(url.href, this.#seams.createSocket, {
      open: () => this.#opened(),
      notification: (type, payload, id) => {
        this.#last = Math.max(this.#last, id);
        this.#listener?.notification(type, payload, id);
      },
      closed: (code) => this.#closed(code),
    });
  }

  async #learn(): Promise<void> {
    if (this.#version !== undefined) return;
    const {version, last} = await askBus(this.rpc);
    this.#version = version;
    // What was said before this page was there, it is told otherwise.
    this.#last ||= last;
  }

  #opened(): void {
    [this.#isOpen, this.#openedAt] = [true, this.#seams.clock.now()];
    this.#subscribe();
    this.#present();
    this.#listener?.online();
  }

  #subscribe(): void {
    this.#cancelGather?.();
    this.#cancelGather = undefined;
    this.#subscribedAt = this.#seams.clock.now();
    this.#socket?.subscribe([...this.#channels.keys()], this.#last);
  }

  #present(): void {
    this.#socket?.present(0);
    this.#cancelPresent = this.#seams.clock.after(PRESENT, () => this.#present());
  }

  #unanswered(error: CallError): void {
    const isFinal = error.code !== 'signaling-lost';
    this.#retry(isFinal ? LOOK_AGAIN : backOff(this.#attempt++, {first: 1000, longest: 60_000}), isFinal ? error : undefined);
  }

  #closed(code: number): void {
    const wasOpen = this.#isOpen;
    if (wasOpen && this.#seams.clock.now() - this.#openedAt > SETTLED) this.#attempt = 0;
    const {wait, error, renew, isUnclear} = afterClose(code, this.#attempt++, wasOpen);
    if (renew) this.#version = undefined;
    this.#retry(wait, error && new CallError(error, {cause: `closed ${code}`}), isUnclear);
  }

  #retry(wait: number, error: CallError | undefined, isUnclear = false): void {
    this.#drop();
    if (!isUnclear) this.#listener?.offline(error);
    this.#cancelRetry = this.#seams.clock.after(wait, () => void this.#connect());
  }

  #drop(): void {
    this.#round += 1;
    this.#isOpen = false;
    this.#cancelRetry?.();
    this.#cancelPresent?.();
    this.#cancelGather?.();
    this.#cancelGather = undefined;
    this.#socket?.close();
    this.#socket = undefined;
  }
}
