import { threadActionsRegistry } from "@mail/core/common/thread_actions";
import { useComponent, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";
import { calleeOf } from "./call_target";
import { guarded } from "./guarded";

const NAMES = {
    audio: { call: _t("Ring: Audio Call"), answer: _t("Answer"), end: _t("Hang Up") },
    video: { call: _t("Ring: Video Call"), answer: _t("Answer with Video"), end: _t("Hang Up") },
};

const calleeIn = ({ thread }) => calleeOf(thread)?.callee;

/** Buttons of a conversation's head. A chat window shows only four of all, so it has ours beside them. */
function threadAction(media) {
    const wish = (component) => component.calls.wish(calleeIn(component));
    const icon = (component) => {
        const drawing = wish(component) === "end" ? "end" : media;
        return `o_mobile_webrtc_icon o_mobile_webrtc_${drawing}`;
    };
    return {
        condition(component) {
            const { calls, props, env } = component;
            if (!calls?.isReady || (props.chatWindow && !env.services.ui.isSmall)) {
                return false;
            }
            // One button ends the call.
            const isOne = media === "audio" && wish(component) === "end";
            return calls.isShown(calleeIn(component)) && !isOne;
        },
        disabledCondition: (component) => !component.calls.isFree(calleeIn(component)),
        icon,
        iconLarge: (component) => `${icon(component)} fa-lg`,
        name: (component) => NAMES[media][wish(component)],
        open: guarded((component) => {
            const target = calleeOf(component.thread);
            return target && component.calls.press(target, media);
        }),
        sequence: media === "video" ? 6 : 11,
        // The groups stand from right to left in Discuss, and from top to bottom in the menu of a chat window.
        sequenceGroup: ({ props }) => (props.chatWindow ? 1 : 40),
        setup() {
            useComponent().calls = useState(useService("mobile_webrtc"));
        },
    };
}

threadActionsRegistry
    .add("mobile_webrtc-video", threadAction("video"))
    .add("mobile_webrtc-audio", threadAction("audio"));
