import {property} from '../property.js';
import {LazyElement} from '../lazy-element.js';
import type {ViewClass} from '../lazy-view.js';
import type {ImAccountsView} from './im-accounts-view.js';
import {loadImAccountsView} from './load-im-accounts-view.js';

/**
 * The accounts by which other connectors reach a person, kept on a call-elements-server: one's own, or for administrators anybody's.
 *
 * @tag call-im-accounts
 * @csspart list - The accounts.
 * @csspart row - One account.
 * @csspart type - What it is an account of.
 * @csspart id - Its name there.
 * @csspart add - Adds an account.
 * @csspart remove - Removes one.
 * @csspart save - Saves them all.
 * @csspart cancel - Takes back what was not saved.
 */
export class CallImAccountsElement extends LazyElement<ImAccountsView> {
  /** Whose accounts; by default those of the person here. */
  @property({attribute: 'user-id'}) userId = '';

  protected override load(): Promise<ViewClass<this, ImAccountsView>> {
    return loadImAccountsView();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-im-accounts': CallImAccountsElement;
  }
}
