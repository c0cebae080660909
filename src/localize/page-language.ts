const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls `fn` when `<html>` changes its language or direction. One observer serves all, and only while wanted. */
export const onPageLanguage = (fn: () => void): (() => void) => {
  listeners.add(fn);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((tell) => tell()));
    observer.observe(document.documentElement, {attributeFilter: ['lang', 'dir']});
  }
  return () => {
    listeners.delete(fn);
    if (listeners.size) return;
    observer?.disconnect();
    observer = undefined;
  };
};
