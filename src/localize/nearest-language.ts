import {usualLanguage} from './page-language.js';

/** The language of a place in the page, and the direction where the page names one closer than the language. */
export interface PageLanguage {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl' | undefined;
}

const parentOf = (node: Element): Element | null => {
  const root = node.getRootNode();
  return node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

/** The nearest `lang` and `dir`, upwards and out of shadow roots; without any, the usual language. */
export const nearestLanguage = (start: Element): PageLanguage => {
  let dir: PageLanguage['dir'];
  for (let node: Element | null = start; node; node = parentOf(node)) {
    const named = node.getAttribute('dir');
    if (named === 'ltr' || named === 'rtl') dir ??= named;
    const language = node.getAttribute('lang');
    if (language) return {language, dir};
  }
  return {language: usualLanguage(), dir};
};
