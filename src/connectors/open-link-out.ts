import type {LinkCall, LinkOut} from './connector-registry.js';
import {fillTemplate, meetingUrl} from './meeting-url.js';

/** Opens a link-out's page. To be called in the press, or the browser blocks it. */
export const openLinkOut = (link: LinkOut, call: LinkCall): void => {
  if ('open' in link) return attempt(() => link.open(call));
  if ('prepare' in link) return;
  const {url} = link;
  if (typeof url === 'string') return openMeeting(fillTemplate(url, call));
  attempt(() => {
    const address = url(call);
    return typeof address === 'string' ? openMeeting(address) : openLater(address);
  });
};

/** Where it may be opened: see `meetingUrl`. */
export const openMeeting = (address: string): void => {
  const url = meetingUrl(address);
  if (url) window.open(url, '_blank', 'noopener');
};

/** The window opens in the press, and goes to the address when that is known. */
const openLater = async (address: Promise<string>): Promise<void> => {
  const page = window.open('about:blank', '_blank');
  try {
    const url = meetingUrl(await address);
    if (!page) return;
    page.opener = null;
    if (url) page.location.replace(url);
    else page.close();
  } catch (error) {
    page?.close();
    throw error;
  }
};

/** Code of the page's: what it throws is told, and harms nobody. */
const attempt = (fn: () => unknown): void => {
  void (async () => fn())().catch((error: unknown) => console.warn('call-elements: a connector could not open its page', error));
};
