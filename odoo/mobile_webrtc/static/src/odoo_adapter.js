import { rpc } from "@web/core/network/rpc";

const CONNECTED = "CONNECTED";
/** Odoo listens to these itself and does not count who else does: taken off once, they are off for the whole tab. */
const PRESENCE = "odoo-presence-";

/** Adds and removes listeners that have to be told each other's wrapper. */
function makePairs(add, remove) {
    const wrappers = new Map();
    const of = (type) => {
        if (!wrappers.has(type)) {
            wrappers.set(type, new Map());
        }
        return wrappers.get(type);
    };
    return {
        add(type, fn, wrapper) {
            of(type).set(fn, wrapper);
            add(type, wrapper);
        },
        remove(type, fn) {
            const wrapper = of(type).get(fn);
            if (wrapper) {
                remove(type, wrapper);
            }
            of(type).delete(fn);
        },
    };
}

/**
 * What the library's "odoo" connector needs of the web client: its requests, and the one websocket that all tabs share.
 *
 * @param {object} bus the bus service
 */
export function makeOdooAdapter(bus) {
    // The bus remembers one wrapper for each function, whatever its type: so each type gets a function of its own.
    const notifications = makePairs(bus.subscribe, bus.unsubscribe);
    const events = makePairs(bus.addEventListener, bus.removeEventListener);
    return {
        rpc: (route, params) => rpc(route, params, { silent: true }),
        subscribe: (type, fn) => notifications.add(type, fn, (payload, info) => fn(payload, info)),
        unsubscribe: (type, fn) => notifications.remove(type, fn),
        addChannel: (name) => bus.addChannel(name),
        deleteChannel: (name) => (name.startsWith(PRESENCE) ? undefined : bus.deleteChannel(name)),
        addEventListener(type, fn) {
            // A tab that comes later hears of no "connect"; it is only told how the connection stands.
            if (type === "connect") {
                const toldState = ({ detail }) => detail === CONNECTED && fn();
                events.add("worker_state_updated", fn, toldState);
            } else if (type !== "reconnect") {
                events.add(type, fn, () => fn());
            }
        },
        removeEventListener: (type, fn) =>
            events.remove(type === "connect" ? "worker_state_updated" : type, fn),
        isConnected: () => bus.workerState === CONNECTED,
    };
}
