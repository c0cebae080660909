import { rpc } from "@web/core/network/rpc";

/**
 * What the library's "odoo" connector needs of the web client: its requests, and the one websocket that all tabs share.
 *
 * @param {object} bus the bus service
 */
export function makeOdooAdapter(bus) {
    // The bus keeps one wrapper for each function: a function of its own for each type can always be taken off again.
    const wrappers = new Map();
    const key = (type, fn) => {
        if (!wrappers.has(fn)) {
            wrappers.set(fn, new Map());
        }
        return wrappers.get(fn);
    };
    return {
        rpc: (route, params) => rpc(route, params, { silent: true }),
        subscribe(type, fn) {
            const wrapper = (payload, info) => fn(payload, info);
            key(type, fn).set(type, wrapper);
            bus.subscribe(type, wrapper);
        },
        unsubscribe(type, fn) {
            const wrapper = key(type, fn).get(type);
            if (wrapper) {
                bus.unsubscribe(type, wrapper);
            }
            key(type, fn).delete(type);
        },
        addChannel: (name) => bus.addChannel(name),
        deleteChannel: (name) => bus.deleteChannel(name),
        addEventListener: (type, fn) => bus.addEventListener(type, fn),
        removeEventListener: (type, fn) => bus.removeEventListener(type, fn),
        isConnected: () => bus.workerState === "CONNECTED",
    };
}
