import type {CallText} from './text-panel.js';

/** The text of a call, fetched when two people begin to talk: the other one may write first. */
export const loadCallText = (): Promise<typeof CallText> => import('./text-panel.js').then(({CallText}) => CallText);
