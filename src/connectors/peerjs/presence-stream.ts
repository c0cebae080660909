import {fieldsOf, textField, wordField} from '../../protocol/fields.js';
import {backOff} from '../../util/back-off.js';
import type {Clock} from '../../util/clock.js';
import type {Presence} from '../connector.js';
import {createEventReader} from './event-reader.js';
import {parseJson} from '../../util/parse-json.js';

/** Milliseconds in which the buttons of a page are gathered into one question. */
const GATHER = 50;
/** The server says something every 15 s: milliseconds after which its silence is an outage. */
const SILENCE = 30_000;

/** Users of one stream, and characters of its address; who came first is unknown again if there are more. */
const MOST_USERS = 200;
const LONGEST_QUERY = 4096;
/** Milliseconds before the second attempt, unless the server asks for more. */
const PAUSE = 2000;
/** Milliseconds after which a stream has proved to be one, and the pauses are short again. */
const SETTLED = 5000;

const PRESENCES = ['available', 'away', 'busy', 'do-not-disturb', 'offline'] as const;

interface Watched {
  presence: Presence;
  readonly listeners: Set<(presence: Presence) => void>;
}

/** How users are, by one stream of events for all of them; `unknown` whenever there is none. */
export class PresenceStream {
  readonly #ask: (path: string, signal: AbortSignal) => Promise<Response>;
  readonly #clock: Clock;
  readonly #watched = new Map<string, Watched>();
  #isOn = false;
  #attempt = 0;
  #pause = PAUSE;
  #openedAt = 0;
  #reading = new AbortController();
  #cancelOpening: (() => void) | undefined;
  #cancelSilence: (() => void) | undefined;

  constructor(ask: (path: string, signal: AbortSignal) => Promise<Response>, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  /** From now on the server can be asked. */
  start(): void {
    this.#isOn = true;
    this.#open(0);
  }

  stop(): void {
    this.#isOn = false;
    this.#open(0);
    for (const watched of this.#watched.values()) put(watched, 'unknown');
  }

  watch(user: string, fn: (presence: Presence) => void): () => void {
    const watched: Watched = this.#watched.get(user) ?? {presence: 'unknown', listeners: new Set()};
    // The same function may watch twice.
    const listener = (presence: Presence): void => fn(presence);
    watched.listeners.add(listener);
    if (!this.#watched.has(user)) {
      this.#watched.set(user, watched);
      this.#open(GATHER);
    }
    listener(watched.presence);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size || this.#watched.get(user) !== watched) return;
      this.#watched.delete(user);
      this.#open(GATHER);
    };
  }

  /** Opens the stream anew, for those who are watched then. */
  #open(delay: number): void {
    this.#cancelOpening?.();
    if (!this.#isOn || !this.#watched.size) return this.#close();
    this.#cancelOpening = this.#clock.after(delay, () => {
      this.#close();
      this.#reading = new AbortController();
      void this.#read(this.#reading.signal);
    });
  }

  #close(): void {
    this.#cancelSilence?.();
    this.#reading.abort();
  }

  async #read(signal: AbortSignal): Promise<void> {
    const read = createEventReader({
      event: (name, data) => this.#heard(name, data),
      pause: (ms) => (this.#pause = Math.max(ms, PAUSE)),
    });
    const decoder = new TextDecoder();
    this.#openedAt = Infinity;
    this.#watchSilence();
    try {
      const {ok, body} = await this.#ask(`events?${this.#query()}`, signal);
      this.#openedAt = this.#clock.now();
      const reader = ok ? body?.getReader() : undefined;
      for (let next = await reader?.read(); next && !next.done && !signal.aborted; next = await reader?.read()) {
        this.#watchSilence();
        read(decoder.decode(next.value, {stream: true}));
      }
    } catch {
      // An outage like any other.
    }
    if (!signal.aborted) this.#broken();
  }

  #watchSilence(): void {
    this.#cancelSilence?.();
    this.#cancelSilence = this.#clock.after(SILENCE, () => this.#broken());
  }

  #broken(): void {
    this.#close();
    for (const watched of this.#watched.values()) put(watched, 'unknown');
    // One that is refused after it was opened is no better than one that is not opened.
    if (this.#clock.now() - this.#openedAt > SETTLED) this.#attempt = 0;
    this.#open(backOff(this.#attempt++, {first: this.#pause}));
  }

  /** Those who came last, as many as an address may hold: servers and proxies take no more than 8 kB of it. */
  #query(): string {
    const users = [...this.#watched.keys()].slice(-MOST_USERS).map((user) => `user=${encodeURIComponent(user)}`);
    while (users.length > 1 && users.join('&').length > LONGEST_QUERY) users.shift();
    return users.join('&');
  }

  #heard(event: string, data: string): void {
    const news = event === 'presence' ? fieldsOf(parseJson(data)) : undefined;
    const watched = news && this.#watched.get(textField(news, 'user', 256) ?? '');
    if (watched) put(watched, wordField(news, 'presence', PRESENCES) ?? 'unknown');
  }
}

const put = (watched: Watched, presence: Presence): void => {
  if (watched.presence === presence) return;
  watched.presence = presence;
  for (const listener of [...watched.listeners]) listener(presence);
};
