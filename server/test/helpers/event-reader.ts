import {get} from 'node:http';
import type {IncomingMessage} from 'node:http';
import {once} from 'node:events';
import {Inbox} from './inbox.js';

export interface ServerEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads Server-Sent Events as a page does: by a streamed answer with a token in its header. */
export class EventReader {
  readonly events = new Inbox<ServerEvent>();
  /** Comments and other lines that are no events. */
  readonly others = new Inbox<string>();
  readonly closed: Promise<unknown>;
  #text = '';

  constructor(readonly response: IncomingMessage) {
    this.closed = new Promise((resolve) => response.once('close', resolve));
    response.on('error', () => undefined);
    response.setEncoding('utf8').on('data', (chunk: string) => this.#read(chunk));
  }

  static async open(url: string, token: string): Promise<EventReader> {
    const request = get(url, {headers: {Authorization: `Bearer ${token}`}, agent: false});
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return new EventReader(response);
  }

  close(): void {
    this.response.destroy();
  }

  #read(chunk: string): void {
    const blocks = (this.#text + chunk).split('\n\n');
    this.#text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event, data] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? [];
      if (event && data) this.events.add({event, data: JSON.parse(data) as ServerEvent['data']});
      else this.others.add(block);
    }
  }
}
