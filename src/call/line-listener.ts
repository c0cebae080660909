import type {ConnectorSender} from '../connectors/connector.js';
import type {CallError} from '../types/call-error.js';
import type {CallElsewhere} from '../types/call-state.js';
import type {SettledElsewhere} from '../types/tabs.js';

/** Who is told what comes over the line, and how it stands. */
export interface LineListener {
  message(connector: string, message: unknown, sender: ConnectorSender | undefined): void;
  /** The line as a whole changed; `error` says why the connector of that name cannot be had. */
  status(error: CallError | undefined, name: string | undefined): void;
  /** Another tab has a call, or none has. */
  elsewhere(call: CallElsewhere | undefined): void;
  /** A ring was decided in another tab. */
  settled(callId: string, how: SettledElsewhere): void;
}
