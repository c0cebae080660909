import {countField, fieldsOf, objectField, textField} from '../../protocol/fields.js';
import {parseJson} from '../../util/parse-json.js';

export interface BusSocketListener {
  open(): void;
  notification(type: string, payload: unknown, id: number): void;
  closed(code: number): void;
}

/** One connection to Odoo's `/websocket`. It never answers: notifications come in frames of several, and nothing else. */
export class BusSocket {
  readonly #socket: WebSocket;
  #listener: BusSocketListener | undefined;

  constructor(url: string, create: (url: string) => WebSocket, listener: BusSocketListener) {
    this.#listener = listener;
    this.#socket = create(url);
    this.#socket.onopen = () => this.#listener?.open();
    this.#socket.onmessage = ({data}: MessageEvent<unknown>) => this.#heard(data);
    this.#socket.onclose = ({code}) => this.#listener?.closed(code);
  }

  /** Replaces the whole set of channels; `last` is the highest id that came, 0 for what is younger than 50 s. */
  subscribe(channels: readonly string[], last: number): void {
    this.#say('subscribe', {channels, last});
  }

  /** Odoo takes whoever says nothing for offline. Milliseconds since the person here did something. */
  present(idle: number): void {
    this.#say('update_presence', {inactivity_period: idle, im_status_ids_by_model: {}});
  }

  close(): void {
    this.#listener = undefined;
    this.#socket.close();
  }

  #say(name: string, data: object): void {
    if (this.#socket.readyState === 1) this.#socket.send(JSON.stringify({event_name: name, data}));
  }

  #heard(data: unknown): void {
    const frame = typeof data === 'string' ? parseJson(data) : undefined;
    for (const one of Array.isArray(frame) ? (frame as unknown[]) : []) {
      const fields = fieldsOf(one) ?? {};
      const message = objectField(fields, 'message');
      const [id, type] = [countField(fields, 'id'), textField(message ?? {}, 'type', 256)];
      if (id !== undefined && message && type) this.#listener?.notification(type, message['payload'], id);
    }
  }
}
