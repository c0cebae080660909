/** Puts a `popover` above the page, again after a move; where popovers are unknown it stays where it is. */
export const raise = (element: HTMLElement | null): void => {
  if (!element?.isConnected || !element.popover || element.matches(':popover-open')) return;
  element.showPopover();
};
