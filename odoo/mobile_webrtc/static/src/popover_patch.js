import { Popover } from "@web/core/popover/popover";
import { patch } from "@web/core/utils/patch";

/** Odoo takes a press within an element's shadow for one outside of the popover that the element is in, and closes it. */
export function keepPopoversOpen() {
    patch(Popover.prototype, {
        isInside(target) {
            let shown = target;
            while (shown?.getRootNode?.().host) {
                shown = shown.getRootNode().host;
            }
            return super.isInside(shown);
        },
    });
}
