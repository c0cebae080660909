import type {IceAnswer} from '../ice/ice-sources.js';
import type {CallConfiguration, IpPrivacy, UserStatus} from '../types/configuration.js';
import type {ConnectorOffer} from '../types/connector-offer.js';
import type {CallError} from '../types/call-error.js';
import type {Presence} from '../types/presence.js';

/** A user, and perhaps one of their endpoints (a page of theirs that is open). */
export interface Address {
  readonly user: string;
  readonly endpoint?: string | undefined;
}

/** Who opens a connector. */
export interface ConnectorSelf {
  readonly user: string;
  /** Names this page among all that the user has open, on all devices. */
  readonly endpoint: string;
  readonly name: string;
  readonly avatar: string;
}

/** What the transport itself knows of a sender, however the message describes itself. */
export interface ConnectorSender {
  /** The user id that the transport vouches for, where `identity` is `verified` or the transport assigns ids. */
  readonly user?: string | undefined;
  readonly name?: string | undefined;
  readonly avatar?: string | undefined;
}

export type ConnectorStatus = 'connecting' | 'online' | 'offline' | 'error';

/** What a server's admin decided for pages that do not say otherwise. */
export interface CallPolicy {
  /** False: nobody may call. */
  readonly mayCall?: boolean | undefined;
  /** Seconds. */
  readonly ringTimeout?: number | undefined;
  readonly ipPrivacy?: IpPrivacy | undefined;
  readonly ringWhileDoNotDisturb?: boolean | undefined;
}

/** Where a connector puts what it gets. No function throws. */
export interface ConnectorSink {
  /** Any message; it is validated here, not by the connector. */
  message(message: unknown, sender?: ConnectorSender): void;
  /** How the connection stands; `error` says why it cannot be made. Said again when `capabilities` are others. */
  status(status: ConnectorStatus, error?: CallError): void;
  /** The server does not let the call of that id begin. */
  refused?(call: string): void;
}

export interface ConnectorCapabilities {
  /** `verified` when the transport proves who the sender is. */
  readonly identity: 'verified' | 'claimed';
  readonly presence: boolean;
  readonly ice: boolean;
  /** Largest message in bytes of JSON. */
  readonly maxBytes: number;
  /** Of its server; it may change while it is open. */
  readonly policy?: CallPolicy | undefined;
  /** Which connectors that server's admin offers, in order, and switched off; it may change like the policy. */
  readonly connectors?: readonly ConnectorOffer[] | undefined;
}

export type {Presence};

/** What a page says of the person in front of it. */
export interface Announcement {
  readonly status: UserStatus;
  readonly inCall: boolean;
}

/**
 * A pipe for messages between users, and nothing else: ids, order, acknowledgements, repeats, glare, busy,
 * time limits and all of RTC belong to the core. Messages are plain JSON and may be lost, doubled, late or out
 * of order. A connector reconnects by itself and says so through `status`.
 */
export interface Connector {
  readonly capabilities: ConnectorCapabilities;
  /**
   * Opens as `self`. Settles when the first message can be sent; rejects with a `CallError` when that is not to be
   * expected, although it may still come online later and say so. Aborting `signal` is the same as `close()`.
   */
  open(self: ConnectorSelf, sink: ConnectorSink, signal: AbortSignal): Promise<void>;
  /** Sends to all endpoints of a user, or to one. Rejects when it is known not to have gone out. */
  send(to: Address, message: object): Promise<void>;
  /** Tells `fn` how `user` is, now and on each change, until the returned function is called. */
  presence?: ((user: string, fn: (presence: Presence) => void) => () => void) | undefined;
  /** ICE servers for this user, fresh. */
  iceServers?: (() => Promise<IceAnswer>) | undefined;
  /** Tells how the person here is: called on each change, and each time that it comes online. */
  announce?(announcement: Announcement): void;
  /** It may be opened in a moment, as `self`, or never: fetches what that takes. May be called again while it waits. */
  prepare?(self: ConnectorSelf): void;
  /** Lets go of everything; may be called twice. */
  close(): Promise<void>;
}

/** Makes a connector for a configuration. */
export interface ConnectorFactory {
  (configuration: CallConfiguration): Connector;
  /**
   * True when one connection can serve all tabs of a person in a browser: it takes what is sent to any endpoint of the
   * user, not only to the one that opened it, and sends in the name of each (`from.endpoint` of the message). The tabs
   * then open it once, in one of them. Others are opened by each tab for itself.
   */
  readonly isShareable?: boolean;
}
