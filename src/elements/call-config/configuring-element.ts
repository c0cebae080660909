import {LitElement} from 'lit';
import type {PropertyValues} from 'lit';
import {property} from '../property.js';
import type {CallConfiguration, IpPrivacy, UserStatus, WindowMode} from '../../types/configuration.js';
import type {LineState} from '../../types/call-state.js';
import type {CallControllerFace} from '../../types/controller.js';
import {VERSION} from '../../util/version.js';
import {SETTINGS, readSetting} from '../../call/read-setting.js';

const json = {
  fromAttribute: (text: string | null): unknown => {
    try {
      return text?.trim() ? JSON.parse(text) : undefined;
    } catch {
      return text;
    }
  },
};

/** What `<call-config>` and `<call-provider>` have in common: attributes become the configuration of a controller. */
export abstract class ConfiguringElement extends LitElement {
  static readonly version = VERSION;

  /** Who the person here is, as the connector names them. Without it nobody is called and nobody calls. */
  @property({attribute: 'user-id'}) userId?: string;
  /** Their name, as the other side sees it. */
  @property({attribute: 'user-name'}) userName?: string;
  /** Their picture: `https:`, the same origin or `data:image/…`. */
  @property({attribute: 'user-avatar'}) userAvatar?: string;
  /** `available`, `away`, `busy`, `do-not-disturb` or `invisible`. */
  @property() status?: UserStatus;
  /** Connector for calls out: `local`, `peerjs`, `odoo` or one of your own. */
  @property() connector?: string;
  /** Connectors open for calls in, with spaces between. */
  @property({converter: (text) => text ?? undefined}) connectors?: readonly string[] | string;
  /** URL of the signalling server. */
  @property() server?: string;
  /** URL of the page's own server that gives this user's signed token; with it, `server` must be a call-elements-server. */
  @property({attribute: 'token-url'}) tokenUrl?: string;
  /** ICE servers; as an attribute, JSON. */
  @property({attribute: 'ice-servers', converter: json}) iceServers?: readonly RTCIceServer[];
  /** URL that gives ICE servers for this user. */
  @property({attribute: 'ice-url'}) iceUrl?: string;
  /** `until-accept`, `always` or `off`. */
  @property({attribute: 'ip-privacy'}) ipPrivacy?: IpPrivacy;
  /** Seconds that the other side may ring; 45. */
  @property({attribute: 'ring-timeout'}) ringTimeout?: number | string;
  /** `none`, or the URL of a sound. */
  @property() ringtone?: string;
  /** How the person here must be for a ring to sound, with spaces between: `available away`. */
  @property({attribute: 'ring-while', converter: (text) => text ?? undefined}) ringWhile?: readonly UserStatus[] | string;
  /** `floating`, `inline` or `window`. */
  @property({attribute: 'window-mode'}) windowMode?: WindowMode;
  /** URL of the page that `window-mode="window"` opens. */
  @property({attribute: 'call-page'}) callPage?: string;

  /** Read-only: how the line stands. */
  @property({reflect: true}) state: LineState = 'off';

  readonly #changed = new Set<keyof CallConfiguration>();
  #configured: CallControllerFace | undefined;

  protected abstract get target(): CallControllerFace | undefined;

  /** Lit gathers what changes within a microtask, so that user and server set together make one connection. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const {target} = this;
    const other = target !== this.#configured;
    for (const name of SETTINGS) {
      if (changed.has(name) || (other && (this[name] ?? undefined) !== undefined)) this.#changed.add(name);
    }
    this.#configured = target;
    if (!target) return;
    if (this.#changed.size) target.configure(this.#takeChanges());
    this.state = target.state.line;
  }

  #takeChanges(): Partial<CallConfiguration> {
    const entries = [...this.#changed].map((name) => [name, readSetting(name, this[name])]);
    this.#changed.clear();
    return Object.fromEntries(entries) as Partial<CallConfiguration>;
  }
}
