import {firefoxPath} from '../../tools/browsers.mjs';
import type {BrowserName} from './browsers.js';

const ALL: readonly (readonly [BrowserName, BrowserName])[] = [
  ['chromium', 'chromium'],
  ['chromium', 'firefox'],
  ['firefox', 'chromium'],
];

/** Who calls whom with what. */
export const PAIRS = ALL.filter((pair) => firefoxPath() || !pair.includes('firefox'));
