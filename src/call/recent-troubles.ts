import type {CallTrouble} from '../types/call-error.js';
import type {CallStore} from './call-store.js';

/** A report needs no more. */
const MOST = 10;

/** Keeps the last troubles that are told from now on. */
export const recentTroubles = (store: CallStore): (() => readonly CallTrouble[]) => {
  let troubles: readonly CallTrouble[] = [];
  store.onNotice(({type, detail}) => {
    if (type === 'call-error') troubles = [...troubles, detail].slice(-MOST);
  });
  return () => troubles;
};
