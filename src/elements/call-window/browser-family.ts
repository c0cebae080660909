import type {BrowserFamily} from '../../localize/parts/apart.js';

/** Asked only to tell people where in their browser something is; nothing works differently by it. */
const VENDORS: readonly [RegExp, BrowserFamily][] = [
  [/^Google/, 'chromium'],
  [/^Apple/, 'safari'],
];

/** Whose browser this is, as far as the way to its settings goes. */
export const browserFamily = (vendor = navigator.vendor): BrowserFamily => {
  const found = VENDORS.find(([pattern]) => pattern.test(vendor));
  if (found) return found[1];
  return CSS.supports('-moz-appearance', 'none') ? 'firefox' : 'other';
};
