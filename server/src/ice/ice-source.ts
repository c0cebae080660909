import type {IceServer, IceSourceName} from './ice-answer.js';

/** Milliseconds that one question to a source may take. */
export const BUDGET = 2000;

/** What a source gives: servers, and for how many seconds their credentials hold. */
export interface IceGrant {
  readonly iceServers: readonly IceServer[];
  readonly ttl: number;
}

export interface IceSourceStatus {
  /** off: nothing is configured. paused: it failed repeatedly and is left alone for a while. */
  readonly state: 'off' | 'ready' | 'failing' | 'paused';
  /** Where its configuration comes from. */
  readonly from?: 'settings' | 'configuration';
  /** Of the last failure. */
  readonly code?: string;
  readonly message: string;
}

export interface IceSource {
  readonly name: IceSourceName;
  /** Undefined where nothing is configured. Rejects with an `IceSourceError`. */
  take(userId: string): Promise<IceGrant | undefined>;
  status(): Promise<IceSourceStatus>;
  close?(): void;
}
