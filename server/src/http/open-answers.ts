import {once} from 'node:events';
import type {RequestHandler, Response} from 'express';

export const isStream = (response: Response): boolean => String(response.getHeader('Content-Type')).startsWith('text/event-stream');

/** The answers that have not ended yet, so that a server that closes can wait for them. */
export class OpenAnswers {
  readonly #open = new Set<Response>();

  readonly observe: RequestHandler = (_request, response, next) => {
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
    next();
  };

  /** Ends the streams, which would never end by themselves, and waits for the others until `signal` says enough. */
  async end(signal: AbortSignal): Promise<void> {
    for (const response of this.#open) if (isStream(response)) response.end();
    const closed = [...this.#open].map((response) => once(response, 'close', {signal}));
    await Promise.allSettled(closed);
  }
}
