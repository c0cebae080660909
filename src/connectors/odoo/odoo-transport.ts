import type {CallError} from '../../types/call-error.js';

/** Where a transport puts what it gets. */
export interface OdooListener {
  /** One notification of the bus; the same may come again, under the same id. */
  notification(type: string, payload: unknown, id: number): void;
  /** Notifications come in from now on. */
  online(): void;
  /** They do not; it comes back by itself. With an error, that is not to be expected soon. */
  offline(error?: CallError): void;
}

/**
 * Asks a JSON route of Odoo; settles with its `result`, undefined for None. Rejects with a `CallError`. `leaving`: the page
 * goes away, so that it must get out without anybody waiting for the answer.
 */
export type Rpc = (route: string, params: object, options?: {readonly leaving?: boolean}) => Promise<unknown>;

/** The two ways of Odoo: questions go by HTTP, news come over the bus. */
export interface OdooTransport {
  readonly rpc: Rpc;
  /** Until the returned function is called. */
  listen(listener: OdooListener): () => void;
  /** Hears a bus channel that the server does not give by itself. */
  watch(channel: string): () => void;
  /** Somebody looks at the page, or wants to call: it is to be online, if it can. */
  hurry?(): void;
}

/** What the bus says that is for us. */
export const NOTIFICATIONS = [
  'webrtc_call_invitation',
  'webrtc_signaling',
  'webrtc_call_answered',
  'webrtc_call_ended',
  'bus.bus/im_status_updated',
] as const;
