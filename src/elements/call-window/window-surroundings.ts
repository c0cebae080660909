import type {CSSResult} from 'lit';
import {isLive} from '../../types/call-phase.js';
import {isTalking} from '../../types/is-talking.js';
import type {CallState} from '../../types/call-state.js';
import {Fetched} from '../fetched.js';
import type {Shell} from '../lazy-view.js';
import type {CallWindowElement} from './call-window.js';
import {loadCallText} from './load-call-text.js';
import {loadOwnPage} from './load-own-page.js';
import {loadWindowExtras} from './load-window-extras.js';
import type {OwnPage} from './own-page.js';
import type {CallText} from './text-panel.js';
import type {WindowExtras} from './window-extras.js';

/** What is about the window besides: a page that is a call's alone, and what there is only while two people talk. */
export class WindowSurroundings {
  readonly #shell: Shell<CallWindowElement>;
  /** Of the window. */
  readonly #styles: readonly CSSResult[];
  readonly #adopt: (styles: readonly CSSResult[]) => void;
  readonly #extrasClass: Fetched<typeof WindowExtras>;
  readonly #pageClass: Fetched<typeof OwnPage>;
  readonly #textClass: Fetched<typeof CallText>;
  #extras: WindowExtras | undefined;
  #page: OwnPage | undefined;
  #text: CallText | undefined;
  #wasOpen = false;
  #closes = false;

  constructor(shell: Shell<CallWindowElement>, styles: readonly CSSResult[], adopt: (styles: readonly CSSResult[]) => void) {
    const changed = (): void => shell.host.requestUpdate();
    this.#shell = shell;
    this.#styles = styles;
    this.#adopt = adopt;
    this.#extrasClass = new Fetched(loadWindowExtras, changed);
    this.#pageClass = new Fetched(loadOwnPage, changed);
    this.#textClass = new Fetched(loadCallText, changed);
  }

  get extras(): WindowExtras | undefined {
    return this.#extras;
  }

  get page(): OwnPage | undefined {
    return this.#page;
  }

  get text(): CallText | undefined {
    return this.#text;
  }

  /** `open`: a window of a call would be on the page now. */
  follow(state: CallState, {open}: {readonly open: boolean}): void {
    if (isTalking(state.phase)) this.#begin();
    else if (!isLive(state.phase)) this.#end();
    this.#followText(state);
    this.#followPage(state, open);
  }

  /** The window was closed by a press; where a call has to end first, that is seen when it has. */
  close({phase}: CallState): void {
    if (!isLive(phase)) this.#page?.close();
  }

  /** The element left the page. */
  leave(): void {
    this.#end();
    this.#page?.stop();
    this.#text?.dispose();
    this.#text = undefined;
  }

  #begin(): void {
    const Extras = this.#extrasClass.take();
    if (!Extras || this.#extras) return;
    const {host, words} = this.#shell;
    this.#adopt(Extras.styles);
    this.#extras = new Extras({host, styles: this.#styles, language: () => words.language, changed: () => host.requestUpdate()});
  }

  #end(): void {
    this.#extras?.dispose();
    this.#extras = undefined;
  }

  /** What was written is there to be read until the next call. */
  #followText(state: CallState): void {
    const {host, call, words} = this.#shell;
    const {controller} = call;
    const Text = isTalking(state.phase) ? this.#textClass.take() : undefined;
    if (Text && controller && this.#text?.controller !== controller) {
      this.#adopt(Text.styles);
      this.#text?.dispose();
      this.#text = new Text({host, controller, language: () => words.language});
    }
    this.#text?.follow(state);
  }

  /** A page of its own goes when a window on another page would. */
  #followPage(state: CallState, open: boolean): void {
    const {host} = this.#shell;
    // Kept until what closes it is there, since a call may be over before.
    this.#closes = state.phase === 'ended' && (this.#closes || (this.#wasOpen && !open));
    this.#wasOpen = open;
    const Page = host.mode === 'window' ? this.#pageClass.take() : undefined;
    if (!Page) return;
    this.#page ??= new Page({changed: () => host.requestUpdate()});
    this.#page.follow(state);
    if (this.#closes) this.#page.close();
    this.#closes = false;
  }
}
