import {html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import type {CallObserver} from '../../context/call-observer.js';
import type {CallControllerFace} from '../../types/controller.js';
import {LazyElement} from '../lazy-element.js';
import type {ViewClass} from '../lazy-view.js';
import {property} from '../property.js';
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
export class IncomingCallElement extends LazyElement<IncomingView> {
  static override styles = styles;

  /** `bottom-right`, `bottom-left`, `top-right` or `top-left`; mirrored where the writing is. */
  @property() position: 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left' = 'bottom-right';
  /** `none`, or the URL of a sound. By default what the configuration says. */
  @property() ringtone?: string;
  /** Read-only: `idle` or `ringing`. */
  @property({reflect: true}) state: 'idle' | 'ringing' = 'idle';

  #configured: CallControllerFace | undefined;

  protected override load(): Promise<ViewClass<this, IncomingView>> {
    return loadIncomingView();
  }

  protected override follow({controller, state}: CallObserver, changed: PropertyValues<this>): boolean {
    const isNews = changed.has('ringtone') || controller !== this.#configured;
    this.#configured = controller;
    if (isNews && this.ringtone !== undefined) controller?.configure({ringtone: this.ringtone ?? ''});
    this.state = ringsOf(state).length ? 'ringing' : 'idle';
    return this.state === 'ringing';
  }

  /** The live region is there before anything is said in it, or it would not be heard. */
  protected override render(): TemplateResult {
    const {view} = this;
    return html`<div class="quiet" aria-live="assertive" dir=${view?.dir ?? nothing}>${view?.announcement}</div>${super.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'incoming-call': IncomingCallElement;
  }
}
