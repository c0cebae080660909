import {fieldsOf, listField, textField} from '../protocol/fields.js';
import type {CallConfiguration} from '../types/configuration.js';
import {createServerAccess} from './server-access.js';
import type {ServerAccess} from './server-access.js';

/** Where else a person can be reached. */
export interface CalleeAccount {
  readonly type: string;
  readonly id: string;
}

/** Milliseconds for which an answer is good: a page has many buttons for one person. */
const GOOD_FOR = 60_000;

const accesses = new Map<string, ServerAccess>();
const answers = new Map<string, {readonly until: number; readonly accounts: Promise<readonly CalleeAccount[]>}>();

/** Asks the server for a person's accounts; none where there is no server that would know. */
export const calleeAccounts = (configuration: CallConfiguration, callee: string): Promise<readonly CalleeAccount[]> => {
  const {server, tokenUrl, userId: user} = configuration;
  if (!server || !tokenUrl) return Promise.resolve([]);
  const key = JSON.stringify([server, tokenUrl, user]);
  const question = key + callee;
  const now = Date.now();
  for (const [old, {until}] of answers) if (now >= until) answers.delete(old);
  const known = answers.get(question);
  if (known) return known.accounts;
  const access = accesses.get(key) ?? createServerAccess({server, tokenUrl, user});
  accesses.set(key, access);
  const accounts = access.ask(`im-accounts/${encodeURIComponent(callee)}`).then(readAccounts);
  answers.set(question, {until: now + GOOD_FOR, accounts});
  // The next one who wants to know asks again.
  accounts.catch(() => answers.delete(question));
  return accounts;
};

const readAccounts = (answer: unknown): readonly CalleeAccount[] =>
  (listField(fieldsOf(answer) ?? {}, 'value', 50) ?? [])
    .map(fieldsOf)
    .filter((one) => one !== undefined)
    .map((one) => ({type: textField(one, 'type', 64) ?? '', id: textField(one, 'id', 200) ?? ''}))
    .filter(({type, id}) => type && id);
