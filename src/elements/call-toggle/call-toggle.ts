import {LitElement} from 'lit';
import type {CallObserver} from '../../context/call-observer.js';
import type {DeviceState, MediaKind} from '../../types/media.js';
import {LazyElement} from '../lazy-element.js';
import type {ViewClass} from '../lazy-view.js';
import {property} from '../property.js';
import {styles} from './call-toggle.styles.js';
import {loadToggleView} from './load-toggle-view.js';
import type {ToggleView} from './toggle-view.js';

/**
 * Switches microphone, camera or screen during a call.
 *
 * @tag call-toggle
 * @slot - The label. By default the name of the device.
 * @event {CallToggleRequestEvent} call-toggle-request - A press asks to switch it. Cancelable.
 * @csspart button - The native button.
 * @csspart icon - The icon's place.
 * @csspart label - Holds the label.
 */
export class CallToggleElement extends LazyElement<ToggleView> {
  static override styles = styles;
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};

  /** `mic`, `camera` or `screen`. */
  @property() kind: MediaKind = 'mic';

  /** Read-only: `on`, `off`, `pending` or `unavailable`. */
  @property({reflect: true}) state: DeviceState = 'off';

  protected override load(): Promise<ViewClass<this, ToggleView>> {
    return loadToggleView();
  }

  /** Presses it, as `click()` of a native button does. */
  override click(): void {
    this.renderRoot.querySelector('button')?.click();
  }

  protected override follow({state: {local}}: CallObserver): boolean {
    // An unknown kind is read, and warned of, as the microphone.
    this.state = local[this.kind] ?? local.mic;
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-toggle': CallToggleElement;
  }
}
