import type {ChatRooms} from './chat-room.js';
import {Markup, fill} from './markup.js';
import type {Values} from './markup.js';
import {everyoneBut, findPerson, PEOPLE} from './people.js';
import type {Person} from './people.js';
import {readTemplate} from './templates.js';
import type {PageName} from './templates.js';
import type {Visit} from './visit.js';
import {LANGUAGES} from './words.js';

const LANGUAGE_NAMES = {en: 'English', fr: 'Français', ar: 'العربية'};

const NAVIGATION = [
  ['/', 'people'],
  ['/chat', 'chat'],
  ['/theming', 'theming'],
  ['/phones', 'phones'],
  ['/script', 'script'],
] as const;

const personValues = (person: Person, {link}: Visit): Values => ({
  ...person,
  profileLink: link('/profile', {who: person.id}),
  chatLink: link('/chat', {with: person.id}),
  signInLink: link('/', {user: person.id}),
});

/** What any page may show, whoever looks at it. */
const commonValues = (visit: Visit, path: string): Values => ({
  ...visit.words,
  lang: visit.language,
  dir: visit.language === 'ar' ? 'rtl' : 'ltr',
  peopleLink: visit.link('/'),
  navigation: NAVIGATION.map(([target, word]) => ({
    label: visit.words[word],
    href: visit.link(target),
    here: target === path,
  })),
  signOutLink: visit.link('/', {user: ''}),
  languages: LANGUAGES.map((language) => ({
    code: language,
    languageName: LANGUAGE_NAMES[language],
    languageLink: visit.link(path, {...pageParameters(visit), lang: language}),
    current: language === visit.language,
  })),
});

/** What this page itself is about, to stay with it in another language. */
const pageParameters = (visit: Visit): Record<string, string> => {
  const names = ['who', 'with'].filter((name) => visit.get(name));
  return Object.fromEntries(names.map((name) => [name, visit.get(name)]));
};

/** What goes into `<call-config>`. */
const configValues = (visit: Visit, user: Person): Values => ({
  userId: user.id,
  userName: user.name,
  userAvatar: user.avatar,
  connector: visit.connector,
  server: visit.connector === 'peerjs' ? '/' : '',
  tokenUrl: `/token?${new URLSearchParams({user: user.id, life: visit.get('token-life')})}`,
  ringTimeout: visit.get('ring-timeout'),
  ipPrivacy: visit.get('ip-privacy'),
  status: visit.get('status'),
});

const inLayout = (name: PageName, title: string, values: Values): string => {
  const body = new Markup(fill(readTemplate(name), values));
  return fill(readTemplate('layout'), {...values, title, body});
};

/** The page that asks who one is: whoever has no name yet, or one that nobody has. */
export const signInPage = (visit: Visit): string =>
  inLayout('sign-in', visit.words.signIn, {
    ...commonValues(visit, '/'),
    everyone: PEOPLE.map((person) => personValues(person, visit)),
    stranger: visit.userId,
  });

const portalPage = (visit: Visit, user: Person, name: PageName, path: string, title: string, values: Values = {}): string => {
  const others = everyoneBut(user.id).map((person) => personValues(person, visit));
  return inLayout(name, title, {
    ...commonValues(visit, path),
    config: configValues(visit, user),
    user: personValues(user, visit),
    others,
    aside: name !== 'directory',
    ...values,
  });
};

export const directoryPage = (visit: Visit, user: Person): string =>
  portalPage(visit, user, 'directory', '/', visit.words.people);

/** With whom one chats: as asked, otherwise the first of the others. */
export const partnerOf = (user: Person, asked: string): Person => {
  const others = everyoneBut(user.id);
  return others.find(({id}) => id === asked) ?? others[0] ?? user;
};

export const profilePage = (visit: Visit, user: Person): string => {
  const who = findPerson(visit.get('who')) ?? user;
  const values = {who: personValues(who, visit), callable: who.id !== user.id};
  return portalPage(visit, user, 'profile', '/profile', who.name, values);
};

export const chatPage = (visit: Visit, user: Person, rooms: ChatRooms): string => {
  const partner = partnerOf(user, visit.get('with'));
  const lines = rooms.lines(user.id, partner.id).map(({from, text, time}) => ({
    text,
    time,
    mine: from === user.id ? 'mine' : 'theirs',
    author: findPerson(from)?.name ?? from,
  }));
  const values = {partner: personValues(partner, visit), lines, chatAction: visit.link('/chat', {with: partner.id})};
  return portalPage(visit, user, 'chat', '/chat', partner.name, values);
};

export const themingPage = (visit: Visit, user: Person): string =>
  portalPage(visit, user, 'theming', '/theming', visit.words.theming);

/** Pages without the portal around them. */
export const barePage = (visit: Visit, name: 'phones' | 'script'): string => {
  const user = visit.user ?? PEOPLE[0];
  if (!user) return '';
  const [left, right] = PEOPLE;
  return fill(readTemplate(name), {
    ...commonValues(visit, `/${name}`),
    config: configValues(visit, user),
    user: personValues(user, visit),
    others: everyoneBut(user.id).map((person) => personValues(person, visit)),
    left: left ? personValues(left, visit) : false,
    right: right ? personValues(right, visit) : false,
  });
};
