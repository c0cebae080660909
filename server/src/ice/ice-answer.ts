/** Where a list came from, in the order of fallback. */
export type IceSourceName = 'twilio' | 'coturn' | 'list' | 'none';

/** As in RTCPeerConnection's configuration. */
export interface IceServer {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** Why a better source was not used; for administrators. No secret, no address of a client. */
export interface IceFailure {
  readonly source: IceSourceName;
  readonly code: string;
  readonly message: string;
}

export interface IceAnswer {
  readonly iceServers: readonly IceServer[];
  /** Seconds for which the credentials still hold. */
  readonly ttl: number;
  readonly source: IceSourceName;
  /** Only for administrators. */
  readonly failures?: readonly IceFailure[];
}
