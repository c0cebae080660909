/** Of the free screen, so much is the window's, in the middle; a small screen is all its own. */
const SHARE = 0.8;
const SMALL = 760;

interface Free {
  readonly availWidth: number;
  readonly availHeight: number;
  /** Where the free part begins; not every browser says. */
  readonly availLeft?: number;
  readonly availTop?: number;
}

/** How large a window of its own is and where it stands, in the words of `window.open`. */
export const windowPlace = ({availWidth, availHeight, availLeft = 0, availTop = 0}: Free): string => {
  const share = availWidth <= SMALL ? 1 : SHARE;
  const width = Math.round(availWidth * share);
  const height = Math.round(availHeight * share);
  const left = Math.round(availLeft + (availWidth - width) / 2);
  const top = Math.round(availTop + (availHeight - height) / 2);
  return `popup,width=${width},height=${height},left=${left},top=${top}`;
};
