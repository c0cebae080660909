import {findPerson} from './people.js';
import type {Person} from './people.js';
import {LANGUAGES, WORDS} from './words/words.js';
import type {Language, Words} from './words/words.js';

/** What every link of the portal carries on, so that each page is the same person's, set up alike. */
const CARRIED = [
  'user',
  'lang',
  'connector',
  'connectors',
  'csp',
  'ring-timeout',
  'ip-privacy',
  'status',
  'window-mode',
  'token-life',
] as const;

/** One page load: who asks, and how. */
export interface Visit {
  /** As it was asked for; perhaps nobody. */
  readonly userId: string;
  readonly user: Person | undefined;
  readonly language: Language;
  readonly words: Words;
  readonly connector: 'peerjs' | 'local';
  /** Any parameter of the page, as text. */
  get(name: string): string;
  /** A link to another page of the portal. */
  link(path: string, parameters?: Readonly<Record<string, string>>): string;
}

export const readVisit = (query: URLSearchParams): Visit => {
  const get = (name: string): string => query.get(name) ?? '';
  const userId = get('user');
  const language = LANGUAGES.find((known) => known === get('lang')) ?? 'en';
  const link: Visit['link'] = (path, parameters = {}) => {
    const carried = CARRIED.map((name) => [name, get(name)] as const).filter(([, value]) => value);
    const all = new URLSearchParams({...Object.fromEntries(carried), ...parameters});
    return all.size > 0 ? `${path}?${all}` : path;
  };
  return {
    userId,
    user: findPerson(userId),
    language,
    words: WORDS[language],
    connector: get('connector') === 'local' ? 'local' : 'peerjs',
    get,
    link,
  };
};

export const visitOf = ({originalUrl}: {readonly originalUrl: string}): Visit =>
  readVisit(new URL(originalUrl, 'http://localhost').searchParams);
