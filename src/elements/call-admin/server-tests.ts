import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {testIceServer} from '../../ice/test-ice-server.js';
import type {IceTestResult} from '../../ice/test-ice-server.js';
import type {AdminTerms} from '../../localize/parts/admin.js';
import {urlsOf} from '../../rest/values.js';
import type {IceServerRow} from '../../rest/values.js';

interface Line {
  readonly url: string;
  readonly result: IceTestResult | undefined;
}

const sentenceOf = (terms: AdminTerms, result: IceTestResult | undefined): string => {
  if (!result) return terms.testing;
  if (result.kind === 'found') return terms.found(result);
  return result.kind === 'other' ? terms.failures.other(result.code, result.text) : terms.failures[result.kind];
};

const moodOf = (result: IceTestResult | undefined): string => {
  if (!result || result.kind === 'silent') return '';
  return result.kind === 'found' || result.kind === 'same' ? 'good' : 'wrong';
};

/** Tries servers from this browser, and keeps what came of it beside each row until that is tried again. */
export class ServerTests {
  readonly #lines = new Map<number, readonly Line[]>();
  readonly #changed: () => void;
  #leaving = new AbortController();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  isOn(key: number): boolean {
    return Boolean(this.#lines.get(key)?.some(({result}) => !result));
  }

  /** Each address by itself, all at once. */
  start(key: number, row: IceServerRow): void {
    if (this.isOn(key)) return;
    const {username, credential} = row;
    const {signal} = this.#leaving;
    const urls = urlsOf(row);
    const put = (url: string, result: IceTestResult | undefined): void => {
      const lines = this.#lines.get(key) ?? urls.map((one) => ({url: one, result: undefined}));
      this.#lines.set(key, lines.map((line) => (line.url === url ? {url, result} : line)));
      this.#changed();
    };
    this.#lines.delete(key);
    for (const url of urls) {
      put(url, undefined);
      void testIceServer({url, username, credential}, signal).then((result) => signal.aborted || put(url, result));
    }
  }

  /** What it says is of other contents. */
  forget(key: number): void {
    if (!this.isOn(key)) this.#lines.delete(key);
  }

  stop(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#lines.clear();
  }

  render(key: number, terms: AdminTerms): TemplateResult {
    const lines = this.#lines.get(key) ?? [];
    return html`
      <div part="result" role="status">
        ${lines.map(
          ({url, result}) => html`
            <p class=${moodOf(result)}>${lines.length > 1 ? html`<b dir="ltr">${url}</b>` : nothing}${sentenceOf(terms, result)}</p>
          `,
        )}
      </div>
    `;
  }
}
