import type {Address, Announcement, Connector, ConnectorSelf, ConnectorSink, Presence} from '../connectors/connector.js';
import type {IceAnswer} from '../ice/ice-sources.js';
import {fieldsOf} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import {CallError} from '../types/call-error.js';
import {NO_FACTS} from './line-words.js';
import type {LineFacts} from './line-words.js';

export interface LeaderParts {
  readonly self: ConnectorSelf;
  create(): Connector;
  now(): number;
  isHidden(): boolean;
  /** Tells every tab, this one too. */
  tell(word: object): void;
  /** Calls `gone` when that tab is no more. */
  mourn(tab: string, gone: () => void): void;
}

interface Member {
  announcement?: Announcement;
  users: readonly string[];
}

/** What the tab that holds the line does for all of them: it has the real connector, and passes on what comes and goes. */
export class LineLeader {
  readonly #parts: LeaderParts;
  readonly #members = new Map<string, Member>();
  readonly #watched = new Map<string, {presence: Presence; stop: (() => void) | undefined}>();
  #connector: Connector | undefined;
  #abort = new AbortController();
  #status: Pick<LineFacts, 'status' | 'code'> = NO_FACTS;
  #announced = '';
  #asking: Promise<IceAnswer> | undefined;

  constructor(parts: LeaderParts) {
    this.#parts = parts;
    this.#open();
  }

  heard(tab: string, word: Fields): void {
    if (!this.#members.has(tab)) this.#welcome(tab);
    switch (word['is']) {
      case 'again':
        if (this.#status.status === 'error') this.#open();
        return this.#state();
      case 'hello':
        return this.#state();
      case 'send':
        // What is lost is repeated by those who need it.
        return void this.#connector?.send(word['to'] as Address, word['message'] as object).catch(() => undefined);
      case 'watch':
        return this.#watch(tab, word['users'] as readonly string[]);
      case 'announce':
        return this.#announce(tab, word['announcement'] as Announcement);
      case 'ask':
        return void this.#answer(tab, word['n']);
      case 'bye':
        return this.#lost(tab);
      default:
    }
  }

  close(): void {
    this.#abort.abort();
    void this.#connector?.close().catch(() => undefined);
    this.#connector = undefined;
    for (const {stop} of this.#watched.values()) stop?.();
    this.#watched.clear();
  }

  #open(): void {
    this.close();
    const abort = new AbortController();
    this.#abort = abort;
    [this.#announced, this.#status] = ['', {status: 'connecting', code: undefined}];
    for (const user of this.#wanted()) this.#watched.set(user, {presence: 'unknown', stop: undefined});
    const status = (...[now, error]: Parameters<ConnectorSink['status']>): void => {
      if (abort.signal.aborted) return;
      const wasOnline = this.#status.status === 'online';
      this.#status = {status: now, code: error?.code};
      this.#state();
      if (now !== 'online' || wasOnline) return;
      this.#announced = '';
      this.#tellAnnouncement();
    };
    const sink: ConnectorSink = {
      status,
      message: (message, sender) => {
        if (!abort.signal.aborted) this.#parts.tell({is: 'message', message, sender, at: this.#parts.now()});
      },
      refused: (call) => this.#parts.tell({is: 'refused', call}),
    };
    void this.#dial(sink, abort.signal).then(
      () => status('online'),
      (error: unknown) => status('error', CallError.from(error, 'connector-failed')),
    );
    this.#state();
  }

  async #dial(sink: ConnectorSink, signal: AbortSignal): Promise<void> {
    this.#connector = this.#parts.create();
    await this.#connector.open(this.#parts.self, sink, signal);
  }

  #state(): void {
    const connector = this.#connector;
    const facts: LineFacts = {
      ...this.#status,
      capabilities: connector ? {...connector.capabilities} : NO_FACTS.capabilities,
      presence: connector?.presence !== undefined,
      ice: connector?.iceServers !== undefined,
      isHidden: this.#parts.isHidden(),
    };
    this.#parts.tell({is: 'state', facts});
    for (const user of this.#watched.keys()) this.#follow(user);
  }

  #welcome(tab: string): void {
    this.#members.set(tab, {users: []});
    this.#parts.mourn(tab, () => this.#lost(tab));
  }

  #lost(tab: string): void {
    this.#members.delete(tab);
    this.#tellAnnouncement();
    this.#unwatch();
  }

  #watch(tab: string, users: readonly string[]): void {
    const member = this.#members.get(tab);
    if (member) member.users = users;
    this.#unwatch();
    for (const user of users) {
      const known = this.#watched.get(user);
      if (known) this.#tellPresence(user, known.presence);
      else this.#watched.set(user, {presence: 'unknown', stop: undefined});
      this.#follow(user);
    }
  }

  readonly #wanted = (): Set<string> => new Set([...this.#members.values()].flatMap(({users}) => users));

  /** Nobody asks for them any more. */
  #unwatch(): void {
    const wanted = this.#wanted();
    for (const [user, {stop}] of this.#watched) {
      if (wanted.has(user)) continue;
      stop?.();
      this.#watched.delete(user);
    }
  }

  /** As soon as the connector can tell how they are. */
  #follow(user: string): void {
    const watched = this.#watched.get(user);
    const connector = this.#connector;
    if (!watched || watched.stop || !connector?.presence) return;
    watched.stop = connector.presence(user, (presence) => {
      if (watched.presence === presence) return;
      watched.presence = presence;
      this.#tellPresence(user, presence);
    });
  }

  #tellPresence(user: string, presence: Presence): void {
    this.#parts.tell({is: 'presence', user, presence});
  }

  #announce(tab: string, announcement: Announcement): void {
    const member = this.#members.get(tab);
    if (!member) return;
    // The last one to say how they are is right.
    this.#members.delete(tab);
    this.#members.set(tab, {...member, announcement});
    this.#tellAnnouncement();
  }

  #tellAnnouncement(): void {
    const all = [...this.#members.values()].flatMap(({announcement}) => (announcement ? [announcement] : []));
    const last = all.at(-1);
    if (!last || this.#status.status !== 'online') return;
    const announcement = {status: last.status, inCall: all.some(({inCall}) => inCall)};
    const before = this.#announced;
    this.#announced = JSON.stringify(announcement);
    if (this.#announced !== before) this.#connector?.announce?.(announcement);
  }

  async #answer(tab: string, n: unknown): Promise<void> {
    const {signal} = this.#abort;
    try {
      // All tabs that ring ask at once.
      this.#asking ??= this.#connector?.iceServers?.().finally(() => (this.#asking = undefined));
      this.#parts.tell({is: 'answer', for: tab, n, answer: fieldsOf(await this.#asking)});
    } catch (error) {
      // Whoever holds the line next is asked again.
      if (!signal.aborted) this.#parts.tell({is: 'answer', for: tab, n, failure: String(error).slice(0, 256)});
    }
  }
}
