import {settings} from './migrations/0001-settings.js';
import {imAccounts} from './migrations/0002-im-accounts.js';
import {calls} from './migrations/0003-calls.js';

/** The statements that lead from each version to the next. Only ever added to: what is released is never changed. */
export const MIGRATIONS: readonly (readonly string[])[] = [settings, imAccounts, calls];
