import type {DataConnection, Peer, PeerConnectOption} from 'peerjs';

/** The parts of PeerJS that its own connection classes use; `socket` is there for them, not for pages. */
interface Provider {
  readonly socket: {send(message: object): void};
  _removeConnection(connection: unknown): void;
}

interface Options extends PeerConnectOption {
  readonly connectionId?: string;
  /** Set on a connection that the other side began. */
  readonly _payload?: unknown;
}

/** Stands where PeerJS expects a connection, and opens none. */
class NoConnection {
  readonly type = 'data';
  readonly open = false;
  readonly peerConnection = undefined;
  readonly connectionId: string;
  readonly metadata: unknown;
  readonly peer: string;
  readonly #provider: Provider;

  constructor(peer: string, provider: Provider, {connectionId, metadata}: Options) {
    this.peer = peer;
    this.#provider = provider;
    this.connectionId = connectionId ?? `call_${Math.random().toString(36).slice(2)}`;
    this.metadata = metadata as unknown;
    // PeerJS files a connection right after making it; nobody needs it there.
    queueMicrotask(() => this.close());
  }

  handleMessage(): void {}

  close(): void {
    this.#provider._removeConnection(this);
  }
}

/**
 * One message over PeerServer: what PeerJS takes for the offer of a data connection carries it as metadata, and
 * nothing follows. The other side gets PeerJS's ordinary `connection` event; no RTCPeerConnection is made, no address
 * is told.
 */
class PipeConnection extends NoConnection {
  constructor(peer: string, provider: Provider, options: Options) {
    super(peer, provider, options);
    if (options._payload) return;
    const {connectionId, metadata} = this;
    const payload = {type: 'data', serialization: 'call', label: connectionId, connectionId, reliable: true, metadata};
    provider.socket.send({type: 'OFFER', payload, dst: peer});
  }
}

type ConnectionClass = new (peer: string, provider: Peer, options: unknown) => DataConnection;

const refuse = NoConnection as unknown as ConnectionClass;

/**
 * What PeerJS is to do about data connections: ours are a pipe, and strangers' are refused. (PeerJS itself
 * answers every stranger's data connection, and so gives away an idle page's address.)
 */
export const PIPE_SERIALIZERS: Record<string, ConnectionClass> = {
  call: PipeConnection as unknown as ConnectionClass,
  default: refuse,
  binary: refuse,
  'binary-utf8': refuse,
  json: refuse,
  raw: refuse,
};
