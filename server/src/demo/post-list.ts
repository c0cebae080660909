import {Markup, fill} from './markup.js';
import type {Values} from './markup.js';
import {personValues} from './page-values.js';
import {FORMER, PEOPLE} from './people.js';
import type {Person} from './people.js';
import type {Comment, Post} from './stream-posts.js';
import {readTemplate} from './templates.js';
import type {Visit} from './visit.js';

const isFormer = (id: string): boolean => FORMER.some((person) => person.id === id);

/** Posts with the faces of those who wrote them, as whoever is signed in here may call them. */
export const postList = (visit: Visit, user: Person, posts: readonly Post[]): Markup => {
  const remark = ({from, time, text}: Comment): Values => {
    const author = [...PEOPLE, ...FORMER].find(({id}) => id === from) ?? user;
    // Nobody calls themselves, nor somebody who has no account any more.
    const note = (from === user.id && visit.words.itsYou) || (isFormer(from) && visit.words.left) || '';
    return {...personValues(author, visit), callId: note ? '' : from, note, time, text};
  };
  const rows = posts.map((post) => ({...remark(post), comments: post.comments.map(remark)}));
  return new Markup(fill(readTemplate('posts'), {posts: rows}));
};
