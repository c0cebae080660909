import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {sendRequest} from '../../context/send-request.js';
import type {CallRequestEvent} from '../../events/call-request-event.js';
import {completeTerms} from '../../localize/complete-terms.js';
import {isTalking} from '../../types/is-talking.js';
import {avatarStyles} from '../avatar.styles.js';
import type {Shell, View} from '../lazy-view.js';
import {oneOf} from '../../util/one-of.js';
import {panelStyles} from '../panel.styles.js';
import {raise} from '../raise.js';
import {theme} from '../theme.styles.js';
import {Announcement} from './announcement.js';
import type {IncomingCallElement} from './incoming-call.js';
import {incomingPopup} from './incoming-popup.js';
import {styles} from './incoming-view.styles.js';
import {loadRingExtras} from './load-ring-extras.js';
import type {RingExtras} from './ring-extras.js';
import {ringsOf} from './rings-of.js';
import {stackStyles} from './stack.styles.js';

const POSITIONS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;

/** The popups inside `<incoming-call>`: say once who is calling, and take the focus only where nobody misses it. */
export class IncomingView implements View {
  static readonly styles = [theme, panelStyles, avatarStyles, stackStyles, styles];

  readonly #shell: Shell<IncomingCallElement>;
  readonly #announcement = new Announcement();
  #offered = false;
  #extras: RingExtras | undefined;
  #fetching = false;
  #hadFocus = false;
  #before: HTMLElement | undefined;

  constructor(shell: Shell<IncomingCallElement>) {
    this.#shell = shell;
  }

  get announcement(): string {
    return this.#announcement.text;
  }

  /** Of the announcement. */
  get dir(): 'ltr' | 'rtl' {
    return this.#shell.words.dir;
  }

  hostConnected(): void {
    this.#shell.host.ownerDocument.addEventListener('keydown', this.#key);
  }

  hostDisconnected(): void {
    this.#shell.host.ownerDocument.removeEventListener('keydown', this.#key);
    this.#extras?.stop();
  }

  hostUpdate(): void {
    const {host, call, words} = this.#shell;
    this.#hadFocus = this.#hasFocus();
    const terms = completeTerms(words.terms);
    this.#announcement.follow(
      ringsOf(call.state),
      ({peer}) => `${terms.isCalling(peer.name)}${this.#isFocusFree() ? '' : `. ${terms.keyToCall}`}`,
    );
    if (host.state === 'idle') this.#leave();
  }

  render(): TemplateResult | typeof nothing {
    const {host, call, words} = this.#shell;
    const rings = ringsOf(call.state);
    if (!rings.length) return nothing;
    const terms = completeTerms(words.terms);
    const blocked = call.state.sound === 'blocked' ? html`<p class="sound">${terms.soundBlocked}</p>` : nothing;
    const notes = html`${blocked}${this.#extras?.notes() ?? nothing}`;
    const ask = (request: CallRequestEvent): void => void sendRequest(host, request);
    const position = oneOf('position', host.position, POSITIONS);
    const isLow = position.startsWith('bottom');
    return html`
      <div
        class="stack ${position} ${rings.length > 1 ? 'several' : ''}"
        popover="manual"
        dir=${words.dir}
        @focusin=${this.#focusCame}
      >
        ${repeat(
          rings,
          ({callId}) => callId,
          (ring, place) => incomingPopup({ring, place, terms, ask, isLow, notes: place === 0 ? notes : nothing}),
        )}
      </div>
    `;
  }

  hostUpdated(): void {
    const {host, call} = this.#shell;
    const {renderRoot} = host;
    if (host.isConnected) this.#extras?.follow(ringsOf(call.state));
    if (this.#wantsExtras) void this.#fetchExtras();
    raise(renderRoot.querySelector('[popover]'));
    const [answer] = this.#answers;
    if (!answer) return;
    // The one that had the focus is gone. Not to another's Answer: the key that is on its way was not for them.
    if (this.#hadFocus && !this.#hasFocus()) renderRoot.querySelector<HTMLElement>('[part="popup"]')?.focus();
    if (this.#offered) return;
    this.#offered = true;
    if (this.#isFocusFree()) answer.focus();
  }

  /** Gives the focus back to where it came from, unless the call now goes on in its window. */
  #leave(): void {
    if (this.#hasFocus() && !isTalking(this.#shell.call.state.phase)) this.#before?.focus();
    this.#offered = false;
    this.#before = undefined;
  }

  /** What is only sometimes there to be said or shown is fetched then. */
  get #wantsExtras(): boolean {
    const {host, call} = this.#shell;
    const mayNotify = 'Notification' in globalThis && Notification.permission !== 'denied';
    return !this.#extras && !this.#fetching && host.state === 'ringing' && (call.state.silent || mayNotify);
  }

  async #fetchExtras(): Promise<void> {
    this.#fetching = true;
    const {host} = this.#shell;
    const module = await loadRingExtras().catch(() => undefined);
    this.#fetching = false;
    if (!module) return;
    this.#extras ??= new module.RingExtras({
      shell: this.#shell,
      ask: (request) => void sendRequest(host, request),
      show: () => this.#answers[0]?.focus(),
    });
    host.requestUpdate();
  }

  get #answers(): readonly HTMLElement[] {
    return [...this.#shell.host.renderRoot.querySelectorAll<HTMLElement>('[part="answer"]')];
  }

  #hasFocus(): boolean {
    return Boolean(this.#shell.host.shadowRoot?.activeElement);
  }

  /** Nothing has the focus, so that nobody is typing and nobody's place is lost. */
  #isFocusFree(): boolean {
    const {activeElement, body, documentElement} = this.#shell.host.ownerDocument;
    return !activeElement || activeElement === body || activeElement === documentElement;
  }

  readonly #focusCame = ({relatedTarget}: FocusEvent): void => {
    const isOutside = !this.#shell.host.renderRoot.contains(relatedTarget as Node | null);
    if (relatedTarget instanceof HTMLElement && isOutside) this.#before = relatedTarget;
  };

  /** Leads to the first popup, and on from one to the next. */
  readonly #key = (event: KeyboardEvent): void => {
    const answers = this.#answers;
    const active = this.#shell.host.shadowRoot?.activeElement;
    const current = answers.findIndex((answer) => active && answer.closest('[part="popup"]')?.contains(active));
    const next = answers[(current + 1) % answers.length];
    if (event.key !== 'F6' || event.defaultPrevented || !next || (current >= 0 && answers.length === 1)) return;
    event.preventDefault();
    next.focus();
  };
}
