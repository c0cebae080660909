import {nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {sendRequest} from '../../context/send-request.js';
import {completeTerms} from '../../localize/complete-terms.js';
import {isTalking} from '../../types/call-phase.js';
import {avatarStyles} from '../avatar.styles.js';
import type {Shell, View} from '../lazy-view.js';
import {oneOf} from '../../util/one-of.js';
import {panelStyles} from '../panel.styles.js';
import {raise} from '../raise.js';
import {theme} from '../theme.styles.js';
import type {IncomingCallElement} from './incoming-call.js';
import {incomingPopup} from './incoming-popup.js';
import {styles} from './incoming-view.styles.js';

const POSITIONS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;

/** The popup inside `<incoming-call>`: says once who is calling, and takes the focus only where nobody misses it. */
export class IncomingView implements View {
  static readonly styles = [theme, panelStyles, avatarStyles, styles];

  readonly #shell: Shell<IncomingCallElement>;
  /** Stays the same whatever changes while it rings. */
  #announcement = '';
  #offered = false;
  #before: HTMLElement | undefined;

  constructor(shell: Shell<IncomingCallElement>) {
    this.#shell = shell;
  }

  get announcement(): string {
    return this.#announcement;
  }

  hostConnected(): void {
    this.#shell.host.ownerDocument.addEventListener('keydown', this.#key);
  }

  hostDisconnected(): void {
    this.#shell.host.ownerDocument.removeEventListener('keydown', this.#key);
  }

  hostUpdate(): void {
    const {host, call, words} = this.#shell;
    const {peer} = call.state;
    if (host.state === 'idle') {
      this.#leave();
    } else if (!this.#announcement && peer) {
      const terms = completeTerms(words.terms);
      this.#announcement = `${terms.isCalling(peer.name)}${this.#isFocusFree() ? '' : `. ${terms.keyToCall}`}`;
    }
  }

  render(): TemplateResult | typeof nothing {
    const {host, call, words} = this.#shell;
    if (host.state === 'idle') return nothing;
    return incomingPopup({
      state: call.state,
      terms: completeTerms(words.terms),
      dir: words.dir,
      position: oneOf('position', host.position, POSITIONS),
      ask: (request) => void sendRequest(host, request),
      focusCame: this.#focusCame,
    });
  }

  hostUpdated(): void {
    raise(this.#shell.host.renderRoot.querySelector('[popover]'));
    const answer = this.#answer();
    if (!answer || this.#offered) return;
    this.#offered = true;
    if (this.#isFocusFree()) answer.focus();
  }

  /** Gives the focus back to where it came from, unless the call now goes on in its window. */
  #leave(): void {
    if (this.#hasFocus() && !isTalking(this.#shell.call.state.phase)) this.#before?.focus();
    this.#announcement = '';
    this.#offered = false;
    this.#before = undefined;
  }

  #answer(): HTMLElement | null {
    return this.#shell.host.renderRoot.querySelector<HTMLElement>('[part="answer"]');
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

  readonly #key = (event: KeyboardEvent): void => {
    const answer = this.#answer();
    if (event.key !== 'F6' || event.defaultPrevented || !answer || this.#hasFocus()) return;
    event.preventDefault();
    answer.focus();
  };
}
