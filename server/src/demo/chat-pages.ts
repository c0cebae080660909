import type {ChatRooms} from './chat-room.js';
import {personValues} from './page-values.js';
import {everyoneBut, findPerson} from './people.js';
import type {Person} from './people.js';
import type {Visit} from './visit.js';

/** With whom one chats: as asked, otherwise the first of the others. */
export const partnerOf = (user: Person, asked: string): Person => {
  const others = everyoneBut(user.id);
  return others.find(({id}) => id === asked) ?? others[0] ?? user;
};

/** A room as its page shows it, and as the page's script gets it to show another one without loading anew. */
export const roomValues = (visit: Visit, user: Person, rooms: ChatRooms) => {
  const partner = partnerOf(user, visit.get('with'));
  return {
    title: partner.name,
    partner: personValues(partner, visit),
    roomList: everyoneBut(user.id).map((person) => ({...personValues(person, visit), here: person.id === partner.id})),
    lines: rooms.lines(user.id, partner.id).map(({from, text, time}) => ({
      text,
      time,
      mine: from === user.id ? 'mine' : 'theirs',
      author: findPerson(from)?.name ?? from,
    })),
    chatAction: visit.link('/chat', {with: partner.id}),
  };
};
