import type {Clock} from '../util/clock.js';

const RHYTHM = 1000;

/**
 * Shows `title` and the page's own in turn, until the returned function is called. What the page itself sets
 * meanwhile is its own title from then on.
 */
export const flashTitle = (title: string, clock: Clock): (() => void) => {
  let own = document.title;
  /** As the document gives it back: it tidies blanks. */
  let written = own;
  let cancel = (): void => {};

  const write = (text: string): void => {
    document.title = text;
    written = document.title;
  };

  const noticeOwn = (): void => {
    if (document.title !== written) own = written = document.title;
  };

  const flash = (isOwn: boolean): void => {
    noticeOwn();
    write(isOwn ? own : title);
    cancel = clock.after(RHYTHM, () => flash(!isOwn));
  };

  flash(false);
  return () => {
    cancel();
    noticeOwn();
    if (written !== own) write(own);
  };
};
