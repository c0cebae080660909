import {LitElement, html} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {CallObserver} from '../../context/call-observer.js';
import {LocalizeController} from '../../localize/localize-controller.js';
import {MEDIA_KINDS} from '../../types/media.js';
import type {DeviceState, MediaKind} from '../../types/media.js';
import {VERSION} from '../../util/version.js';
import {oneOf} from '../one-of.js';
import {theme} from '../theme.styles.js';
import {styles} from './call-toggle.styles.js';
import {sendToggle} from './send-toggle.js';
import {toggleButton} from './toggle-button.js';
import {toggleStyles} from './toggle-button.styles.js';

/**
 * Switches microphone, camera or screen during a call.
 *
 * @tag call-toggle
 * @slot - The label. By default the name of the device.
 * @event {CallToggleRequestEvent} call-toggle-request - A press asks to switch it. Cancelable.
 * @csspart button - The native button.
 * @csspart icon - The icon's place.
 * @csspart label - Holds the label.
 * @cssprop [--call-control=light-dark(#eceef1, #33383e)] - Colour of a switch.
 * @cssprop [--call-on-control=light-dark(#16191d, #f1f3f5)] - Colour of what is drawn on it.
 */
export class CallToggleElement extends LitElement {
  static readonly version = VERSION;
  static override styles = [theme, toggleStyles, styles];
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};

  /** `mic`, `camera` or `screen`. */
  @property() kind: MediaKind = 'mic';

  /** Read-only: `on`, `off`, `pending` or `unavailable`. */
  @property({reflect: true}) state: DeviceState = 'off';

  readonly #call = new CallObserver(this);
  readonly #words = new LocalizeController(this);

  /** Presses it, as `click()` of a native button does. */
  override click(): void {
    this.renderRoot.querySelector('button')?.click();
  }

  protected override willUpdate(): void {
    this.state = this.#call.state.local[this.#kind];
  }

  protected override render(): TemplateResult {
    const {terms, dir} = this.#words;
    const {state} = this.#call;
    const kind = this.#kind;
    const label = html`<span part="label"><slot>${terms.devices[kind]}</slot></span>`;
    return toggleButton({kind, state, terms, dir, part: 'button', label, press: this.#press});
  }

  get #kind(): MediaKind {
    return oneOf('kind', this.kind, MEDIA_KINDS);
  }

  readonly #press = (): void => sendToggle(this, this.#kind, this.state);
}

declare global {
  interface HTMLElementTagNameMap {
    'call-toggle': CallToggleElement;
  }
}
