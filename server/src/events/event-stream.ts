import type {Response} from 'express';

/** A reader that leaves so many bytes lying is cut; it comes back when it can. */
const MOST_UNREAD_BYTES = 256 * 1024;
/** Clients that a restart has cut do not all come back at the same moment. */
const SHORTEST_RETRY = 1000;
const LONGEST_RETRY = 5000;

export interface StreamTimes {
  /** Between two comments, in milliseconds, so that proxies keep the connection and a dead one is noticed. */
  readonly heartbeat: number;
  /** When it ends, in milliseconds since the epoch. */
  readonly end: number;
}

/** One answer of Server-Sent Events. */
export class EventStream {
  readonly #response: Response;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #end: NodeJS.Timeout;
  readonly #releases: (() => void)[] = [];
  #isOver = false;

  constructor(response: Response, {heartbeat, end}: StreamTimes) {
    this.#response = response;
    this.#heartbeat = setInterval(() => this.#write(':\n\n'), heartbeat);
    this.#end = setTimeout(() => this.end(), end - Date.now());
    // Whoever asked may have gone while their token was looked at.
    if (response.destroyed) this.end();
    else this.#begin(response);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  send(event: string, data: unknown): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Calls `release` when it is over, or at once if it is. */
  hold(release: () => void): void {
    if (this.#isOver) release();
    else this.#releases.push(release);
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#end);
    for (const release of this.#releases) release();
    if (!this.#response.destroyed) this.#response.end();
  }

  #begin(response: Response): void {
    response.once('close', () => this.end());
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // Otherwise nginx keeps events until it has a bufferful.
      'X-Accel-Buffering': 'no',
    });
    const retry = SHORTEST_RETRY + Math.random() * (LONGEST_RETRY - SHORTEST_RETRY);
    this.#write(`retry: ${Math.round(retry)}\n\n`);
  }

  #write(text: string): void {
    const response = this.#response;
    // A server that closes has ended it from outside.
    if (this.#isOver || response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  }
}
