import { Component, onMounted, onWillUnmount, useRef, useState } from "@odoo/owl";
import { useService } from "@web/core/utils/hooks";
import { user } from "@web/core/user";
import { session } from "@web/session";
import { guarded } from "./guarded";

const RING_ALWAYS = "available away do-not-disturb";

/** What lives beside the web client through all of its page changes: the line, the popup that rings, the window of the call. */
export class Calls extends Component {
    static template = "mobile_webrtc.Calls";
    static props = {};

    setup() {
        this.calls = useState(useService("mobile_webrtc"));
        this.user = user;
        this.options = session.mobile_webrtc;
        this.log = useRef("log");
        const count = guarded(() => {
            this.calls.missed = this.log.el.missed || 0;
        });
        const observer = new MutationObserver(count);
        onMounted(() => {
            observer.observe(this.log.el, { attributeFilter: ["missed"] });
            count();
        });
        onWillUnmount(() => observer.disconnect());
    }

    get avatar() {
        return `/web/image/res.partner/${user.partnerId}/avatar_128`;
    }

    /** Where a ring shall sound in spite of a status; undefined where the library decides. */
    get ringWhile() {
        return this.options.ring_while_do_not_disturb ? RING_ALWAYS : undefined;
    }
}
