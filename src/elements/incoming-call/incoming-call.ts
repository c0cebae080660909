import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {CallObserver} from '../../context/call-observer.js';
import {sendRequest} from '../../context/send-request.js';
import type {CallRequestEvent} from '../../events/call-request-event.js';
import {LocalizeController} from '../../localize/localize-controller.js';
import type {CallControllerFace} from '../../types/controller.js';
import {isTalking} from '../../types/call-phase.js';
import {VERSION} from '../../util/version.js';
import {LazyView} from '../lazy-view.js';
import {oneOf} from '../one-of.js';
import {raise} from '../raise.js';
import {theme} from '../theme.styles.js';
import type {IncomingModel} from './incoming-view.js';
import {styles} from './incoming-call.styles.js';
import {loadIncomingView} from './load-incoming-view.js';

const POSITIONS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;

/**
 * Rings: a popup that says who is calling, to answer or to decline. F6 leads to it from anywhere on the page.
 *
 * @tag incoming-call
 * @slot avatar - Shown instead of the caller's picture.
 * @event {CallAcceptRequestEvent} call-accept-request - A press asks to answer. Cancelable.
 * @event {CallDeclineRequestEvent} call-decline-request - A press asks to decline. Cancelable.
 * @csspart popup - The popup.
 * @csspart avatar - The caller's picture or initials.
 * @csspart message - Who is calling.
 * @csspart answer - Answers with the remembered camera.
 * @csspart answer-audio - Answers without camera.
 * @csspart decline - Declines.
 * @csspart close - Declines as well.
 * @cssprop [--call-surface=light-dark(#fff, #1d2023)] - Colour of popup and window.
 * @cssprop [--call-on-surface=light-dark(#16191d, #f1f3f5)] - Colour of what is written on it.
 * @cssprop [--call-muted=light-dark(#596069, #a9b1ba)] - Colour of what matters less.
 * @cssprop [--call-border=light-dark(#dfe2e6, #3a4047)] - Colour of its edge.
 * @cssprop [--call-radius=1rem] - Roundness of popup and window.
 * @cssprop [--call-shadow] - Shadow of popup and window.
 * @cssprop [--call-font=1rem/1.4 system-ui, sans-serif] - Font, as the CSS shorthand.
 */
export class IncomingCallElement extends LitElement {
  static readonly version = VERSION;
  static override styles = [theme, styles];

  /** `bottom-right`, `bottom-left`, `top-right` or `top-left`; mirrored where the writing is. */
  @property() position: (typeof POSITIONS)[number] = 'bottom-right';
  /** `none`, or the URL of a sound. By default what the configuration says. */
  @property() ringtone?: string;
  /** Read-only: `idle` or `ringing`. */
  @property({reflect: true}) state: 'idle' | 'ringing' = 'idle';

  readonly #call = new CallObserver(this);
  readonly #words = new LocalizeController(this);
  readonly #view = new LazyView<IncomingModel>(this, loadIncomingView);
  #configured: CallControllerFace | undefined;
  /** Said once a call, whatever changes while it rings. */
  #announcement = '';
  #offered = false;
  #before: HTMLElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('keydown', this.#key);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#configure(changed.has('ringtone'));
    const {phase, shownByPage, peer} = this.#call.state;
    this.state = phase === 'incoming' && !shownByPage && peer ? 'ringing' : 'idle';
    if (this.state === 'idle') {
      this.#leave();
    } else if (!this.#announcement && peer) {
      const {terms} = this.#words;
      this.#announcement = `${terms.isCalling(peer.name)}${this.#isFocusFree() ? '' : `. ${terms.keyToCall}`}`;
    }
  }

  protected override render(): TemplateResult {
    const {state} = this.#call;
    const {terms, dir} = this.#words;
    const position = oneOf('position', this.position, POSITIONS);
    const model = {state, terms, dir, position, ask: this.#ask, focusCame: this.#focusCame};
    const popup = this.state === 'ringing' ? this.#view.take()?.render(model) : undefined;
    return html`<div class="quiet" aria-live="assertive" dir=${dir}>${this.#announcement}</div>${popup ?? nothing}`;
  }

  protected override updated(): void {
    raise(this.renderRoot.querySelector('[popover]'));
    const answer = this.#answer();
    if (!answer || this.#offered) return;
    this.#offered = true;
    if (this.#isFocusFree()) answer.focus();
  }

  #configure(changed: boolean): void {
    const {controller} = this.#call;
    const other = controller !== this.#configured;
    this.#configured = controller;
    if ((changed || other) && this.ringtone !== undefined) controller?.configure({ringtone: this.ringtone ?? ''});
  }

  /** Gives the focus back to where it came from, unless the call now goes on in its window. */
  #leave(): void {
    const inside = this.shadowRoot?.activeElement;
    if (inside && !isTalking(this.#call.state.phase)) this.#before?.focus();
    this.#announcement = '';
    this.#offered = false;
    this.#before = undefined;
  }

  #answer(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[part="answer"]');
  }

  /** Nothing has the focus, so that nobody is typing and nobody's place is lost. */
  #isFocusFree(): boolean {
    const {activeElement, body, documentElement} = this.ownerDocument;
    return !activeElement || activeElement === body || activeElement === documentElement;
  }

  readonly #ask = (request: CallRequestEvent): void => void sendRequest(this, request);

  readonly #focusCame = ({relatedTarget}: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !this.renderRoot.contains(relatedTarget)) this.#before = relatedTarget;
  };

  readonly #key = (event: KeyboardEvent): void => {
    const answer = this.#answer();
    if (event.key !== 'F6' || event.defaultPrevented || !answer || this.shadowRoot?.activeElement) return;
    event.preventDefault();
    answer.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'incoming-call': IncomingCallElement;
  }
}
