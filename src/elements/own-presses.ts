const begun = new WeakSet<EventTarget>();

/**
 * Listens for clicks on what appears while somebody may be clicking. The second half of a double click that began on
 * what was in this place before is no press: else a double click on Answer would hang up.
 */
export const ownPresses = {
  capture: true,
  handleEvent(event: MouseEvent): void {
    const place = event.currentTarget;
    if (!place || begun.has(place)) return;
    if (event.detail < 2) begun.add(place);
    else event.stopPropagation();
  },
};
