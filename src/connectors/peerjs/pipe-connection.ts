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

/**
 * One message over PeerServer: what PeerJS takes for the offer of a data connection carries it as metadata, and
 * nothing follows. The other side gets PeerJS's ordinary `connection` event; no RTCPeerConnection is made, no address
 * is told.
 */
class PipeConnection {
  readonly connectionId: string;
  readonly metadata: unknown;
  readonly peer: string;
  readonly #provider: Provider;

  constructor(peer: string, provider: Provider, {connectionId, metadata, _payload}: Options) {
    this.peer = peer;
    this.#provider = provider;
    this.connectionId = connectionId ?? String(Math.random());
    this.metadata = metadata as unknown;
    // PeerJS files a connection right after making it; nobody needs it there.
    queueMicrotask(() => this.close());
    if (_payload) return;
    const payload = {type: 'data', serialization: 'call', connectionId: this.connectionId, metadata: this.metadata};
    provider.socket.send({type: 'OFFER', payload, dst: peer});
  }

  close(): void {
    this.#provider._removeConnection(this);
  }
}

type ConnectionClass = new (peer: string, provider: Peer, options: unknown) => DataConnection;

/** What PeerJS is to do about data connections of ours; `guardSocket` lets it see no others. */
export const PIPE_SERIALIZERS = {call: PipeConnection as unknown as ConnectionClass};
