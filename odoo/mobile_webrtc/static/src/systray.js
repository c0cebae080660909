import { useDiscussSystray } from "@mail/utils/common/hooks";
import { Component, useState } from "@odoo/owl";
import { Dropdown } from "@web/core/dropdown/dropdown";
import { useDropdownState } from "@web/core/dropdown/dropdown_hooks";
import { _t } from "@web/core/l10n/translation";
import { useChildRef, useService } from "@web/core/utils/hooks";
import { guarded } from "./guarded";

/** The window of a call lies above everything, in the browser's top layer: the menu has to lie there, too. */
function raise(menu) {
    menu.popover = "manual";
    menu.showPopover?.();
}

/** Who is being talked to, how many calls were missed; and in its menu the status and the calls of the person here. */
export class CallsSystray extends Component {
    static template = "mobile_webrtc.Systray";
    static components = { Dropdown };
    static props = {};

    setup() {
        this.calls = useState(useService("mobile_webrtc"));
        this.dropdown = useDropdownState();
        this.discussSystray = useDiscussSystray();
        this.menuRef = useChildRef();
        this.raise = guarded(() => raise(this.menuRef.el));
        this.hangUp = guarded(() => this.calls.hangUp());
    }

    get title() {
        const { isLive, isElsewhere, peer, missed } = this.calls;
        if (isLive) {
            return isElsewhere
                ? _t("Call with %s, in another tab", peer.name)
                : _t("Call with %s", peer.name);
        }
        return missed ? _t("Missed calls: %s", missed) : _t("Calls");
    }

    /** The request is carried out after it was announced, by an element that must still be there. */
    closeSoon() {
        setTimeout(() => this.dropdown.close());
    }
}
