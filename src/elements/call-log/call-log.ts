import type {ViewClass} from '../lazy-view.js';
import {LazyElement} from '../lazy-element.js';
import {property} from '../property.js';
import type {CallLogView} from './call-log-view.js';
import {loadCallLogView} from './load-call-log-view.js';

/**
 * The calls of the person here, the newest first, with those that were missed; a press calls back. They are kept in this
 * browser only.
 *
 * @tag call-log
 * @event {CallStartRequestEvent} call-start-request - A press asks to call somebody back. Cancelable.
 * @csspart list - The list.
 * @csspart item - One call.
 * @csspart avatar - The other person's picture or initials.
 * @csspart call-back - Calls that person.
 * @csspart clear - Asks whether to clear the list.
 */
export class CallLogElement extends LazyElement<CallLogView> {
  /** How many calls are shown; 200 are kept. */
  @property({type: Number}) limit = 50;
  /** Read-only: how many missed calls have not been seen yet. */
  @property({type: Number, reflect: true}) missed = 0;

  protected override load(): Promise<ViewClass<this, CallLogView>> {
    return loadCallLogView();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-log': CallLogElement;
  }
}
