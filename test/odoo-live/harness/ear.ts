import {WebSocket} from 'ws';
import {until} from '../../e2e/harness/until.js';
import type {Visitor} from './visitor.js';

/** One notification as it comes down Odoo's websocket. */
export interface Notification {
  readonly id: number;
  readonly message: {readonly type: string; readonly payload: Readonly<Record<string, unknown>>};
}

/** Hears what the bus tells one visitor: what every page hears, and the channels that are asked for by name. */
export class Ear {
  readonly heard: Notification[] = [];
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (frame) => this.heard.push(...(JSON.parse(String(frame)) as Notification[])));
  }

  /** What was told within the last 50 s is heard as well: Odoo says it again to a new socket. */
  static async open({url, cookie}: Visitor, channels: readonly string[] = []): Promise<Ear> {
    // Without a User-Agent, Odoo does not ask for its exact version.
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/websocket`, {headers: {cookie, origin: url}});
    const ear = new Ear(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const say = (event: string, data: unknown): void => socket.send(JSON.stringify({event_name: event, data}));
    say('subscribe', {channels, last: 0});
    say('update_presence', {inactivity_period: 0, im_status_ids_by_model: {}});
    return ear;
  }

  /** Everything heard that speaks of this call, whatever its type, in order. */
  about(call: string): Notification[] {
    return this.heard.filter(({message}) => JSON.stringify(message).includes(call)).sort((one, other) => one.id - other.id);
  }

  /** The payloads of one type about this call. */
  payloads(call: string, type: string): Notification['message']['payload'][] {
    return this.about(call).filter(({message}) => message.type === type).map(({message}) => message.payload);
  }

  /** Waits for a notification about this call. */
  async hears(call: string, type: string, where: (payload: Notification['message']['payload']) => boolean = () => true) {
    await until(`${type} of ${call} is heard`, async () => this.payloads(call, type).some(where));
    return this.payloads(call, type).find(where) ?? {};
  }

  close(): void {
    this.#socket.close();
  }
}

/** What the bus holds for a visitor who polls instead: all of it at once, with nothing to wait for. */
export const peek = async (visitor: Visitor, channels: readonly string[]): Promise<string> => {
  const asked = {channels, last: 0, is_first_poll: true};
  const {notifications} = (await visitor.rpc('/websocket/peek_notifications', asked)) as {notifications: unknown};
  return JSON.stringify(notifications);
};
