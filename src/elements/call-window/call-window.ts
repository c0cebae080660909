import {LitElement, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {CallObserver} from '../../context/call-observer.js';
import {sendRequest} from '../../context/send-request.js';
import {CallHangupRequestEvent} from '../../events/call-hangup-request.js';
import {LocalizeController} from '../../localize/localize-controller.js';
import {isLive} from '../../types/call-phase.js';
import type {CallPhase} from '../../types/call-phase.js';
import {WINDOW_MODES} from '../../types/configuration.js';
import type {WindowMode} from '../../types/configuration.js';
import type {EndReason} from '../../types/end-reason.js';
import type {DeviceState} from '../../types/media.js';
import {VERSION} from '../../util/version.js';
import {LazyView} from '../lazy-view.js';
import {oneOf} from '../one-of.js';
import {theme} from '../theme.styles.js';
import {styles} from './call-window.styles.js';
import {FocusHandover} from './focus-handover.js';
import {loadCallWindowView} from './load-call-window-view.js';
import {Showing} from './showing.js';
import type {WindowModel} from './window-view.js';

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
 * @csspart hangup - Ends the call.
 * @csspart close - Ends the call if there is one, and closes the window.
 * @cssprop [--call-window-width=26rem] - Width of the floating window.
 * @cssprop [--call-window-height=27rem] - Height of the floating window.
 * @cssprop [--call-stage=light-dark(#eef0f3, #121416)] - Colour behind the pictures.
 */
export class CallWindowElement extends LitElement {
  static readonly version = VERSION;
  static override styles = [theme, styles];

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

  readonly #call = new CallObserver(this);
  readonly #words = new LocalizeController(this);
  readonly #view = new LazyView<WindowModel>(this, loadCallWindowView);
  readonly #showing = new Showing(this);
  readonly #handover = new FocusHandover(this);
  #hadFocus = false;
  #entered = false;

  protected override willUpdate(): void {
    const {controller, state} = this.#call;
    if (!controller) return;
    this.state = state.phase;
    Object.assign(this, state.local);
    this.endReason = state.end?.reason;
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    this.#showing.follow(state, {farewell: this.#mode !== 'inline'});
  }

  protected override render(): TemplateResult | typeof nothing {
    const {controller} = this.#call;
    if (!controller || this.state === 'idle') return nothing;
    // Taken while it still rings, so that it is there when the call is answered.
    const view = this.#view.take();
    return (this.#showing.open && view?.render(this.#model(controller))) || nothing;
  }

  /** Looks after the focus: it may follow a press in, stays inside while controls come and go, and goes back. */
  protected override updated(): void {
    const inside = this.renderRoot.querySelector<HTMLElement>('[part="window"]');
    if (!inside) {
      if (this.#hadFocus) this.#handover.giveBack();
      this.#entered = false;
      return;
    }
    this.#view.take()?.settle?.(this.renderRoot);
    const enters = !this.#entered && this.#handover.isDue;
    this.#entered = true;
    if (enters || (this.#hadFocus && !this.shadowRoot?.activeElement)) inside.focus();
  }

  #model({streams}: Pick<WindowModel, 'streams'>): WindowModel {
    const {terms, dir} = this.#words;
    const refresh = () => this.requestUpdate();
    const floating = this.#mode !== 'inline';
    return {host: this, state: this.#call.state, streams, terms, dir, floating, refresh, close: this.#close};
  }

  get #mode(): WindowMode {
    return oneOf('mode', this.mode ?? this.#call.controller?.configuration.windowMode, WINDOW_MODES);
  }

  readonly #close = (): void => {
    if (isLive(this.state) && !sendRequest(this, new CallHangupRequestEvent())) return;
    this.#showing.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'call-window': CallWindowElement;
  }
}
