import type {Clock} from '../../util/clock.js';
import type {ConnectorSender} from '../connector.js';
import type {Rpc} from './odoo-transport.js';

/** What a call needs of the connector. */
export interface OdooCallParts {
  readonly rpc: Rpc;
  readonly clock: Clock;
  /** Who the person here is. */
  readonly self: string;
  /** A page of this browser has that endpoint. */
  isOurs(endpoint: string): boolean;
  isLeaving(): boolean;
  deliver(message: object, sender: ConnectorSender): void;
}
