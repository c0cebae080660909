import type {Fields} from '../../protocol/fields.js';
import type {CallError} from '../../types/call-error.js';
import type {Connector, ConnectorCapabilities, ConnectorSender} from '../connector.js';

/** What PeerJS says when it opens a connection; without a token of ours it makes one up. */
export interface Entry {
  readonly id: string;
  readonly token?: string;
}

/** In what PeerServers differ: how a page is let in, under which ids a user is found, and who says who a sender is. */
export interface Session extends Pick<Connector, 'presence' | 'announce' | 'iceServers'> {
  readonly capabilities: ConnectorCapabilities;
  /** For the next connection. Rejects with a `CallError` when there is none to be had; with anything else in an outage. */
  enter(): Promise<Entry>;
  /** `enter` may be wanted in a moment. */
  prepare?(): Promise<void>;
  /** Takes what came over the socket; true for the server's word that this page is in. */
  heard(frame: Fields): boolean;
  /** The ids that reach all pages of a user. */
  idsOf(user: string): readonly string[];
  /** Undefined for nobody that we could name. */
  senderOf(id: string, metadata: Fields): ConnectorSender | undefined;
  /** The id was taken; true when another can be tried at once. */
  tryNextId?(): boolean;
  /** What the next probe carries, and what its echo brought. */
  probe?(): object;
  echo?(metadata: Fields): void;
  /** The server did not let us in, `isMute` although it opened the line: why that will not change, or undefined for an outage. */
  whyNot?(isMute: boolean): Promise<CallError | undefined>;
  /** The connection is gone. */
  leave?(): void;
}
