import { guarded } from "./guarded";

const OVER = ["idle", "ended"];

/** What the library's controller says, as far as Odoo's own buttons and the systray show it. Reactive by the service. */
export class CallElements {
    /** True once the library is there. */
    isReady = false;
    /** False where the settings let this user only be called. */
    mayCall = true;
    phase = "idle";
    peer = { id: "", name: "" };
    /** True while another tab of this browser has the call. */
    isElsewhere = false;
    /** Calls that were missed and not seen yet. */
    missed = 0;

    watch(controller) {
        // Not for the eyes of reactive: it has private fields.
        Object.defineProperty(this, "controller", { value: () => controller });
        controller.subscribe(guarded((state) => this.show(state)));
        this.show(controller.state);
        this.isReady = true;
    }

    show({ phase, peer, elsewhere }) {
        const isHere = !OVER.includes(phase);
        const shown = !isHere && elsewhere ? elsewhere : { phase, peer };
        this.phase = shown.phase;
        this.isElsewhere = shown === elsewhere;
        this.peer = { id: shown.peer?.id ?? "", name: shown.peer?.name ?? "" };
    }

    get isLive() {
        return !OVER.includes(this.phase);
    }

    /**
     * Whether the call of this tab is with somebody.
     *
     * @param {string} callee "partner:8", "guest:5" or "channel:3"
     */
    isWith(callee) {
        return this.isLive && !this.isElsewhere && this.peer.id === callee;
    }

    /** What a press on a button for somebody would do: "call", "answer" or "end". */
    wish(callee) {
        if (!this.isWith(callee)) {
            return "call";
        }
        return this.phase === "incoming" ? "answer" : "end";
    }

    /** Whether there is a button for somebody at all. */
    isShown(callee) {
        return this.isReady && Boolean(callee) && (this.mayCall || this.isWith(callee));
    }

    /** Whether a press would do anything. */
    isFree(callee) {
        return !this.isLive || this.isWith(callee);
    }

    press({ callee, name, avatar }, media) {
        const controller = this.controller();
        switch (this.wish(callee)) {
            case "answer":
                return controller.accept({ media });
            case "end":
                return controller.hangUp();
            default:
                return controller.start({ callee, media, calleeName: name, calleeAvatar: avatar });
        }
    }

    hangUp() {
        return this.controller().hangUp();
    }
}
