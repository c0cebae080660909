import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {connectorsKnown} from '../../connectors/connector-registry.js';
import {openLinkOut} from '../../connectors/open-link-out.js';
import {possibleWays} from '../../connectors/possible-ways.js';
import {WayFinder} from '../../connectors/way-finder.js';
import type {Way} from '../../connectors/way-finder.js';
import {sendRequest} from '../../context/send-request.js';
import type {CallRequestEvent, CallRequests} from '../../events/call-request-event.js';
import {partTerms} from '../../localize/part-terms.js';
import {enMenu} from '../../localize/parts/menu.js';
import type {MenuTerms} from '../../localize/parts/menu.js';
import {loadCalleeAccounts} from '../../rest/load-callee-accounts.js';
import {onRememberedWays, rememberWay, rememberedWays} from '../../settings/way-memory.js';
import {openedHere} from '../../tabs/opened-window.js';
import type {CallElsewhere} from '../../types/call-state.js';
import {systemClock} from '../../util/clock.js';
import {icon, line} from '../icons.js';
import type {Shell, View} from '../lazy-view.js';
import {Menu, menuStyles} from '../menu/menu.js';
import {badgeStyles} from './badge.styles.js';
import {callWith} from './button-state.js';
import type {CallButtonState} from './button-state.js';
import {waysStyles} from './button-ways.styles.js';
import type {CallButtonElement} from './call-button.js';
import {mediaOf, startRequest} from './start-request.js';

const isOurs = (name: string): boolean => name === 'peerjs' || name === 'local';

const arrow = line('M7 10l5 5 5-5');

/** What a button is where there are several ways to call, or one that is no connector of this page; and why there is none. */
export class ButtonWays implements View {
  static readonly styles = [badgeStyles, menuStyles, waysStyles];

  readonly #shell: Shell<CallButtonElement>;
  readonly #menu: Menu;
  #asked = '';
  #finder: WayFinder | undefined;
  #forget: (() => void) | undefined;

  constructor(shell: Shell<CallButtonElement>) {
    this.#shell = shell;
    this.#menu = new Menu(shell.host);
  }

