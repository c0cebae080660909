import type {Values} from './markup.js';
import {everyoneBut} from './people.js';
import type {Person} from './people.js';
import type {Visit} from './visit.js';
import {LANGUAGES, LANGUAGE_NAMES} from './words/words.js';

const NAVIGATION = [
  ['/stream', 'stream'],
  ['/', 'people'],
  ['/chat', 'chat'],
  ['/log', 'calls'],
  ['/settings', 'settings'],
] as const;

/** Where administrators find what eXo's manual calls "Web Conferencing on the top navigation bar". */
const FOR_ADMINISTRATORS = [['/admin', 'admin']] as const;

const DEMOS = [
  ['/theming', 'theming'],
  ['/phones', 'phones'],
  ['/script', 'script'],
] as const;

export const personValues = (person: Person, {link}: Visit): Values => ({
  ...person,
  profileLink: link('/profile', {who: person.id}),
  chatLink: link('/chat', {with: person.id}),
  signInLink: link('/', {user: person.id}),
});

type Target = readonly [path: string, word: keyof Visit['words']];

const linksTo = (targets: readonly Target[], visit: Visit, path: string): readonly Values[] =>
  targets.map(([target, word]) => ({label: visit.words[word], href: visit.link(target), here: target === path}));

/** What this page itself is about, to stay with it in another language. */
const pageParameters = (visit: Visit): Record<string, string> => {
  const names = ['who', 'with'].filter((name) => visit.get(name));
  return Object.fromEntries(names.map((name) => [name, visit.get(name)]));
};

/** What any page may show, whoever looks at it. */
export const commonValues = (visit: Visit, path: string): Values => ({
  ...visit.words,
  lang: visit.language,
  dir: visit.language === 'ar' ? 'rtl' : 'ltr',
  homeLink: visit.link('/stream'),
  peopleLink: visit.link('/'),
  navigation: linksTo(NAVIGATION, visit, path),
  demos: linksTo(DEMOS, visit, path),
  signOutLink: visit.link('/', {user: ''}),
  choices: LANGUAGES.map((language) => ({
    code: language,
    languageName: LANGUAGE_NAMES[language],
    languageLink: visit.link(path, {...pageParameters(visit), lang: language}),
    current: language === visit.language,
  })),
});

/** What goes into `<call-config>`. */
export const configValues = (visit: Visit, user: Person): Values => ({
  userId: user.id,
  userName: user.name,
  userAvatar: user.avatar,
  connector: visit.connector,
  connectors: visit.get('connectors'),
  server: visit.connector === 'peerjs' ? '/' : '',
  tokenUrl: `/token?${new URLSearchParams({user: user.id, life: visit.get('token-life')})}`,
  ringTimeout: visit.get('ring-timeout'),
  ipPrivacy: visit.get('ip-privacy'),
  status: visit.get('status'),
  windowMode: visit.get('window-mode'),
  callPage: visit.link('/call'),
});

/** All that a page of one person may show. */
export const ownValues = (visit: Visit, user: Person, path: string): Values => {
  const targets: readonly Target[] = user.isAdmin ? [...NAVIGATION, ...FOR_ADMINISTRATORS] : NAVIGATION;
  return {
    ...commonValues(visit, path),
    navigation: linksTo(targets, visit, path),
    config: configValues(visit, user),
    user: personValues(user, visit),
    others: everyoneBut(user.id).map((person) => personValues(person, visit)),
  };
};
