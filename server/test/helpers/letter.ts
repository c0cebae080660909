import type {Letter} from '../../src/signalling/directory.js';

/** One letter of many that differ in their text only. */
export const letter = (text: string | number): Letter => ({text: String(text), from: 'alice', call: 'call'});
