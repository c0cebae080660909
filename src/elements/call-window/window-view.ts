import {adoptStyles, nothing} from 'lit';
import type {CSSResult, LitElement, TemplateResult} from 'lit';
import {sendRequest} from '../../context/send-request.js';
import {CallHangupRequestEvent} from '../../events/call-hangup-request.js';
import {completeTerms} from '../../localize/complete-terms.js';
import type {CallTerms} from '../../localize/terms.js';
import {isLive} from '../../types/call-phase.js';
import {avatarStyles} from '../avatar.styles.js';
import {toggleStyles} from '../call-toggle/toggle-button.styles.js';
import {Fetched} from '../fetched.js';
import type {Shell, View} from '../lazy-view.js';
import {panelStyles} from '../panel.styles.js';
import {raise} from '../raise.js';
import {theme} from '../theme.styles.js';
import type {CallWindowElement} from './call-window.js';
import {FocusHandover} from './focus-handover.js';
import {loadUnblock} from './load-unblock.js';
import {SettingsPopup} from './settings-popup.js';
import {Showing} from './showing.js';
import {controlsStyles} from './window-controls.styles.js';
import {windowFrame} from './window-frame.js';
import type {WindowFrame, WindowModel} from './window-frame.js';
import {windowMessage} from './window-message.js';
import {WindowSurroundings} from './window-surroundings.js';
import {stageStyles} from './window-stage.styles.js';
import {styles} from './window-view.styles.js';

/** What the person here blocked once and for all: how that is undone is told in words of its own. */
const BLOCKED = /^(mic|camera)-denied$/;

/** The window inside `<call-window>`: when it is open, what is in it, and where the focus goes. */
export class WindowView implements View {
  static readonly styles = [theme, panelStyles, avatarStyles, toggleStyles, stageStyles, styles, controlsStyles];

  readonly #shell: Shell<CallWindowElement>;
  readonly #handover: FocusHandover;
  readonly #showing: Showing;
  readonly #settings: SettingsPopup;
  readonly #unblock: Fetched<Awaited<ReturnType<typeof loadUnblock>>>;
  readonly #around: WindowSurroundings;
  readonly #adopted: CSSResult[] = [...WindowView.styles];
  #hadFocus = false;
  #entered = false;

  constructor(shell: Shell<CallWindowElement>) {
    const refresh = (): void => shell.host.requestUpdate();
    this.#shell = shell;
    this.#handover = new FocusHandover(shell.host);
    this.#showing = new Showing(refresh);
    this.#settings = new SettingsPopup(shell.host, this.#adopt);
    this.#unblock = new Fetched(loadUnblock, refresh);
    this.#around = new WindowSurroundings(shell, WindowView.styles, this.#adopt);
  }

  hostDisconnected(): void {
    this.#showing.stopTimer();
    this.#settings.forget();
    this.#around.leave();
  }

  hostUpdate(): void {
    const {host, call} = this.#shell;
    this.#hadFocus = Boolean(host.shadowRoot?.activeElement);
    if (!isLive(call.state.phase)) this.#settings.forget();
    if (!call.controller) return;
    this.#showing.follow(call.state, {farewell: this.#frame !== 'inline'});
    this.#around.follow(call.state, {open: this.#showing.open});
  }

  render(): TemplateResult | typeof nothing {
    const model = this.#model();
    if (!model) return nothing;
    const {extras} = this.#around;
    if (!extras?.elsewhere) return windowFrame(model);
    return model.frame === 'floating' ? nothing : windowFrame({...model, placeholder: extras.placeholder()});
  }

  /** The focus may follow a press in, stays inside while controls come and go, and goes back in the end. */
  hostUpdated(): void {
    const {host} = this.#shell;
    const {extras} = this.#around;
    const model = this.#model();
    if (model && extras?.elsewhere) return extras.show(windowFrame({...model, frame: 'pip', root: extras.elsewhere}));
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

  /** A page of its own is written into the element: a configuration holds for all pages, those with the buttons too. */
  get #frame(): WindowFrame {
    const {host, call} = this.#shell;
    if (host.mode === 'window') return 'page';
    return (host.mode ?? call.controller?.configuration.windowMode) === 'inline' ? 'inline' : 'floating';
  }

  #model(): WindowModel | undefined {
    const {host, call, words} = this.#shell;
    const {controller, state} = call;
    const frame = this.#frame;
    if (!controller || (frame !== 'page' && !this.#showing.open)) return undefined;
    const terms = this.#terms(state.trouble?.code);
    const {extras, page, text} = this.#around;
    const told = windowMessage(terms, state, state.peer?.name ?? '');
    return {
      host,
      state,
      streams: controller.streams,
      terms,
      dir: words.dir,
      frame,
      refresh: () => host.requestUpdate(),
      close: this.#close,
      extras: extras?.buttons(),
      textToggle: text?.button(state.peer?.name ?? ''),
      text: text?.panel(state),
      placeholder: undefined,
      root: undefined,
      told: page ? page.message(words.language, told) : told,
      choices: this.#settings.choices?.({controller, terms, language: words.language}),
      toggled: this.#settings.toggled,
    };
  }

  #terms(trouble = ''): CallTerms {
    const {terms, language} = this.#shell.words;
    const known = completeTerms(terms);
    const withUnblock = BLOCKED.test(trouble) ? this.#unblock.take() : undefined;
    return withUnblock ? withUnblock(known, language) : known;
  }

  readonly #adopt = (more: readonly CSSResult[]): void => {
    const news = more.filter((one) => !this.#adopted.includes(one));
    if (news.length === 0) return;
    this.#adopted.push(...news);
    const {host} = this.#shell;
    const {elementStyles} = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...this.#adopted]);
  };

  /** Some browsers pause a picture that is moved. Not one that has not begun: that would begin to load anew. */
  #resume(inside: HTMLElement): void {
    for (const video of inside.querySelectorAll('video')) {
      if (video.readyState > 0 && video.paused) video.play().catch(() => undefined);
    }
  }

  readonly #close = (): void => {
    const {host, call} = this.#shell;
    const {phase, callId} = call.state;
    if (isLive(phase) && !sendRequest(host, new CallHangupRequestEvent({callId}))) return;
    this.#showing.close();
    this.#around.close(call.state);
  };
}
