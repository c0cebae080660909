import type {CallState} from '../types/call-state.js';

export interface CallActs {
  hangUp(): unknown;
  set(kind: 'mic' | 'camera', on: boolean): unknown;
}

/** What browsers know of a call; most know less. */
type CallMediaSession = Partial<Pick<MediaSession, 'setActionHandler' | 'metadata' | 'setMicrophoneActive' | 'setCameraActive'>>;

/** Not in every browser’s types yet. */
const ACTIONS = ['hangup', 'togglemicrophone', 'togglecamera'] as const;

/** An action or a switch that this browser does not know is none. */
const attempt = (fn: () => unknown): void => {
  try {
    fn();
  } catch {
    // Nothing is lost: the same buttons are in the window.
  }
};

/** Lets the system's own buttons, say of a headset, a lock screen or a small picture, do what the window's do. */
export class SystemButtons {
  readonly #session: CallMediaSession | undefined;
  readonly #acts: CallActs;
  /** What the page itself plays, to be told again after the call. */
  #before: MediaMetadata | null | undefined;
  #isOn = false;
  #state: CallState | undefined;

  constructor(acts: CallActs, session: CallMediaSession | undefined = (navigator as Partial<Navigator>).mediaSession) {
    this.#acts = acts;
    this.#session = session;
  }

  /** Shows the call, and how its devices are. */
  show(state: CallState): void {
    const session = this.#session;
    if (!session) return;
    const last = this.#state;
    this.#state = state;
    if (!this.#isOn) this.#begin(session);
    if (last?.peer?.name !== state.peer?.name) {
      attempt(() => (session.metadata = new MediaMetadata({title: state.peer?.name ?? ''})));
    }
    attempt(() => session.setMicrophoneActive?.(state.local.mic === 'on'));
    attempt(() => session.setCameraActive?.(state.local.camera === 'on'));
  }

  hide(): void {
    const session = this.#session;
    if (!session || !this.#isOn) return;
    this.#isOn = false;
    this.#state = undefined;
    for (const action of ACTIONS) attempt(() => session.setActionHandler?.(action as MediaSessionAction, null));
    attempt(() => (session.metadata = this.#before ?? null));
  }

  #begin(session: CallMediaSession): void {
    this.#isOn = true;
    this.#before = session.metadata;
    const deeds = {
      hangup: () => this.#acts.hangUp(),
      togglemicrophone: () => this.#toggle('mic'),
      togglecamera: () => this.#toggle('camera'),
    };
    for (const action of ACTIONS) attempt(() => session.setActionHandler?.(action as MediaSessionAction, () => void deeds[action]()));
  }

  #toggle(kind: 'mic' | 'camera'): void {
    this.#acts.set(kind, this.#state?.local[kind] !== 'on');
  }
}
