import { reactive } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { session } from "@web/session";
import { CallElements } from "./call_elements";
import { Calls } from "./calls";
import { guarded } from "./guarded";
import { makeOdooAdapter } from "./odoo_adapter";
import { keepPopoversOpen } from "./popover_patch";
import { CallsSystray } from "./systray";

const NOT_BUILT = _t(
    "Calls are off: their library is missing in the addon. Run “npm run build:odoo” where it comes from."
);

/** Loads the library, hands it what it needs of the web client, and shows its elements. Nothing happens while calls are off. */
async function open(calls, { bus_service: bus, notification }) {
    const library = registry.category("mobile_webrtc").get("library", undefined);
    if (!library) {
        console.warn(NOT_BUILT.toString());
        if (user.isSystem) {
            notification.add(NOT_BUILT.toString(), { type: "warning" });
        }
        return;
    }
    // Outside of the bundles, which would minify it, and with its version in the address, so that its parts belong together.
    const elements = await import(library.url);
    elements.setOdooAdapter?.(makeOdooAdapter(bus));
    calls.watch(elements.controller);
    keepPopoversOpen();
    registry.category("main_components").add("mobile_webrtc.Calls", { Component: Calls });
    registry
        .category("systray")
        .add("mobile_webrtc.Systray", { Component: CallsSystray }, { sequence: 99 });
}

export const callsService = {
    dependencies: ["bus_service", "notification"],
    start(env, services) {
        const calls = reactive(new CallElements());
        if (session.mobile_webrtc?.enabled) {
            calls.mayCall = session.mobile_webrtc.may_call !== false;
            const start = guarded(() => open(calls, services));
            env.bus.addEventListener("WEB_CLIENT_READY", start, { once: true });
        }
        return calls;
    },
};

registry.category("services").add("mobile_webrtc", callsService);
