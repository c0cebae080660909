import {property} from '../property.js';
import {LazyElement} from '../lazy-element.js';
import type {ViewClass} from '../lazy-view.js';
import type {AdminView} from './admin-view.js';
import {loadAdminView} from './load-admin-view.js';

/**
 * Where administrators set up calls for everyone, on a call-elements-server: connectors, ICE servers, Twilio, and how calls are treated.
 *
 * @tag call-admin
 * @csspart connectors - The table of connectors.
 * @csspart connector-row - One connector.
 * @csspart active - Switches one on or off, at once.
 * @csspart settings - Opens and closes a connector's settings.
 * @csspart servers - The form of ICE servers.
 * @csspart server-row - One ICE server.
 * @csspart url - Its address, or several with spaces between.
 * @csspart username - Its user name.
 * @csspart credential - Its password.
 * @csspart add - Adds a row.
 * @csspart remove - Removes a row, after a question.
 * @csspart test - Tries a server from this browser, or Twilio from the server.
 * @csspart result - What came of it.
 * @csspart save - Saves a form.
 * @csspart cancel - Takes back what was not saved.
 */
export class CallAdminElement extends LazyElement<AdminView> {
  /** URL of the call-elements-server; by default the configuration's. */
  @property() server = '';

  protected override load(): Promise<ViewClass<this, AdminView>> {
    return loadAdminView();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-admin': CallAdminElement;
  }
}
