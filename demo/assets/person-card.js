// The card that opens at a face in the stream: by pointing at it, or by the focus. One card for all faces.
import {retarget} from './room.js';

const card = document.querySelector('#person-card');
/** Long enough to cross faces on the way to elsewhere; and to move from a face into its card. */
const OPEN_AFTER = 120;
const CLOSE_AFTER = 250;

const place = (face) => {
  const {left, right, bottom, top} = face.getBoundingClientRect();
  const {offsetWidth: width, offsetHeight: height} = card;
  const isLeftToRight = getComputedStyle(card).direction === 'ltr';
  const wished = isLeftToRight ? left : right - width;
  const above = bottom + height + 8 > innerHeight && top > height + 8;
  card.style.left = `${Math.max(8, Math.min(wished, innerWidth - width - 8))}px`;
  card.style.top = `${above ? top - height - 6 : bottom + 6}px`;
};

const fill = ({href, dataset: {callee, name, avatar, role, note}}) => {
  card.querySelector('img').src = avatar;
  Object.assign(card.querySelector('a'), {href, textContent: name});
  card.querySelector('[data-line="role"]').textContent = role;
  card.querySelector('[data-line="note"]').textContent = note;
  card.querySelector('.actions').hidden = !callee;
  for (const button of card.querySelectorAll('call-button')) retarget(button, {id: callee, name, avatar});
};

const begin = () => {
  let shown;
  let timer;

  const open = (face) => {
    clearTimeout(timer);
    if (shown === face) return;
    if (shown) card.hidePopover();
    shown = face;
    // Beside its face, so that the keyboard comes to its buttons next.
    face.after(card);
    fill(face);
    card.showPopover();
    place(face);
  };
  const close = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown = undefined;
    card.hidePopover();
    document.body.append(card);
    for (const button of card.querySelectorAll('call-button')) retarget(button, {id: '', name: '', avatar: ''});
  };
  const soon = (act, ms) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const isInside = (node) => node instanceof Node && (card.contains(node) || shown?.contains(node));

  for (const face of document.querySelectorAll('.face')) {
    face.addEventListener('pointerenter', ({pointerType}) => pointerType === 'mouse' && soon(() => open(face), OPEN_AFTER));
    face.addEventListener('pointerleave', () => soon(close, CLOSE_AFTER));
    face.addEventListener('focus', () => face.matches(':focus-visible') && open(face));
    face.addEventListener('blur', ({relatedTarget}) => !isInside(relatedTarget) && close());
  }
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', () => !card.contains(document.activeElement) && soon(close, CLOSE_AFTER));
  card.addEventListener('focusout', ({relatedTarget}) => relatedTarget && !isInside(relatedTarget) && !card.matches(':hover') && close());
  addEventListener('keydown', ({key}) => {
    if (key !== 'Escape' || !shown) return;
    // The focus goes back first: it finds the card open, and so does not open it.
    if (card.contains(document.activeElement)) shown.focus();
    close();
  });
  addEventListener('scroll', () => shown && place(shown), {passive: true, capture: true});
};

if (card) begin();
