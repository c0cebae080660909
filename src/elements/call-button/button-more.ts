import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {connectorsKnown} from '../../connectors/connector-registry.js';
import {enPresence} from '../../localize/en-presence.js';
import {LazyView} from '../lazy-view.js';
import type {Shell, View} from '../lazy-view.js';
import {badgeStyles} from './badge.styles.js';
import type {ButtonWays} from './button-ways.js';
import type {CallButtonElement} from './call-button.js';
import {loadButtonWays} from './load-button-ways.js';

/** How the callee is, and whatever there is where one connector of the page's own is not all. */
export class ButtonMore implements View {
  static readonly styles = [badgeStyles];

  readonly #shell: Shell<CallButtonElement>;
  readonly #ways: LazyView<CallButtonElement, ButtonWays>;
  #watching: readonly [controller?: unknown, callee?: string, connector?: string | undefined] = [];
  #stop: (() => void) | undefined;

  constructor(shell: Shell<CallButtonElement>) {
    this.#shell = shell;
    this.#ways = new LazyView(shell, loadButtonWays);
  }

  /** There where one connector of the page's own is not all. */
  get ways(): ButtonWays | undefined {
    const {host, call} = this.#shell;
    const {connectors, offers, mayCall, elsewhere} = call.state;
    const isOurs = connectors.length < 2 && !connectors.some((name) => connectorsKnown().has(name));
    const isPlain = isOurs && !offers.length && mayCall && !elsewhere && !host.connector;
    return isPlain ? undefined : this.#ways.take();
  }

  hostUpdate(): void {
    const {host, call} = this.#shell;
    const {callee, connector, oneself} = host;
    const {controller} = call;
    const [before, whom, by] = this.#watching;
    // The last update of a button that has just gone must not begin what nothing would end.
    if (!host.isConnected || (controller === before && callee === whom && connector === by)) return;
    this.hostDisconnected();
    this.#watching = [controller, callee, connector];
    host.presence = 'unknown';
    // Another copy of the library may have made the controller, before there was presence.
    const watched = callee && !oneself ? controller : undefined;
    this.#stop = watched?.presence?.(callee, (presence) => (host.presence = presence), connector || undefined);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#watching = [];
  }

  /** The badge. */
  render(): TemplateResult | typeof nothing {
    const {host, words} = this.#shell;
    const {presence} = host;
    if (presence === 'unknown') return nothing;
    return html`<span part="badge" class=${presence}><span class="quiet">${(words.terms.presence ?? enPresence)[presence]}</span></span>`;
  }
}
