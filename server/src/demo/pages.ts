import {roomValues} from './chat-pages.js';
import type {ChatRooms} from './chat-room.js';
import {Markup, fill} from './markup.js';
import type {Values} from './markup.js';
import {commonValues, ownValues, personValues} from './page-values.js';
import {everyoneBut, findPerson, PEOPLE} from './people.js';
import type {Person} from './people.js';
import {postList} from './post-list.js';
import {POSTS} from './stream-posts.js';
import {readTemplate} from './templates.js';
import type {BarePageName, PortalPageName} from './templates.js';
import type {Visit} from './visit.js';

const inLayout = (name: PortalPageName, title: string, values: Values): string => {
  const body = new Markup(fill(readTemplate(name), values));
  return fill(readTemplate('layout'), {...values, title, body});
};

/** The page that asks who one is: whoever has no name yet, or one that nobody has. */
export const signInPage = (visit: Visit): string =>
  inLayout('sign-in', visit.words.signIn, {
    ...commonValues(visit, '/'),
    navigation: [],
    everyone: PEOPLE.map((person) => personValues(person, visit)),
    stranger: visit.userId,
  });

interface PageOf {
  readonly name: PortalPageName;
  readonly path: string;
  readonly title: string;
}

const portalPage = (visit: Visit, user: Person, {name, path, title}: PageOf, values: Values = {}): string =>
  inLayout(name, title, {...ownValues(visit, user, path), aside: name !== 'directory', mini: name !== 'chat', ...values});

export const directoryPage = (visit: Visit, user: Person): string =>
  portalPage(visit, user, {name: 'directory', path: '/', title: visit.words.people});

export const streamPage = (visit: Visit, user: Person): string => {
  const values = {postList: postList(visit, user, POSTS), card: true};
  return portalPage(visit, user, {name: 'stream', path: '/stream', title: visit.words.stream}, values);
};

export const profilePage = (visit: Visit, user: Person): string => {
  const who = findPerson(visit.get('who')) ?? user;
  const theirs = POSTS.filter(({from}) => from === who.id);
  const values = {who: personValues(who, visit), callable: who.id !== user.id, postList: postList(visit, user, theirs), card: true};
  return portalPage(visit, user, {name: 'profile', path: '/profile', title: who.name}, values);
};

export const chatPage = (visit: Visit, user: Person, rooms: ChatRooms): string => {
  const values = roomValues(visit, user, rooms);
  return portalPage(visit, user, {name: 'chat', path: '/chat', title: values.title}, values);
};

/** Whoever is no administrator is told so by the page's element, which the server refuses. */
export const adminPage = (visit: Visit, user: Person): string => {
  const hint = user.isAdmin ? visit.words.adminHint : visit.words.adminOnly;
  return portalPage(visit, user, {name: 'admin', path: '/admin', title: visit.words.admin}, {hint});
};

/** Pages that say nothing but their own element. */
export const plainPage =
  (name: 'log' | 'settings' | 'theming') =>
  (visit: Visit, user: Person): string =>
    portalPage(visit, user, {name, path: `/${name}`, title: visit.words[name === 'log' ? 'calls' : name]});

/** Pages without the portal around them. */
export const barePage = (visit: Visit, name: BarePageName): string => {
  const user = visit.user ?? PEOPLE[0];
  if (!user) return '';
  const [left, right] = PEOPLE;
  return fill(readTemplate(name), {
    ...ownValues(visit, user, `/${name}`),
    others: everyoneBut(user.id).map((person) => personValues(person, visit)),
    left: left ? personValues(left, visit) : false,
    right: right ? personValues(right, visit) : false,
    room: visit.get('room'),
  });
};
