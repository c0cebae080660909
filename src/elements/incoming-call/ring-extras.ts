import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {CallAcceptRequestEvent} from '../../events/call-accept-request.js';
import {CallDeclineRequestEvent} from '../../events/call-decline-request.js';
import type {CallRequestEvent} from '../../events/call-request-event.js';
import {completeTerms} from '../../localize/complete-terms.js';
import {partTerms} from '../../localize/part-terms.js';
import {enRinging} from '../../localize/parts/ringing.js';
import {enStatus} from '../../localize/parts/status.js';
import {createSettingsStore} from '../../settings/settings-store.js';
import type {Shell} from '../lazy-view.js';
import {askToNotify, notifyPermission} from '../notify/permission.js';
import {showNotification} from '../notify/show-notification.js';
import type {NotificationDeed} from '../notify/show-notification.js';
import {watchRing} from '../notify/watch-ring.js';
import {pictureOf} from '../picture-of.js';
import type {IncomingCallElement} from './incoming-call.js';
import type {Ring} from './rings-of.js';

export interface ExtrasOptions {
  readonly shell: Shell<IncomingCallElement>;
  ask(request: CallRequestEvent): void;
  /** The person came to see this one. */
  show(): void;
}

/** Beside the popups: why a ring is silent, the offer to be notified, and the notifications themselves. */
export class RingExtras {
  readonly #options: ExtrasOptions;
  readonly #watched = new Map<string, AbortController>();
  #isRinging = false;
  #wanted = false;
  #offers = false;

  constructor(options: ExtrasOptions) {
    this.#options = options;
  }

  /** Takes in what rings now, after each update. */
  follow(rings: readonly Ring[]): void {
    const begins = rings.length > 0 && !this.#isRinging;
    this.#isRinging = rings.length > 0;
    if (begins) void this.#read(this.#options.shell.call.state.userId);
    // It was made; to whom it comes again, it is no news.
    if (!this.#isRinging) this.#offers = false;
    const ids = rings.map(({callId}) => callId);
    for (const [callId, watch] of this.#watched) {
      if (ids.includes(callId) && this.#isWanted) continue;
      watch.abort();
      this.#watched.delete(callId);
    }
    if (!this.#isWanted) return;
    for (const ring of rings) if (ring.callId !== undefined && !this.#watched.has(ring.callId)) this.#watch(ring, ring.callId);
  }

  stop(): void {
    this.follow([]);
  }

  notes(): TemplateResult | typeof nothing {
    const {call, words} = this.#options.shell;
    const {silent, status} = call.state;
    const terms = partTerms('ringing', enRinging, words.language);
    const {names} = partTerms('status', enStatus, words.language);
    const why = silent ? html`<p class="sound">${terms.silent(names[status])}</p>` : nothing;
    const offer = html`<button class="notify" @click=${this.#accept}>${terms.notifyMe}</button>`;
    return html`${why}${this.#offers && notifyPermission() === 'unasked' ? offer : nothing}`;
  }

  /** Not to be disturbed is not to be disturbed. */
  get #isWanted(): boolean {
    const {silent, status} = this.#options.shell.call.state;
    const isDisturbing = silent && status === 'do-not-disturb';
    return this.#wanted && !isDisturbing && notifyPermission() === 'granted';
  }

  async #read(user: string): Promise<void> {
    const {host} = this.#options.shell;
    const settings = createSettingsStore(user);
    const {notify, notifyOffered} = await settings.load();
    if (!this.#isRinging) return;
    this.#wanted = notify;
    this.#offers = notify && !notifyOffered && notifyPermission() === 'unasked';
    host.requestUpdate();
    if (this.#offers) await settings.save({notifyOffered: true});
  }

  #watch(ring: Ring, callId: string): void {
    const watch = new AbortController();
    this.#watched.set(callId, watch);
    const show = (signal: AbortSignal): Promise<void> => this.#show(ring, callId, signal);
    watchRing({callId, show}, watch.signal).catch((error: unknown) => {
      console.debug('call-elements: this tab cannot agree with the others on a notification.', error);
    });
  }

  #show({peer, media}: Ring, callId: string, signal: AbortSignal): Promise<void> {
    const {call, words} = this.#options.shell;
    const {sound, silent} = call.state;
    const terms = completeTerms(words.terms);
    const isSilent = sound === 'playing' || silent || call.controller?.configuration.ringtone === 'none';
    const notification = {
      callId,
      title: terms.isCalling(peer.name),
      body: media === 'video' ? terms.incomingVideo : terms.incomingAudio,
      icon: pictureOf({peer, direction: 'incoming'}),
      dir: words.dir,
      lang: words.language,
      silent: isSilent,
      answer: terms.answer,
      decline: terms.decline,
      pressed: (deed: NotificationDeed) => this.#pressed(deed, callId),
    };
    return showNotification(notification, signal);
  }

  #pressed(deed: NotificationDeed, callId: string): void {
    const {ask, show} = this.#options;
    if (deed === 'answer') ask(new CallAcceptRequestEvent({callId, media: undefined}));
    else if (deed === 'decline') ask(new CallDeclineRequestEvent({callId, reason: 'declined'}));
    else show();
  }

  readonly #accept = async (): Promise<void> => {
    await askToNotify();
    this.#offers = false;
    this.#options.shell.host.requestUpdate();
  };
}
