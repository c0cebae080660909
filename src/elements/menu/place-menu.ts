/** Between the menu and its button, and at the least to the viewport's edges. */
const GAP = 4;

/** Puts a menu that is shown below its button, or above where there is more room, and within the viewport. */
export const placeMenu = (menu: HTMLElement, anchor: HTMLElement): void => {
  const button = anchor.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  const below = clientHeight - button.bottom;
  menu.style.setProperty('--_room', `${Math.max(below, button.top) - 2 * GAP}px`);
  const {width, height} = menu.getBoundingClientRect();
  const isAbove = height + 2 * GAP > below && button.top > below;
  const y = isAbove ? button.top - GAP - height : button.bottom + GAP;
  // From the button's own end of the line: that is where a split button has its arrow.
  const x = menu.dir === 'rtl' ? button.left : button.right - width;
  menu.style.setProperty('--_x', `${Math.max(GAP, Math.min(x, clientWidth - width - GAP))}px`);
  menu.style.setProperty('--_y', `${Math.max(GAP, y)}px`);
};
