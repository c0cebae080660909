import {fieldsOf, textField, wordField} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import type {ConnectorCapabilities, ConnectorStatus, Presence} from '../connectors/connector.js';

/** How a shared line stands, as the tab that holds it tells the others. */
export interface LineFacts {
  readonly status: ConnectorStatus;
  /** Code of the error that came with it. */
  readonly code: string | undefined;
  readonly capabilities: ConnectorCapabilities;
  readonly presence: boolean;
  readonly ice: boolean;
  /** Nobody looks at the tab that holds the line. */
  readonly isHidden: boolean;
}

export const STATUSES = ['connecting', 'online', 'offline', 'error'] as const;
export const PRESENCES = ['available', 'away', 'busy', 'do-not-disturb', 'offline', 'unknown'] as const;

/** Before anything is known. */
export const NO_FACTS: LineFacts = {
  status: 'connecting',
  code: undefined,
  capabilities: {identity: 'claimed', presence: false, ice: false, maxBytes: 40_000},
  presence: false,
  ice: false,
  isHidden: false,
};

/** What another tab says; a tab with another release of this library may say it otherwise. */
export const readFacts = (word: Fields): LineFacts | undefined => {
  const facts = fieldsOf(word['facts']);
  const status = facts && wordField(facts, 'status', STATUSES);
  const capabilities = fieldsOf(facts?.['capabilities']) as ConnectorCapabilities | undefined;
  if (!status || !capabilities) return undefined;
  return {
    status,
    code: textField(facts, 'code', 64),
    capabilities,
    presence: facts['presence'] === true,
    ice: facts['ice'] === true,
    isHidden: facts['isHidden'] === true,
  };
};

export const readPresence = (word: Fields): readonly [user: string, presence: Presence] | undefined => {
  const user = textField(word, 'user', 1024);
  const presence = wordField(word, 'presence', PRESENCES);
  return user !== undefined && presence ? [user, presence] : undefined;
};
