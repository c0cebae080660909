const listeners = new Set<() => void>();
const offers = new Map<object, string>();
let observer: MutationObserver | undefined;

const tell = (): void => listeners.forEach((listener) => listener());

/** Calls `fn` when the page's language or direction changes. One observer serves all, and only while wanted. */
export const onPageLanguage = (fn: () => void): (() => void) => {
  listeners.add(fn);
  if (!observer) {
    observer = new MutationObserver(tell);
    observer.observe(document.documentElement, {attributeFilter: ['lang', 'dir']});
  }
  return () => {
    listeners.delete(fn);
    if (listeners.size) return;
    observer?.disconnect();
    observer = undefined;
  };
};

/** Names the language of what the page names none for; without one, takes it back. */
export const offerLanguage = (from: object, language?: string | null): void => {
  if (offers.get(from) === (language || undefined)) return;
  if (language) offers.set(from, language);
  else offers.delete(from);
  tell();
};

/** The language that was offered last, else the browser's. */
export const usualLanguage = (): string => [...offers.values()].at(-1) || navigator.language || 'en';
