// The chat's page: rooms change in place, and the two buttons in the header become the other person's.
import {readRoom, retarget, showLines, talk} from './room.js';

const chat = document.querySelector('.chat');

const begin = () => {
  const header = chat.querySelector('.room header');
  const list = chat.querySelector('ol');
  const form = chat.querySelector('form');
  const links = [...chat.querySelectorAll('[data-room]')];
  let partner = links.find((link) => link.ariaCurrent)?.dataset.room ?? '';
  list.scrollTop = list.scrollHeight;

  const show = (room, wanted) => {
    // Two rooms asked for in a row: the last one counts.
    if (!room || wanted !== partner) return;
    const {partner: person, lines, title} = room;
    document.title = `${title} · Quayside`;
    header.querySelector('img').src = person.avatar;
    Object.assign(header.querySelector('a'), {href: person.profileLink, textContent: person.name});
    for (const button of header.querySelectorAll('call-button')) retarget(button, person);
    form.action = person.chatLink;
    showLines(list, lines);
  };

  const enter = (wanted) => {
    partner = wanted;
    list.replaceChildren();
    for (const link of links) link.ariaCurrent = link.dataset.room === wanted ? 'true' : null;
    readRoom(wanted).then((room) => show(room, wanted));
  };

  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (link.dataset.room === partner) return;
      history.pushState({room: link.dataset.room}, '', link.href);
      enter(link.dataset.room);
    });
  }
  addEventListener('popstate', () => {
    const wanted = new URLSearchParams(location.search).get('with') ?? links[0]?.dataset.room;
    if (wanted) enter(wanted);
  });

  talk(form, {partner: () => partner, show});
};

if (chat) begin();
