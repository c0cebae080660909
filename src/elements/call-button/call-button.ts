import {LitElement, html} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from '../property.js';
import type {Presence} from '../../connectors/connector.js';
import {CallObserver} from '../../context/call-observer.js';
import {sendRequest} from '../../context/send-request.js';
import {CallAcceptRequestEvent} from '../../events/call-accept-request.js';
import {CallHangupRequestEvent} from '../../events/call-hangup-request.js';
import type {CallRequestEvent} from '../../events/call-request-event.js';
import {LocalizeController} from '../../localize/localize-controller.js';
import type {CallMedia} from '../../types/media.js';
import {VERSION} from '../../util/version.js';
import {icon} from '../icons.js';
import {oneOf} from '../../util/one-of.js';
import {LazyView} from '../lazy-view.js';
import {theme} from '../theme.styles.js';
import {buttonState, callWith} from './button-state.js';
import type {CallButtonState} from './button-state.js';
import type {ButtonMore} from './button-more.js';
import type {ButtonWays} from './button-ways.js';
import {hintOf, iconOf, pressOf} from './button-words.js';
import {styles} from './call-button.styles.js';
import {loadButtonMore} from './load-button-more.js';
import {mediaOf, startRequest} from './start-request.js';

/**
 * Calls one person; ends that call, or answers it, while it is there; waits while another is. Where there are several ways
 * to call them, a menu offers all, and a press calls by the one that was chosen last.
 *
 * @tag call-button
 * @slot - The label. By default a word for what a press would do.
 * @slot icon - The icon.
 * @event {CallStartRequestEvent} call-start-request - A press asks to call `callee`. Cancelable.
 * @event {CallAcceptRequestEvent} call-accept-request - A press asks to answer `callee`, who is calling. Cancelable.
 * @event {CallHangupRequestEvent} call-hangup-request - A press asks to end the call. Cancelable.
 * @csspart button - The native button.
 * @csspart icon - Holds the icon.
 * @csspart label - Holds the label.
 * @csspart badge - How the callee is, where that is known.
 * @csspart menu-button - Opens the menu, where there are several ways to call.
 * @csspart menu - The menu.
 * @csspart menu-item - One way to call.
 */
export class CallButtonElement extends LitElement {
  static readonly version = VERSION;
  static override styles = [theme, styles];
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};

  /** Whom to call, as the connector names them. */
  @property() callee = '';
  /** Their name; by default `callee`. */
  @property({attribute: 'callee-name'}) calleeName = '';
  /** Their picture. */
  @property({attribute: 'callee-avatar'}) calleeAvatar = '';
  /** `video`, or `audio`. */
  @property() media: CallMedia = 'video';
  /** By which connector; by default the configured one. */
  @property() connector?: string;
  /** `full`, or `icon` without a visible label. */
  @property() variant: 'full' | 'icon' = 'full';
  /** Where else the callee can be reached, for connectors that need to know; by default the server is asked. */
  @property({attribute: false}) calleeAccounts?: readonly {readonly type: string; readonly id: string}[];
  /** Takes no press. */
  @property({type: Boolean, reflect: true}) disabled = false;

  /** Read-only: how things stand for this callee. */
  @property({reflect: true}) state: CallButtonState = 'unavailable';
  /** Read-only: how the callee is. */
  @property({reflect: true}) presence: Presence = 'unknown';
  /** Read-only: the callee is the person here, to whom nothing is shown. */
  @property({type: Boolean, reflect: true}) oneself = false;

  readonly #call = new CallObserver(this);
  readonly #words = new LocalizeController(this);
  readonly #more = new LazyView<this, ButtonMore>({host: this, call: this.#call, words: this.#words}, loadButtonMore);

  /** Presses it, as `click()` of a native button does. */
  override click(): void {
    this.renderRoot.querySelector('button')?.click();
  }

  protected override willUpdate(): void {
    const {state} = this.#call;
    const usual = buttonState(state, this.callee);
    this.state = this.#ways?.stateOf(usual) ?? usual;
    this.oneself = this.callee !== '' && this.callee === state.userId;
  }

  protected override render(): TemplateResult {
    const {state} = this;
    const {terms, dir} = this.#words;
    const ways = this.#ways;
    const media = mediaOf(this);
    const press = this.#isHere ? pressOf(state) : 'call';
    const compact = oneOf('variant', this.variant, ['full', 'icon']) === 'icon';
    const hint = hintOf(terms, {state, media, callee: this.callee, name: this.calleeName || this.callee});
    const disabled = this.disabled || state === 'busy' || state === 'unavailable';
    return html`
      <button
        part="button"
        class="face ${press} ${compact ? 'icon' : ''}"
        dir=${dir}
        title=${ways?.hintOf(hint) ?? hint}
        ?disabled=${disabled}
        @click=${this.#press}
        @focus=${this.#prepare}
        @pointerenter=${this.#prepare}
      >
        <span part="icon"><slot name="icon">${icon(iconOf(press, media))}</slot></span>
        <span part="label" class=${compact ? 'quiet' : ''}><slot>${ways?.label ?? terms[press]}</slot></span>
        ${this.#beyond?.render()}
      </button>
      ${ways?.render()}
    `;
  }

  /** Whoever points at it may press it next: what a call needs is fetched meanwhile. */
  #prepare(): void {
    this.#call.controller?.prepare();
  }

  /** The second half of a double click is no second wish: it would cancel what the first one began. */
  #press({detail}: MouseEvent): void {
    if (detail > 1) return;
    const request = this.#request();
    if (!this.#ways?.takes(request)) sendRequest(this, request);
  }

  #request(): CallRequestEvent {
    const press = pressOf(this.state);
    const {callId} = callWith(this.#call.state, this.callee) ?? {};
    if (press === 'call' || !this.#isHere) return startRequest(this, this.connector || this.#ways?.connector);
    return press === 'answer' ? new CallAcceptRequestEvent({callId, media: undefined}) : new CallHangupRequestEvent({callId});
  }

  /** The call that the state is about is this page's; else a press on Call brings its window to the front. */
  get #isHere(): boolean {
    return callWith(this.#call.state, this.callee) !== undefined;
  }

  /** Nothing is fetched for nobody. */
  get #beyond(): ButtonMore | undefined {
    return this.#call.state.userId ? this.#more.take() : undefined;
  }

  get #ways(): ButtonWays | undefined {
    return this.#beyond?.ways;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-button': CallButtonElement;
  }
}