  hostConnected(): void {
    this.#forget ??= onRememberedWays(() => this.#shell.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#forget?.();
    this.#finder?.stop();
    [this.#forget, this.#finder, this.#asked] = [undefined, undefined, ''];
  }

  /** By which connector a press calls; undefined while nothing is known. */
  get connector(): string | undefined {
    return this.#ways[0]?.name;
  }

  /** The label, where it is another than usual. */
  get label(): string | undefined {
    if (this.#isElsewhere) return this.#terms.inCall;
    const [way] = this.#ways;
    const {host, words} = this.#shell;
    return host.state === 'idle' && way?.link ? this.#terms.hintWith(words.terms.call, this.#titleOf(way)) : undefined;
  }

  stateOf(usual: CallButtonState): CallButtonState {
    this.#look();
    return usual === 'idle' && this.#finder?.isDone && !this.#ways.length ? 'unavailable' : usual;
  }

  hintOf(usual: string): string {
    const {host, call} = this.#shell;
    const {state} = host;
    const {mayCall, line: lineState, elsewhere, userId} = call.state;
    const terms = this.#terms;
    if (elsewhere && this.#isElsewhere) return this.#placeOf(elsewhere);
    if (state === 'unavailable' && host.callee && userId) {
      const isOff = !mayCall || (call.state.offers.length > 0 && call.state.offers.every(({active}) => !active));
      return isOff ? terms.callsOff : this.#finder?.isDone ? terms.noWay : usual;
    }
    if (state !== 'idle') return usual;
    const [way] = this.#ways;
    if (!way?.link && (lineState === 'offline' || lineState === 'error')) return terms.offline;
    return way && (way.link || this.#ways.length > 1) ? terms.hintWith(usual, this.#titleOf(way)) : usual;
  }

  /** Carries out a press on Call that is no affair of this page's connectors; false for all others. */
  takes(request: CallRequestEvent): boolean {
    if (request.type !== 'call-start-request' || this.#isElsewhere) return false;
    const {connector} = request.detail as CallRequests['call-start-request'];
    const link = this.#ways.find(({name}) => name === connector)?.link;
    if (!link) return false;
    if (this.#shell.host.dispatchEvent(request)) openLinkOut(link.to, link.call);
    return true;
  }

  render(): TemplateResult | typeof nothing {
    const {host, words} = this.#shell;
    const {dir} = words;
    const ways = this.#ways;
    if (host.state !== 'idle' || ways.length < 2) return nothing;
    const label = this.#terms.waysToCall(host.calleeName || host.callee);
    const items = ways.map((way) => ({
      key: way.name,
      label: this.#titleOf(way),
      ...(way.link && {note: this.#terms.opensPage}),
    }));
    return html`
      ${this.#menu.button({part: 'menu-button', label, title: label, dir, content: icon(arrow), disabled: host.disabled, look: 'face'})}
      ${this.#menu.list({label, dir, items, itemPart: 'menu-item', choose: (name) => this.#choose(name)})}
    `;
  }

  get #terms(): MenuTerms {
    return partTerms('menu', enMenu, this.#shell.words.language);
  }

  /** Where the call is; a window can be brought to the front only from the tab that opened it. */
  #placeOf({place, windowName}: CallElsewhere): string {
    const {showWindow, inOtherWindow, inOtherTab} = this.#terms;
    if (place !== 'window') return inOtherTab;
    return windowName && openedHere() === windowName ? showWindow : inOtherWindow;
  }

  /** Another tab or window has the call with this person. */
  get #isElsewhere(): boolean {
    const {host, call} = this.#shell;
    return call.state.elsewhere?.peer.id === host.callee && !callWith(call.state, host.callee);
  }

  /** The one that was chosen last for this person comes first; else the one chosen last at all. */
  get #ways(): readonly Way[] {
    const {host, call} = this.#shell;
    const ways = this.#finder?.ways ?? [];
    if (ways.length < 2) return ways;
    const {overall, callees} = rememberedWays(call.state.userId);
    const last = [callees.get(host.callee), overall].find((name) => ways.some((way) => way.name === name));
    return [...ways.filter(({name}) => name === last), ...ways.filter(({name}) => name !== last)];
  }

  #titleOf({name, title, link}: Way): string {
    if (title) return title;
    const {here, hintWith} = this.#terms;
    if (link || !isOurs(name)) return name;
    return this.#ways.filter((way) => isOurs(way.name) && !way.title).length > 1 ? hintWith(here, name) : here;
  }

  #choose(name: string): void {
    const {host, call} = this.#shell;
    void rememberWay(call.state.userId, host.callee, name);
    const request = startRequest(host, name);
    if (!this.takes(request)) sendRequest(host, request);
  }

  /** Looks for the ways anew when something else is asked. */
  #look(): void {
    const {host, call} = this.#shell;
    const {callee, calleeName, connector, calleeAccounts: given} = host;
    const {userId, connectors, offers} = call.state;
    const known = connectorsKnown();
    const all = possibleWays({connectors: connector ? [connector] : connectors, offers, known});
    const ways = connector ? all.filter(({name}) => name === connector) : all;
    const {configuration} = call.controller ?? {};
    const asked = JSON.stringify([ways, userId, callee, calleeName, mediaOf(host), given]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#finder?.stop();
    this.#finder = undefined;
    if (!callee || !userId || callee === userId) return;
    this.#finder = new WayFinder({
      ways,
      call: {user: userId, userName: configuration?.userName ?? '', callee, calleeName: calleeName || callee, media: mediaOf(host), account: ''},
      accounts: async () => given ?? (configuration ? (await loadCalleeAccounts())(configuration, callee) : []),
      clock: systemClock,
      changed: () => host.requestUpdate(),
    });
  }
}
