import type {ConsoleMessage, Page} from 'puppeteer-core';

/** This machine, and the public side of the network lab. */
const OUR_HOSTS = /^(127\.0\.0\.1|203\.0\.113\.\d+)$/;

const isOurs = (url: string): boolean => {
  const {hostname, protocol} = new URL(url);
  return OUR_HOSTS.test(hostname) || protocol === 'data:' || protocol === 'blob:';
};

/** What a page printed, and what went wrong in it. */
export class PageRecord {
  readonly lines: string[] = [];
  readonly #faults: string[] = [];

  constructor(page: Page) {
    page.on('console', (message) => this.#print(message));
    page.on('pageerror', (error) => this.#fault(`page error: ${String(error)}`));
    page.on('request', (request) => {
      if (!isOurs(request.url())) this.#fault(`it asked ${request.url()}`);
    });
  }

  /** Everything wrong that nobody expected. `servers`: whom the page spoke to by other means than requests. */
  faults({expected, servers}: {readonly expected: readonly RegExp[]; readonly servers: readonly string[]}): string[] {
    const foreign = servers.filter((server) => !isOurs(server)).map((server) => `it spoke to ${server}`);
    return [...this.#faults, ...foreign].filter((fault) => !expected.some((pattern) => pattern.test(fault)));
  }

  #print(message: ConsoleMessage): void {
    const type = message.type();
    const line = `${type}: ${message.text()} ${message.location().url ?? ''}`;
    if (type === 'error' || type === 'warn') this.#fault(line);
    else this.lines.push(message.text());
  }

  #fault(line: string): void {
    this.#faults.push(line);
    this.lines.push(line);
  }
}
