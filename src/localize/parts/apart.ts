/** Browsers that keep what was blocked in places of their own. */
export type BrowserFamily = 'chromium' | 'firefox' | 'safari' | 'other';

/** What is said of a call in a window of its own, of the small window on top, and of how a block is undone. */
export interface ApartTerms {
  /** In a call's own window that was opened by hand. */
  readonly noCall: string;
  /** Where a window cannot close itself. */
  readonly closeThis: string;
  /** A button: the call goes into a small window above all others. */
  readonly popOut: string;
  /** A button: it comes back. */
  readonly popIn: string;
  /** Where the call was, meanwhile. */
  readonly isPoppedOut: string;
  /** How to allow in this browser what was blocked; `device` is the word of `devices`, as the browser may say it. */
  readonly unblock: Readonly<Record<BrowserFamily, (device: string) => string>>;
}

export const enApart: ApartTerms = {
  noCall: 'There is no call here',
  closeThis: 'You can close this window.',
  popOut: 'Keep in a small window on top',
  popIn: 'Back to the page',
  isPoppedOut: 'The call is in a small window on top.',
  unblock: {
    chromium: (device) => `Press the icon left of the page’s address, allow “${device}”, then try again.`,
    firefox: (device) => `Press the crossed-out icon left of the page’s address, remove the block of “${device}”, then try again.`,
    safari: (device) => `Choose Safari › Settings for this website, set “${device}” to Allow, then try again.`,
    other: (device) => `Allow “${device}” for this page in the browser’s settings, then try again.`,
  },
};
