// The small chat at the edge of every page but the chat's own. It stays open from page to page, with the same person.
import {readRoom, retarget, showLines, talk} from './room.js';

const mini = document.querySelector('.mini');
const KEY = 'quayside-mini-chat';

/** Storage may be forbidden; then it starts folded on each page. */
const remembered = () => {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
};

const remember = (partner) => {
  try {
    sessionStorage.setItem(KEY, partner);
  } catch {
    // See above.
  }
};

const begin = () => {
  const fold = mini.querySelector('.fold');
  const button = mini.querySelector('call-button');
  const select = mini.querySelector('select');
  const list = mini.querySelector('ol');
  const form = mini.querySelector('form');
  const face = mini.querySelector('img');
  let partner = '';

  const show = (room, wanted) => {
    if (!room || wanted !== partner) return;
    face.src = room.partner.avatar;
    retarget(button, room.partner);
    showLines(list, room.lines);
  };

  const enter = (wanted) => {
    partner = wanted;
    remember(wanted);
    mini.classList.toggle('open', Boolean(wanted));
    fold.ariaExpanded = String(Boolean(wanted));
    fold.ariaLabel = wanted ? mini.dataset.minimise : null;
    list.replaceChildren();
    if (wanted) {
      select.value = wanted;
      readRoom(wanted).then((room) => show(room, wanted));
    } else {
      retarget(button, {id: '', name: '', avatar: ''});
    }
  };

  fold.addEventListener('click', () => enter(partner ? '' : select.value));
  select.addEventListener('change', () => enter(select.value));
  talk(form, {partner: () => partner, show});

  const known = [...select.options].some(({value}) => value === remembered());
  enter(known ? remembered() : '');
  mini.hidden = false;
};

if (mini) begin();
