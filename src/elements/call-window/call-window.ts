import type {PropertyValues} from 'lit';
import type {CallObserver} from '../../context/call-observer.js';
import type {CallPhase} from '../../types/call-phase.js';
import type {WindowMode} from '../../types/configuration.js';
import type {EndReason} from '../../types/end-reason.js';
import type {DeviceState} from '../../types/media.js';
import {LazyElement} from '../lazy-element.js';
import type {ViewClass} from '../lazy-view.js';
import {property} from '../property.js';
import {styles} from './call-window.styles.js';
import {loadCallWindowView} from './load-call-window-view.js';
import type {WindowView} from './window-view.js';

/**
 * Shows the call: both faces, how it stands, and what can be switched. Hidden until there is one.
 *
 * @tag call-window
 * @slot controls - More controls, beside the window's own.
 * @slot avatar - Shown instead of the other person's picture.
 * @event {CallToggleRequestEvent} call-toggle-request - A press asks to switch a device. Cancelable.
 * @event {CallHangupRequestEvent} call-hangup-request - A press asks to end the call. Cancelable.
 * @csspart window - The window.
 * @csspart remote-video - The other person, or the screen they share.
 * @csspart local-video - Oneself, mirrored.
 * @csspart avatar - The other person's picture or initials, while there is no video.
 * @csspart name - Their name.
 * @csspart status - How the call stands.
 * @csspart timer - How long it has lasted.
 * @csspart message - What is wrong and what can be done, or why the call ended.
 * @csspart controls - Holds the switches.
 * @csspart mic - Switches the microphone.
 * @csspart camera - Switches the camera.
 * @csspart screen - Shares the screen.
 * @csspart pip - Puts the call into a small window above all others, where the browser has one, and back.
 * @csspart settings - Opens the choice of microphone, camera and loudspeaker.
 * @csspart text - What the two write to each other, letter by letter.
 * @csspart text-toggle - Shows and hides it.
 * @csspart hangup - Ends the call.
 * @csspart close - Ends the call if there is one, and closes the window.
 */
export class CallWindowElement extends LazyElement<WindowView> {
  static override styles = styles;

  /** `floating`, `inline` or `window`; by default what the configuration says. */
  @property({reflect: true}) mode?: WindowMode;

  /** Read-only: the phase of the call. */
  @property({reflect: true}) state: CallPhase = 'idle';
  /** Read-only: `on`, `off`, `pending` or `unavailable`. */
  @property({reflect: true}) mic: DeviceState = 'off';
  /** Read-only: `on`, `off`, `pending` or `unavailable`. */
  @property({reflect: true}) camera: DeviceState = 'off';
  /** Read-only: `on`, `off`, `pending` or `unavailable`. */
  @property({reflect: true}) screen: DeviceState = 'off';
  /** Read-only: why the last call ended; stays until the next one begins. */
  @property({attribute: 'end-reason', reflect: true}) endReason?: EndReason | undefined;

  #wanted = false;

  protected override load(): Promise<ViewClass<this, WindowView>> {
    return loadCallWindowView();
  }

  protected override follow({controller, state}: CallObserver, changed: PropertyValues<this>): boolean {
    if (!controller) return false;
    const {phase, end, local} = state;
    this.state = phase;
    Object.assign(this, local);
    this.endReason = end?.reason;
    // Fetched while it still rings, so that it is there when the call is answered. A call that was over before this
    // element came has nothing to show.
    const isNews = this.hasUpdated && changed.has('state');
    // A page of its own has something to say without a call, too.
    return (this.#wanted ||= this.mode === 'window' || (phase !== 'idle' && (phase !== 'ended' || isNews)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-window': CallWindowElement;
  }
}
