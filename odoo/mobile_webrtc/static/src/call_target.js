import { user } from "@web/core/user";
import { guarded } from "./guarded";

/** So many does the server ring at once. */
const MOST_CALLEES = 50;

const target = (callee, { displayName, avatarUrl }) => ({ callee, name: displayName, avatar: avatarUrl });

/**
 * Whom a call from a conversation would reach: the other person of a chat, or everybody in a group or channel. Undefined where
 * nobody can be called: OdooBot, oneself, threads within a channel.
 *
 * @param {import("models").Thread} thread
 */
export const calleeOf = guarded((thread) => {
    if (thread?.model !== "discuss.channel" || !thread.allowCalls || thread.isTransient) {
        return undefined;
    }
    const other = thread.correspondent?.persona;
    if (thread.channel_type !== "chat") {
        const others = thread.memberCount - 1;
        return others < 1 || others > MOST_CALLEES ? undefined : target(`channel:${thread.id}`, thread);
    }
    if (!other || other.eq(thread.store.self)) {
        return undefined;
    }
    return target(other.type === "guest" ? `guest:${other.id}` : `partner:${other.id}`, thread);
});

/** Whom a call from somebody's card would reach: undefined for oneself and for OdooBot. */
export const calleeOfUser = guarded(({ partner_id: partner, im_status: status }) => {
    if (!partner || partner[0] === user.partnerId || status === "bot") {
        return undefined;
    }
    const avatar = `/web/image/res.partner/${partner[0]}/avatar_128`;
    return { callee: `partner:${partner[0]}`, name: partner[1], avatar };
});
