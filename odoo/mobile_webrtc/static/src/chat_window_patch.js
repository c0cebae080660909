import { ChatWindow } from "@mail/core/common/chat_window";
import { useState } from "@odoo/owl";
import { useService } from "@web/core/utils/hooks";
import { patch } from "@web/core/utils/patch";
import { calleeOf } from "./call_target";

patch(ChatWindow.prototype, {
    setup() {
        super.setup(...arguments);
        this.calls = useState(useService("mobile_webrtc"));
    },
    /** Whom the buttons of this window call; undefined where there are none. */
    get callTarget() {
        const target = this.calls.isReady && !this.ui.isSmall ? calleeOf(this.thread) : undefined;
        return this.calls.isShown(target?.callee) ? target : undefined;
    },
});
