import {property} from '../property.js';
import type {UserStatus} from '../../types/configuration.js';
import {LazyElement} from '../lazy-element.js';
import type {ViewClass} from '../lazy-view.js';
import {loadStatusView} from './load-status-view.js';
import type {StatusView} from './status-view.js';

/**
 * Shows and chooses how the person here is: available, away, busy, not to be disturbed, or invisible. It decides whether a
 * ring may sound, and others see it where the connector tells them. Kept in this browser, and the same in all of its tabs.
 *
 * @tag call-status
 * @csspart button - Says the status, and opens the menu.
 * @csspart menu - The menu.
 * @csspart item - A line in it.
 */
export class CallStatusElement extends LazyElement<StatusView> {
  /** Read-only: how the person here is. */
  @property({reflect: true}) status?: UserStatus;

  protected override load(): Promise<ViewClass<this, StatusView>> {
    return loadStatusView();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-status': CallStatusElement;
  }
}
