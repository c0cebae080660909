import type {Address, Announcement, Connector, ConnectorCapabilities, ConnectorSelf, ConnectorSender, ConnectorSink} from '../connectors/connector.js';
import {fieldsOf, textField} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import {CallError} from '../types/call-error.js';
import type {CallErrorCode} from '../types/call-error.js';
import {IceDesk} from './ice-desk.js';
import {LineLeader} from './line-leader.js';
import {NO_FACTS, readFacts, readPresence} from './line-words.js';
import {LineTurn} from './line-turn.js';
import {PresenceDesk} from './presence-desk.js';
import {StandBy} from './stand-by.js';
import {TabCircle} from './tab-circle.js';
import type {TabWorld} from './tab-world.js';

/** Milliseconds after which a message that a tab has slept through is not news any more. */
const STALE = 4000;

/** One line for all tabs of a person: the tab that holds a lock has the real connector, the others speak through it. */
export class SharedConnector implements Connector {
  readonly #world: TabWorld;
  readonly #name: string;
  readonly #standBy: StandBy;
  readonly #closing = new AbortController();
  readonly #presence = new PresenceDesk(() => this.#say({is: 'watch', users: this.#presence.users}));
  readonly #ice = new IceDesk((word) => this.#say(word));
  #circle: TabCircle | undefined;
  #leader: LineLeader | undefined;
  /** The tab that holds the line. */
  #holder: string | undefined;
  #self: ConnectorSelf | undefined;
  #sink: ConnectorSink | undefined;
  #facts = NO_FACTS;
  #told = '';
  #announcement: Announcement | undefined;
  #hasAskedAgain = false;
  #opened: {readonly resolve: () => void; readonly reject: (error: CallError) => void} | undefined;
  #turn: LineTurn | undefined;

  constructor(world: TabWorld, name: string, create: () => Connector) {
    [this.#world, this.#name, this.#standBy] = [world, name, new StandBy(create)];
  }

  /** This tab holds the line. */
  get isLeading(): boolean {
    return this.#leader !== undefined;
  }

  get capabilities(): ConnectorCapabilities {
    return this.#facts.capabilities;
  }

  get presence() {
    return this.#facts.presence ? this.#presence.watch : undefined;
  }

  get iceServers() {
    return this.#facts.ice ? this.#ice.ask : undefined;
  }

  async open(self: ConnectorSelf, sink: ConnectorSink, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => void this.close(), {once: true});
    [this.#self, this.#sink] = [self, sink];
    const opened = new Promise<void>((resolve, reject) => (this.#opened = {resolve, reject}));
    this.#circle = new TabCircle(this.#world, this.#name, (tab, word) => this.#heard(tab, word));
    this.#turn = new LineTurn({
      world: this.#world,
      lock: `${this.#name}:line`,
      ask: () => this.#say({is: 'hello'}),
      held: () => this.#lead(),
      lost: () => this.#stepDown(),
    });
    this.#turn.start();
    await opened;
  }

  async send({user, endpoint}: Address, message: object): Promise<void> {
    if (this.#facts.status !== 'online' || !this.#circle) throw new CallError('signaling-lost');
    this.#say({is: 'send', to: {user, endpoint}, message});
  }

  announce(announcement: Announcement): void {
    this.#announcement = announcement;
    this.#say({is: 'announce', announcement});
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#say({is: 'bye'});
    // First the line, then the lock: the next one must not find it in use.
    this.#stepDown();
    this.#closing.abort();
    this.#turn?.close();
    this.#circle?.close();
    this.#circle = undefined;
    this.#standBy.close();
    this.#ice.giveUp();
    this.#opened?.reject(new CallError('signaling-lost'));
    this.#opened = undefined;
    this.#presence.forget();
  }

  #stepDown(): void {
    this.#leader?.close();
    this.#leader = undefined;
  }

  #lead(): void {
    const {id} = this.#circle ?? {};
    if (!id || !this.#self) return;
    this.#leader = new LineLeader({
      self: this.#self,
      now: () => this.#world.clock.now(),
      isHidden: () => !this.#world.isVisible,
      create: this.#standBy.take,
      mourn: (tab, gone) => {
        if (tab !== id) this.#circle?.mourn(tab, gone);
      },
      tell: (word) => {
        this.#circle?.post(word);
        // While its leader is only being made, it cannot be spoken to.
        queueMicrotask(() => this.#heard(id, {...word}));
      },
    });
  }

  /** To the tab that holds the line, whichever it is. */
  #say(word: object): void {
    if (this.#leader && this.#circle) this.#leader.heard(this.#circle.id, {...word});
    else this.#circle?.post(word);
  }

  #heard(tab: string, word: Fields): void {
    if (!this.#circle) return;
    switch (word['is']) {
      case 'state':
        return this.#stands(tab, word);
      case 'message':
        return this.#message(word);
      case 'refused':
        return this.#sink?.refused?.(textField(word, 'call', 64) ?? '');
      case 'presence':
        return this.#presence.put(...(readPresence(word) ?? ['', 'unknown']));
      case 'answer':
        return word['for'] === this.#circle.id ? this.#ice.answered(word) : undefined;
      default:
        if (tab !== this.#circle.id) this.#leader?.heard(tab, word);
    }
  }

  #stands(tab: string, word: Fields): void {
    const facts = readFacts(word);
    if (!facts) return;
    this.#turn?.answered();
    const isOther = tab !== this.#holder;
    [this.#holder, this.#facts] = [tab, facts];
    const told = JSON.stringify([tab, facts]);
    if (told !== this.#told) {
      this.#told = told;
      const error = facts.code === undefined ? undefined : new CallError(facts.code as CallErrorCode);
      this.#turned(error);
    }
    if (isOther) this.#introduce();
    if (facts.status === 'online') this.#ice.heldBy(tab);
    // Browsers let a hidden tab try again once a minute only.
    if (facts.status === 'offline' && facts.isHidden) this.#turn?.hurry();
  }

  #turned(error: CallError | undefined): void {
    const {status} = this.#facts;
    if (!this.#opened) return this.#sink?.status(status, error);
    if (status === 'error' && !this.#hasAskedAgain && !this.#leader) {
      // It was in vain for others; whoever opens a line wants to know how it is now.
      this.#hasAskedAgain = true;
      return this.#say({is: 'again'});
    }
    if (status !== 'error') this.#sink?.status(status, error);
    if (status === 'online') this.#opened.resolve();
    else if (status === 'error') this.#opened.reject(error ?? new CallError('connector-failed'));
    else return;
    this.#opened = undefined;
  }

  /** A leader that is new knows nothing of this tab. */
  #introduce(): void {
    this.#presence.forget();
    if (this.#presence.users.length) this.#say({is: 'watch', users: this.#presence.users});
    if (this.#announcement) this.#say({is: 'announce', announcement: this.#announcement});
  }

  #message({message, sender, at}: Fields): void {
    if (typeof at !== 'number' || Math.abs(this.#world.clock.now() - at) > STALE) return;
    const {type, to} = fieldsOf(message) ?? {};
    const endpoint = fieldsOf(to)?.['endpoint'];
    if (endpoint !== undefined && endpoint !== this.#self?.endpoint) return;
    // Whoever closes the tab that holds the line must not lose the call.
    if (type === 'ring' && !this.#leader && this.#self) this.#standBy.prepare(this.#self);
    this.#sink?.message(message, fieldsOf(sender) as ConnectorSender | undefined);
  }
}
