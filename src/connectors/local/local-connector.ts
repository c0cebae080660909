import {CallError} from '../../types/call-error.js';
import {fieldsOf} from '../../protocol/fields.js';
import type {Address, Connector, ConnectorFactory, ConnectorSelf, ConnectorSink} from '../connector.js';

const CHANNEL = 'call-elements/1';

/** Pages of one browser and one origin, by BroadcastChannel: no server at all, and nobody's word for who is who. */
class LocalConnector implements Connector {
  readonly capabilities = {identity: 'claimed', presence: false, ice: false, maxBytes: 1_000_000} as const;
  #channel: BroadcastChannel | undefined;

  async open(self: ConnectorSelf, sink: ConnectorSink, signal: AbortSignal): Promise<void> {
    if (typeof BroadcastChannel === 'undefined') throw new CallError('connector-failed');
    signal.throwIfAborted();
    const channel = new BroadcastChannel(CHANNEL);
    this.#channel = channel;
    channel.onmessage = ({data}: MessageEvent<unknown>) => {
      const parcel = fieldsOf(data);
      const to = fieldsOf(parcel?.['to']);
      const isForUs = to?.['user'] === self.user && (to['endpoint'] ?? self.endpoint) === self.endpoint;
      if (isForUs) sink.message(parcel?.['message']);
    };
    signal.addEventListener('abort', () => void this.close(), {once: true});
    sink.status('online');
  }

  async send(to: Address, message: object): Promise<void> {
    if (!this.#channel) throw new CallError('signaling-lost');
    this.#channel.postMessage({to: {user: to.user, endpoint: to.endpoint}, message});
  }

  async close(): Promise<void> {
    this.#channel?.close();
    this.#channel = undefined;
  }
}

export const createLocalConnector: ConnectorFactory = () => new LocalConnector();
