import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {sendRequest} from '../../context/send-request.js';
import {CallStartRequestEvent} from '../../events/call-start-request.js';
import {completeTerms} from '../../localize/complete-terms.js';
import {partTerms} from '../../localize/part-terms.js';
import {enLog} from '../../localize/parts/log.js';
import type {LogTerms} from '../../localize/parts/log.js';
import {createCallLog} from '../../settings/call-log.js';
import {EMPTY_HISTORY} from '../../settings/parse-call-history.js';
import {isLive} from '../../types/call-phase.js';
import type {CallHistory, CallLog, LoggedCall} from '../../types/logged-call.js';
import {avatarStyles} from '../avatar.styles.js';
import type {Shell, View} from '../lazy-view.js';
import {panelStyles} from '../panel.styles.js';
import {theme} from '../theme.styles.js';
import {callLogHead} from './call-log-head.js';
import {itemStyles} from './call-log-item.styles.js';
import {callLogItem} from './call-log-item.js';
import type {CallLogElement} from './call-log.js';
import {styles} from './call-log.styles.js';
import {SeenWatch} from './seen-watch.js';

/** The list inside `<call-log>`. */
export class CallLogView implements View {
  static readonly styles = [theme, panelStyles, avatarStyles, styles, itemStyles];

  readonly #shell: Shell<CallLogElement>;
  readonly #seen: SeenWatch;
  #user = '';
  #log: CallLog | undefined;
  #stop: (() => void) | undefined;
  #history: CallHistory = EMPTY_HISTORY;
  /** What was new when this list was first looked at stays marked until it is out of sight. */
  #newSince = 0;
  #arrived = false;
  #only: 'all' | 'missed' = 'all';
  #asking = false;
  #said = '';
  #focus: string | undefined;

  constructor(shell: Shell<CallLogElement>) {
    this.#shell = shell;
    this.#seen = new SeenWatch(shell.host, {seen: () => this.#look(), left: () => void (this.#newSince = this.#history.seenAt)});
  }

  hostConnected(): void {
    this.#seen.start();
  }

  hostDisconnected(): void {
    this.#seen.stop();
    this.#stop?.();
    this.#stop = undefined;
    this.#user = '';
  }

  hostUpdate(): void {
    const {host, call} = this.#shell;
    const {userId} = call.state;
    if (!host.isConnected || userId === this.#user) return;
    this.#user = userId;
    this.#open(userId);
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#arrived) return nothing;
    const {words} = this.#shell;
    const terms = partTerms('log', enLog, words.language);
    const {calls} = this.#history;
    return html`
      <section dir=${words.dir} aria-label=${terms.calls}>
        ${callLogHead({
          terms,
          only: this.#only,
          isEmpty: calls.length === 0,
          asking: this.#asking,
          choose: (only) => this.#change({only}),
          ask: () => this.#change({asking: true, focus: '.keep'}),
          keep: () => this.#change({asking: false, focus: '[part="clear"]'}),
          clear: () => void this.#clear(terms),
        })}
        <p class="quiet" role="status">${this.#said}</p>
        ${this.#list(terms)}
      </section>
    `;
  }

  hostUpdated(): void {
    if (this.#focus) this.#shell.host.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
  }

  #list(words: LogTerms): TemplateResult {
    const {host, words: {language, terms: known}} = this.#shell;
    const terms = completeTerms(known);
    const fits = this.#history.calls.filter(({missed}) => missed || this.#only === 'all');
    const shown = fits.slice(0, Math.max(1, Math.trunc(host.limit) || 50));
    if (!shown.length) return html`<p class="empty" tabindex="-1">${this.#only === 'all' ? words.noCalls : words.noMissed}</p>`;
    const shared = {language, terms, words, now: Date.now(), obstacle: this.#obstacle(), callBack: this.#callBack};
    return html`
      <ul part="list" role="list" aria-label=${words.calls}>
        ${repeat(
          shown,
          ({callId}) => callId,
          (call) => callLogItem({...shared, call, isNew: call.missed && call.at > this.#newSince}),
        )}
      </ul>
    `;
  }

  #obstacle(): string | undefined {
    const {call, words: {terms}} = this.#shell;
    const {userId, phase, elsewhere} = call.state;
    if (!userId) return terms.notSignedIn;
    return isLive(phase) || elsewhere ? terms.inAnotherCall : undefined;
  }

  #change({focus, ...changes}: {only?: 'all' | 'missed'; asking?: boolean; focus?: string}): void {
    this.#only = changes.only ?? this.#only;
    this.#asking = changes.asking ?? this.#asking;
    this.#focus = focus;
    this.#said = '';
    this.#shell.host.requestUpdate();
  }

  async #clear({cleared}: LogTerms): Promise<void> {
    await this.#log?.clear();
    this.#change({asking: false, focus: '.empty'});
    this.#said = cleared;
    await this.#read();
  }

  #open(user: string): void {
    this.#stop?.();
    this.#history = EMPTY_HISTORY;
    this.#arrived = this.#asking = false;
    this.#shell.host.missed = 0;
    this.#log = user ? createCallLog(user) : undefined;
    this.#stop = this.#log?.watch(() => void this.#read());
    if (this.#log) void this.#read();
  }

  async #read(): Promise<void> {
    const log = this.#log;
    const history = (await log?.read()) ?? EMPTY_HISTORY;
    // Another person's by now.
    if (log !== this.#log) return;
    if (!this.#arrived) this.#newSince = history.seenAt;
    this.#arrived = true;
    this.#history = history;
    const {host} = this.#shell;
    host.missed = history.calls.filter(({missed, at}) => missed && at > history.seenAt).length;
    host.requestUpdate();
    this.#seen.again();
  }

  /** The person looks at the list: what was missed until now is no longer news. */
  #look(): void {
    const newest = this.#history.calls.find(({missed}) => missed);
    if (newest && newest.at > this.#history.seenAt) void this.#log?.see(newest.at);
  }

  readonly #callBack = ({peer, media, connector}: LoggedCall): void => {
    const {host, call} = this.#shell;
    const {configuration} = call.controller ?? {};
    const isOpen = connector !== undefined && configuration?.connectors.includes(connector);
    sendRequest(
      host,
      new CallStartRequestEvent({
        callee: peer.id,
        calleeName: peer.name,
        ...(peer.avatar && {calleeAvatar: peer.avatar}),
        media,
        connector: isOpen ? connector : undefined,
      }),
    );
  };
}
