import {adoptStyles, nothing} from 'lit';
import type {LitElement, TemplateResult} from 'lit';
import {sendRequest} from '../../context/send-request.js';
import {CallHangupRequestEvent} from '../../events/call-hangup-request.js';
import {completeTerms} from '../../localize/complete-terms.js';
import {isLive} from '../../types/call-phase.js';
import {WINDOW_MODES} from '../../types/configuration.js';
import type {WindowMode} from '../../types/configuration.js';
import {oneOf} from '../../util/one-of.js';
import {avatarStyles} from '../avatar.styles.js';
import {toggleStyles} from '../call-toggle/toggle-button.styles.js';
import type {Shell, View} from '../lazy-view.js';
import {panelStyles} from '../panel.styles.js';
import {raise} from '../raise.js';
import {theme} from '../theme.styles.js';
import type {CallWindowElement} from './call-window.js';
import type {deviceChoices} from './device-choices.js';
import {FocusHandover} from './focus-handover.js';
import {loadDeviceChoices} from './load-device-choices.js';
import {Showing} from './showing.js';
import {windowFrame} from './window-frame.js';
import {stageStyles} from './window-stage.styles.js';
import {styles} from './window-view.styles.js';

/** The window inside `<call-window>`: when it is open, what is in it, and where the focus goes. */
export class WindowView implements View {
  static readonly styles = [theme, panelStyles, avatarStyles, toggleStyles, stageStyles, styles];

  readonly #shell: Shell<CallWindowElement>;
  readonly #handover: FocusHandover;
  readonly #showing: Showing;
  #hadFocus = false;
  #entered = false;
  #choices: typeof deviceChoices | undefined;

  constructor(shell: Shell<CallWindowElement>) {
    this.#shell = shell;
    this.#handover = new FocusHandover(shell.host);
    this.#showing = new Showing(() => shell.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#showing.stopTimer();
    this.#choices = undefined;
  }

  hostUpdate(): void {
    const {host, call} = this.#shell;
    this.#hadFocus = Boolean(host.shadowRoot?.activeElement);
    if (!isLive(call.state.phase)) this.#choices = undefined;
    if (call.controller) this.#showing.follow(call.state, {farewell: this.#mode !== 'inline'});
  }

  render(): TemplateResult | typeof nothing {
    const {host, call, words} = this.#shell;
    const {controller, state} = call;
    if (!controller || !this.#showing.open) return nothing;
    const terms = completeTerms(words.terms);
    return windowFrame({
      host,
      state,
      streams: controller.streams,
      terms,
      dir: words.dir,
      floating: this.#mode !== 'inline',
      refresh: () => host.requestUpdate(),
      close: this.#close,
      choices: this.#choices?.({controller, terms}),
      toggled: this.#toggled,
    });
  }

  /** The focus may follow a press in, stays inside while controls come and go, and goes back in the end. */
  hostUpdated(): void {
    const {host} = this.#shell;
    const inside = host.renderRoot.querySelector<HTMLElement>('[part="window"]');
    if (!inside) {
      if (this.#hadFocus) this.#handover.giveBack();
      this.#entered = false;
      return;
    }
    raise(inside);
    this.#resume(inside);
    const enters = !this.#entered && this.#handover.isDue;
    this.#entered = true;
    if (enters || (this.#hadFocus && !host.shadowRoot?.activeElement)) inside.focus();
  }

  get #mode(): WindowMode {
    const {host, call} = this.#shell;
    return oneOf('mode', host.mode ?? call.controller?.configuration.windowMode, WINDOW_MODES);
  }

  /** Some browsers pause a picture that is moved. Not one that has not begun: that would begin to load anew. */
  #resume(inside: HTMLElement): void {
    for (const video of inside.querySelectorAll('video')) {
      if (video.readyState > 0 && video.paused) video.play().catch(() => undefined);
    }
  }

  readonly #toggled = async ({currentTarget}: Event): Promise<void> => {
    const popup = currentTarget as HTMLElement;
    const {host} = this.#shell;
    const isOpen = (): boolean => popup.matches(':popover-open');
    const choices = isOpen() ? await loadDeviceChoices().catch(() => popup.hidePopover()) : undefined;
    const {elementStyles} = host.constructor as typeof LitElement;
    if (choices) adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...WindowView.styles, choices.choicesStyles]);
    this.#choices = choices && isOpen() ? choices.deviceChoices : undefined;
    // Chromium gives the focus back in no shadow tree, and nobody does after a press beside everything.
    const {activeElement, body} = host.ownerDocument;
    const isLost = activeElement === body || popup.contains(host.renderRoot.querySelector(':focus'));
    if (!isOpen() && isLost) popup.parentElement?.querySelector<HTMLElement>('[popovertarget]')?.focus();
    host.requestUpdate();
  };

  readonly #close = (): void => {
    const {host, call} = this.#shell;
    const {phase, callId} = call.state;
    if (isLive(phase) && !sendRequest(host, new CallHangupRequestEvent({callId}))) return;
    this.#showing.close();
  };
}
