import {pageTickets} from '../settings/page-tickets.js';
import {isLive} from '../types/call-phase.js';
import type {CallPhase} from '../types/call-phase.js';
import type {CallPages, Opening, OpeningResult} from '../types/call-pages.js';
import {warnOnce} from '../util/warn-once.js';
import {callWindowName, ownWindowName} from './call-window-name.js';
import {openedHere, rememberOpened} from './opened-window.js';
import {windowPlace} from './window-place.js';

/** So long a window may take to load before another press begins anew in it. */
const LOADING = 10_000;

/** The page, if it may be given a ticket: another origin could not read it. */
const ownUrl = (page: string): string | undefined => {
  const url = URL.canParse(page, document.baseURI) ? new URL(page, document.baseURI) : undefined;
  if (url?.origin === location.origin) return url.href;
  warnOnce('call-page', 'call-page has to be a page of the same origin; calls stay on this page.');
  return undefined;
};

/** What the call in a window is like; undefined while it has none, or its page is not ours. */
const phaseIn = (other: Window): string | undefined => {
  try {
    return other.document.querySelector('call-window')?.getAttribute('state') ?? undefined;
  } catch {
    return undefined;
  }
};

const isBlank = (other: Window): boolean => {
  try {
    return other.location.href === 'about:blank';
  } catch {
    return false;
  }
};

/** The windows of their own that this page opens for calls. Both `open` and `show` have to be called within a press. */
export class CallWindows implements CallPages {
  #last: {readonly other: Window; readonly at: number} | undefined;

  get isOwn(): boolean {
    return ownWindowName() !== '';
  }

  open({page, user, ticket}: Opening): OpeningResult {
    const url = ownUrl(page);
    if (!url) return 'impossible';
    const name = callWindowName(user);
    // Empty, so that a window that is there already is found and not loaded anew.
    const other = window.open('', name, windowPlace(screen));
    if (!other || other.closed) return 'blocked';
    rememberOpened(name);
    other.focus();
    if (this.#isTaken(other)) return 'shown';
    if (!this.#hand(other, ticket)) {
      other.close();
      return 'blocked';
    }
    this.#last = {other, at: Date.now()};
    other.location.replace(url);
    return 'opened';
  }

  show(name: string): boolean {
    if (!name) return false;
    if (this.#last?.other.closed === false && this.#last.other.name === name) {
      this.#last.other.focus();
      return true;
    }
    if (openedHere() !== name) return false;
    const found = window.open('', name);
    if (!found) return false;
    // Not the one that was meant: that is out of this tab's reach.
    if (isBlank(found)) {
      found.close();
      return false;
    }
    found.focus();
    return true;
  }

  #isTaken(other: Window): boolean {
    const phase = phaseIn(other);
    if (phase && isLive(phase as CallPhase)) return true;
    const isLoading = this.#last?.other === other && Date.now() - this.#last.at < LOADING;
    return isLoading && phase !== 'ended';
  }

  #hand(other: Window, ticket: Opening['ticket']): boolean {
    try {
      return pageTickets(() => other.sessionStorage).put(ticket);
    } catch {
      return false;
    }
  }
}
