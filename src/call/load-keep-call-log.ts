import type {keepCallLog} from './keep-call-log.js';

/** What writes down the calls, fetched when there is one. */
export const loadKeepCallLog = (): Promise<typeof keepCallLog> => import('./keep-call-log.js').then(({keepCallLog}) => keepCallLog);
