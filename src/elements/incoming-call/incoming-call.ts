import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property} from '../property.js';
import {CallObserver} from '../../context/call-observer.js';
import {LocalizeController} from '../../localize/localize-controller.js';
import type {CallControllerFace} from '../../types/controller.js';
import {VERSION} from '../../util/version.js';
import {LazyView} from '../lazy-view.js';
import {styles} from './incoming-call.styles.js';
import type {IncomingView} from './incoming-view.js';
import {loadIncomingView} from './load-incoming-view.js';
import {ringsOf} from './rings-of.js';

/**
 * Rings: a popup for each call that comes in, to answer or to decline it. F6 leads to them from anywhere on the page.
 *
 * @tag incoming-call
 * @slot avatar - Shown instead of the picture of whoever called first.
 * @event {CallAcceptRequestEvent} call-accept-request - A press asks to answer. Cancelable.
 * @event {CallDeclineRequestEvent} call-decline-request - A press asks to decline. Cancelable.
 * @csspart popup - The popup; one for each call.
 * @csspart avatar - The caller's picture or initials.
 * @csspart message - Who is calling.
 * @csspart answer - Answers with the remembered camera.
 * @csspart answer-audio - Answers without camera.
 * @csspart decline - Declines.
 * @csspart close - Declines as well.
 */
export class IncomingCallElement extends LitElement {
  static readonly version = VERSION;
  static override styles = styles;

  /** `bottom-right`, `bottom-left`, `top-right` or `top-left`; mirrored where the writing is. */
  @property() position: 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left' = 'bottom-right';
  /** `none`, or the URL of a sound. By default what the configuration says. */
  @property() ringtone?: string;
  /** Read-only: `idle` or `ringing`. */
  @property({reflect: true}) state: 'idle' | 'ringing' = 'idle';

  readonly #call = new CallObserver(this);
  readonly #words = new LocalizeController(this);
  readonly #view = new LazyView<IncomingCallElement, IncomingView>(
    {host: this, call: this.#call, words: this.#words},
    loadIncomingView,
  );
  #shown: IncomingView | undefined;
  #configured: CallControllerFace | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#configure(changed.has('ringtone'));
    this.state = ringsOf(this.#call.state).length ? 'ringing' : 'idle';
    if (this.state === 'ringing') this.#shown = this.#view.take();
  }

  /** The live region is there before anything is said in it, or it would not be heard. */
  protected override render(): TemplateResult {
    const view = this.#shown;
    return html`<div class="quiet" aria-live="assertive" dir=${this.#words.dir}>${view?.announcement}</div>${view?.render() ?? nothing}`;
  }

  #configure(changed: boolean): void {
    const {controller} = this.#call;
    const other = controller !== this.#configured;
    this.#configured = controller;
    if ((changed || other) && this.ringtone !== undefined) controller?.configure({ringtone: this.ringtone ?? ''});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'incoming-call': IncomingCallElement;
  }
}
