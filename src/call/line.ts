import type {Address, Connector, ConnectorSink, ConnectorStatus} from '../connectors/connector.js';
import {loadWay} from '../connectors/find-connector.js';
import type {Arrived} from '../tabs/ring-gate.js';
import {soleLayer} from '../tabs/tab-layer.js';
import type {TabLayer} from '../tabs/tab-layer.js';
import {CallError} from '../types/call-error.js';
import type {CallState, LineState} from '../types/call-state.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {Presence} from '../types/presence.js';
import type {Tabs} from '../types/tabs.js';
import {lineIdentity} from './line-identity.js';
import type {LineListener} from './line-listener.js';
import {LineNews} from './line-news.js';
import {mainConnector} from './main-connector.js';
import {PresenceWatch} from './presence-watch.js';

/** The tabs that a line belongs to, which pass on what is for this one. */
export type LayerFactory = (pass: (arrived: Arrived) => void) => TabLayer;

interface Open {
  readonly abort: AbortController;
  ready: Promise<Connector>;
  connector: Connector | undefined;
  status: ConnectorStatus;
}

/** The page's connections to signalling: one for each connector in use, each on its own if another fails. */
export class Line {
  /** What is to be done about a call that the server does not let begin. */
  refused: ((call: string) => void) | undefined;
  readonly #news: LineNews;
  readonly #endpoint: string;
  readonly #layer: TabLayer;
  readonly #open = new Map<string, Open>();
  readonly #presence = new PresenceWatch((name) => this.#configuration && this.connector(name ?? mainConnector(this.#configuration)));
  #configuration: CallConfiguration | undefined;
  #inCall = false;

  constructor(listener: LineListener, endpoint: string, layer: LayerFactory = soleLayer) {
    this.#news = new LineNews(this, listener);
    this.#endpoint = endpoint;
    this.#layer = layer(({connector, message, sender}) => listener.message(connector, message, sender));
    const {tabs} = this;
    tabs.listen({changed: () => listener.store.patch({elsewhere: tabs.elsewhere}), settled: (...news) => listener.settled(...news)});
  }

  get tabs(): Tabs {
    return this.#layer.tabs;
  }

  /** Opens what `configuration` asks for; what is open already and the same stays as it is. */
  configure(configuration: CallConfiguration): void {
    const before = this.#configuration;
    this.#configuration = configuration;
    // Whoever comes anew says so when the line is there; on the old line, it would be said of somebody else.
    if (!before || lineIdentity(before) !== lineIdentity(configuration)) this.#openAll(configuration);
    else if (before.status !== configuration.status) this.#announce();
  }

  /** Tells `fn` how `user` is, whenever that is another than `unknown`, or than it was. */
  presence(user: string, fn: (presence: Presence) => void, name: string | undefined): () => void {
    return this.#presence.add(user, fn, name);
  }

  get state(): LineState {
    if (!this.#configuration?.userId) return 'off';
    return this.status(mainConnector(this.#configuration)) ?? 'off';
  }

  /** What the admin of the server for calls out decided, as far as it is known. */
  get decided(): Pick<CallState, 'offers' | 'mayCall'> {
    const {connectors = [], policy} = (this.#configuration && this.connector(mainConnector(this.#configuration))?.capabilities) ?? {};
    return {offers: connectors, mayCall: policy?.mayCall !== false};
  }

  /** The connector once it can send; opened now if it is not open, or could not be. Rejects with why not. */
  async ready(name: string): Promise<Connector> {
    const open = this.#open.get(name);
    return (open && open.status !== 'error' ? open : this.#connect(name)).ready;
  }

  status(name: string): ConnectorStatus | undefined {
    return this.#open.get(name)?.status;
  }

  /** The connector, while it is open. */
  connector(name: string): Connector | undefined {
    return this.#open.get(name)?.connector;
  }

  /** Sends if it can; what is lost is repeated by those who need it. */
  send(name: string, to: Address, message: object): void {
    attempt(
      () => this.connector(name)?.send(to, message),
      (error) => console.debug(`call-elements: ${name} did not send`, error),
    );
  }

  /** Tells those who may see it whether the person here is in a call. */
  announce(inCall: boolean): void {
    if (inCall === this.#inCall) return;
    this.#inCall = inCall;
    this.#announce();
  }

  /** Lets go of everything, until it is configured again. */
  close(): void {
    this.#configuration = undefined;
    this.#release();
    this.#layer.close();
    this.#presence.refresh();
  }

  #openAll(configuration: CallConfiguration): void {
    this.#release();
    this.#layer.open(configuration);
    if (configuration.userId) {
      for (const name of new Set([mainConnector(configuration), ...configuration.connectors])) this.#connect(name);
    }
    this.#changed(undefined, undefined);
  }

  #release(): void {
    for (const open of this.#open.values()) release(open);
    this.#open.clear();
  }

  #changed(error: CallError | undefined, name: string | undefined): void {
    this.#presence.refresh();
    this.#layer.look();
    this.#news.tell(this.#configuration && mainConnector(this.#configuration), error, name);
  }

  #connect(name: string): Open {
    release(this.#open.get(name));
    const abort = new AbortController();
    const open: Open = {abort, ready: this.#openConnector(name, abort.signal), connector: undefined, status: 'connecting'};
    this.#open.set(name, open);
    open.ready.catch((error: unknown) => {
      if (abort.signal.aborted || open.status === 'online') return;
      this.#status(name, abort.signal, 'error', CallError.from(error, 'connector-failed'));
    });
    return open;
  }

  async #openConnector(name: string, signal: AbortSignal): Promise<Connector> {
    const create = await loadWay(name);
    // A link-out opens its page at any time; there is nothing to be sent by it.
    if (typeof create !== 'function') {
      this.#status(name, signal, 'online');
      throw new CallError('connector-unknown');
    }
    const configuration = this.#configuration;
    if (signal.aborted || !configuration) throw new CallError('signaling-lost');
    const connector = this.#layer.connect(name, create, configuration);
    const {userId, userName, userAvatar} = configuration;
    const self = {user: userId, endpoint: this.#endpoint, name: userName, avatar: userAvatar};
    const open = this.#open.get(name);
    if (open) open.connector = connector;
    const sink: ConnectorSink = {
      message: (message, sender) => {
        if (!signal.aborted) this.#layer.arrived({connector: name, message, sender});
      },
      status: (status, error) => this.#status(name, signal, status, error),
      refused: (call) => this.refused?.(call),
    };
    await connector.open(self, sink, signal);
    this.#status(name, signal, 'online');
    return connector;
  }

  #status(name: string, signal: AbortSignal, status: ConnectorStatus, error?: CallError): void {
    const open = this.#open.get(name);
    if (signal.aborted || !open) return;
    const {connector} = open;
    const isBack = status === 'online' && open.status !== status;
    open.status = status;
    if (isBack && connector) {
      // It may not have been possible to open it, and yet it came online by itself.
      open.ready = Promise.resolve(connector);
      this.#announce();
    }
    this.#changed(error, name);
  }

  #announce(): void {
    const {status = 'available'} = this.#configuration ?? {};
    for (const {connector} of this.#open.values()) attempt(() => connector?.announce?.({status, inCall: this.#inCall}));
  }
}

/** A connector that throws instead of rejecting must not stop those who use it. */
const attempt = (fn: () => unknown, failed: (error: unknown) => void = () => undefined): void => {
  void (async () => fn())().catch(failed);
};

const release = (open: Open | undefined): void => {
  open?.abort.abort();
  attempt(() => open?.connector?.close());
};
