import type {ConnectorSender} from '../connectors/connector.js';
import type {CallError} from '../types/call-error.js';
import type {SettledElsewhere} from '../types/tabs.js';
import type {CallStore} from './call-store.js';

/** Who is told what comes over the line, and how it stands. */
export interface LineListener {
  /** Where it is put how the line stands, and whether another tab has a call. */
  readonly store: CallStore;
  trouble(error: CallError, recoverable: boolean): void;
  message(connector: string, message: unknown, sender: ConnectorSender | undefined): void;
  /** A ring was decided in another tab. */
  settled(callId: string, how: SettledElsewhere): void;
}
