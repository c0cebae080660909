// A room of the chat, as data: to show another one without loading the page anew.

/** Where this page's person, language and settings stand. */
const addressOf = (partner) => {
  const query = new URLSearchParams(location.search);
  query.delete('who');
  query.set('with', partner);
  return `/chat/room?${query}`;
};

const answerOf = async (response) => (response.ok ? response.json() : undefined);

/** The room's name, person and lines; nothing while the portal cannot be reached. */
export const readRoom = (partner) =>
  fetch(addressOf(partner))
    .then(answerOf)
    .catch(() => {});

/** Says something in it. Resolves with the room as it is then. */
const writeTo = (partner, form) =>
  fetch(addressOf(partner), {method: 'POST', body: new URLSearchParams(new FormData(form))})
    .then(answerOf)
    .catch(() => {});

const element = (tag, text, className = '') => Object.assign(document.createElement(tag), {textContent: text, className});

/** Text from others is text. */
export const showLines = (list, lines) => {
  const said = JSON.stringify(lines);
  if (list.dataset.said === said && list.childElementCount > 0) return;
  list.dataset.said = said;
  list.replaceChildren(
    ...lines.map(({author, time, text, mine}) => {
      const line = element('li', '', mine);
      line.append(element('b', author), ' ', element('time', time), Object.assign(element('p', text), {dir: 'auto'}));
      return line;
    }),
  );
  list.scrollTop = list.scrollHeight;
};

/** Makes a call button somebody else's, or nobody's. */
export const retarget = (button, {id, name, avatar}) => {
  button.setAttribute('callee', id);
  button.setAttribute('callee-name', name);
  button.setAttribute('callee-avatar', avatar);
};

/** The line knows at once when the server is away, and when it is back. */
const isAway = () => ['offline', 'connecting'].includes(document.querySelector('call-config')?.state);

/** Asks again now and then, while somebody looks and somebody is there to answer. */
const keepFresh = (refresh) => {
  const now = () => {
    if (document.visibilityState === 'visible' && !isAway()) refresh();
  };
  setInterval(now, 4000);
  addEventListener('focus', now);
};

/** Lets people talk in a room: what is written goes to whoever is chosen then, and what others write appears. */
export const talk = (form, {partner, show}) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const to = partner();
    writeTo(to, form).then((room) => show(room, to));
    form.reset();
  });
  keepFresh(() => {
    const wanted = partner();
    if (wanted) readRoom(wanted).then((room) => show(room, wanted));
  });
};
