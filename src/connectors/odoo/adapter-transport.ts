import {beacon, questionOf} from './http-rpc.js';
import type {OdooAdapter} from './odoo-adapter.js';
import {NOTIFICATIONS} from './odoo-transport.js';
import type {OdooListener, OdooTransport, Rpc} from './odoo-transport.js';
import {rpcError} from './rpc-error.js';

/** In the backend: Odoo's own `rpc`, and the one socket that its worker has for all tabs. */
export const createAdapterTransport = (adapter: OdooAdapter): OdooTransport => {
  const rpc: Rpc = async (route, params, {leaving = false} = {}) => {
    // Odoo's own requests end with the page.
    if (leaving && beacon(route, questionOf(params))) return undefined;
    try {
      return await adapter.rpc(route, params);
    } catch (error) {
      throw rpcError(error);
    }
  };

  const listen = (listener: OdooListener): (() => void) => {
    let isListening = true;
    const online = (): void => {
      if (isListening) listener.online();
    };
    const offline = (): void => listener.offline();
    const subscriptions = NOTIFICATIONS.map((type) => {
      const heard = (payload: unknown, about?: {readonly id: number}): void => listener.notification(type, payload, about?.id ?? 0);
      return [type, heard] as const;
    });
    const events = [['connect', online], ['reconnect', online], ['disconnect', offline], ['reconnecting', offline]] as const;
    for (const [type, heard] of subscriptions) adapter.subscribe(type, heard);
    for (const [event, fn] of events) adapter.addEventListener(event, fn);
    if (adapter.isConnected()) queueMicrotask(online);
    return () => {
      isListening = false;
      for (const [type, heard] of subscriptions) adapter.unsubscribe(type, heard);
      for (const [event, fn] of events) adapter.removeEventListener(event, fn);
    };
  };

  const watch = (channel: string): (() => void) => {
    adapter.addChannel(channel);
    return () => adapter.deleteChannel(channel);
  };

  return {rpc, listen, watch};
};
