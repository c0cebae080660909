import {shared} from '../../util/shared.js';

type BusEvent = 'connect' | 'disconnect' | 'reconnect' | 'reconnecting';

/** What Odoo's backend has already, handed over by the addon: its `rpc` and its `bus_service`, so that no second socket is opened. */
export interface OdooAdapter {
  /** `rpc` of `@web/core/network/rpc`, without a loading bar. */
  rpc(route: string, params: object): Promise<unknown>;
  subscribe(type: string, fn: (payload: unknown, about: {readonly id: number}) => void): void;
  unsubscribe(type: string, fn: (payload: unknown, about: {readonly id: number}) => void): void;
  addChannel(name: string): void;
  deleteChannel(name: string): void;
  addEventListener(type: BusEvent, fn: () => void): void;
  removeEventListener(type: BusEvent, fn: () => void): void;
  /** Notifications come in now. */
  isConnected(): boolean;
}

/** Where it is kept. */
export const odooShelf = (): {adapter?: OdooAdapter | undefined} => shared('odoo', () => ({}));

/** Gives the connector `odoo` of this page, in whichever copy of the library, the backend's own ways. Before a line is opened. */
export const setOdooAdapter = (adapter: OdooAdapter | undefined): void => {
  odooShelf().adapter = adapter;
};
