import {LitElement, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from '../property.js';
import {CallObserver} from '../../context/call-observer.js';
import {LocalizeController} from '../../localize/localize-controller.js';
import type {DeviceState, MediaKind} from '../../types/media.js';
import {VERSION} from '../../util/version.js';
import {LazyView} from '../lazy-view.js';
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
export class CallToggleElement extends LitElement {
  static readonly version = VERSION;
  static override styles = styles;
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};

  /** `mic`, `camera` or `screen`. */
  @property() kind: MediaKind = 'mic';

  /** Read-only: `on`, `off`, `pending` or `unavailable`. */
  @property({reflect: true}) state: DeviceState = 'off';

  readonly #call = new CallObserver(this);
  readonly #words = new LocalizeController(this);
  readonly #view = new LazyView<CallToggleElement, ToggleView>(
    {host: this, call: this.#call, words: this.#words},
    loadToggleView,
  );

  /** Presses it, as `click()` of a native button does. */
  override click(): void {
    this.renderRoot.querySelector('button')?.click();
  }

  protected override willUpdate(): void {
    // An unknown kind is read, and warned of, as the microphone.
    const {local} = this.#call.state;
    this.state = local[this.kind] ?? local.mic;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#view.take()?.render() ?? nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-toggle': CallToggleElement;
  }
}
