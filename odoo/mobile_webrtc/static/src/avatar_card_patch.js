import { AvatarCardPopover } from "@mail/discuss/web/avatar_card/avatar_card_popover";
import { useState } from "@odoo/owl";
import { useService } from "@web/core/utils/hooks";
import { patch } from "@web/core/utils/patch";
import { calleeOfUser } from "./call_target";

patch(AvatarCardPopover.prototype, {
    setup() {
        super.setup(...arguments);
        this.calls = useState(useService("mobile_webrtc"));
    },
    /** Whom the buttons of this card call; undefined where there are none. */
    get callTarget() {
        const target = this.calls.isReady && this.user ? calleeOfUser(this.user) : undefined;
        return this.calls.isShown(target?.callee) ? target : undefined;
    },
});
