import type {Clock} from '../util/clock.js';

const RHYTHM = 1000;

interface Wish {
  readonly title: string;
  readonly clock: Clock;
}

/** The document has one title, however many ring on the page: all share these, and the last to stop puts it back. */
const wishes = new Set<Wish>();
let own = '';
/** As the document gives it back: it tidies blanks. */
let written = '';
let cancel = (): void => {};

const noticeOwn = (): void => {
  if (document.title !== written) own = written = document.title;
};

const write = (text: string): void => {
  if (text === written) return;
  document.title = text;
  written = document.title;
};

/** Shows the newest wish or the page's own title, and the other one next; without a wish, its own for good. */
const turn = (isOwn: boolean): void => {
  cancel();
  noticeOwn();
  const wish = [...wishes].at(-1);
  write(isOwn || !wish ? own : wish.title);
  if (wish) cancel = wish.clock.after(RHYTHM, () => turn(!isOwn));
};

/**
 * Shows `title` and the page's own in turn, until the returned function is called. What the page itself sets
 * meanwhile is its own title from then on.
 */
export const flashTitle = (title: string, clock: Clock): (() => void) => {
  const wish = {title, clock};
  if (!wishes.size) own = written = document.title;
  wishes.add(wish);
  turn(false);
  return () => {
    if (wishes.delete(wish)) turn(false);
  };
};
