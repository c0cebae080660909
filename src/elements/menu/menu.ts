import type {LitElement, ReactiveController, TemplateResult} from 'lit';
import type {MenuItem} from './menu-item.js';
import {menuButton, menuList} from './menu-view.js';
import type {MenuButton, MenuList} from './menu-view.js';
import {TypeAhead, nextItem} from './next-item.js';
import {placeMenu} from './place-menu.js';

export {menuStyles} from './menu.styles.js';

/**
 * The menu of a menu button, as ARIA's pattern has it: in the top layer, by keyboard as by pointer. A view makes one for its
 * element, adds `menuStyles` to its own, and renders `button()` and `list()` in the element's shadow root.
 */
export class Menu implements ReactiveController {
  readonly #host: LitElement;
  #ahead = new TypeAhead();
  #open: AbortController | undefined;
  #hadFocus = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  button(button: MenuButton): TemplateResult {
    return menuButton(button, {isOpen: this.isOpen, press: this.#toggle, key: this.#enter});
  }

  list(list: MenuList): TemplateResult {
    const press = ({key, disabled}: MenuItem): void => {
      if (disabled) return;
      this.close({giveBack: true});
      list.choose(key);
    };
    return menuList(list, {press, key: this.#key, keyUp: this.#keyUp, left: this.#left});
  }

  /** Opens it with the focus on the line that holds, or on the first or the last one. */
  open(at?: 'first' | 'last'): void {
    const menu = this.#menu;
    const button = this.#button;
    if (this.isOpen || !menu || !button || !this.#items.length) return;
    this.#open = new AbortController();
    this.#ahead = new TypeAhead();
    const {signal} = this.#open;
    menu.showPopover();
    const place = (): void => placeMenu(menu, button);
    place();
    const {defaultView} = this.#host.ownerDocument;
    defaultView?.addEventListener('resize', place, {signal});
    defaultView?.addEventListener('scroll', place, {signal, capture: true, passive: true});
    defaultView?.addEventListener('pointerdown', this.#outside, {signal, capture: true});
    // A press into a frame is nobody's here, but the focus goes there.
    defaultView?.addEventListener('blur', () => this.close(), {signal});
    this.#enterAt(at);
    this.#host.requestUpdate();
  }

  /** `giveBack`: the focus returns to the button, if it was in the menu. */
  close({giveBack = false} = {}): void {
    if (!this.#open) return;
    this.#open.abort();
    this.#open = undefined;
    const menu = this.#menu;
    const button = this.#button;
    if (giveBack) button?.focus();
    if (menu?.matches(':popover-open')) menu.hidePopover();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
  }

  hostUpdate(): void {
    this.#hadFocus = this.isOpen && this.#current >= 0;
  }

  /** Lines come and go while it is open; the focus stays inside, or goes with the last one. */
  hostUpdated(): void {
    if (!this.isOpen) return;
    const menu = this.#menu;
    const button = this.#button;
    if (!menu?.matches(':popover-open') || !button || button.disabled || !this.#items.length) {
      return this.close({giveBack: this.#hadFocus});
    }
    placeMenu(menu, button);
    if (this.#hadFocus && this.#current < 0) this.#items[0]?.focus();
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.menu');
  }

  get #button(): HTMLButtonElement | null {
    return this.#host.renderRoot.querySelector<HTMLButtonElement>('.menu-button');
  }

  get #items(): readonly HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
  }

  /** Which line has the focus; -1 for none. */
  get #current(): number {
    return this.#items.findIndex((item) => item.matches(':focus'));
  }

  readonly #toggle = (): void => {
    if (this.isOpen) this.close({giveBack: true});
    else this.open();
  };

  readonly #enter = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.open(event.key === 'ArrowUp' ? 'last' : 'first');
  };

  readonly #key = (event: KeyboardEvent): void => {
    const {key, timeStamp, altKey, ctrlKey, metaKey} = event;
    // The focus goes on from the button, as if the menu had never been.
    if (key === 'Tab') return this.close({giveBack: true});
    const items = this.#items;
    const current = this.#current;
    const isLetter = key.length === 1 && !altKey && !ctrlKey && !metaKey && (key !== ' ' || this.#ahead.isTyping(timeStamp));
    const labels = (): string[] => items.map((item) => item.querySelector('.menu-label')?.textContent ?? '');
    const next = isLetter ? this.#ahead.find(key, timeStamp, labels(), current) : nextItem(key, current, items.length);
    if (next === undefined && !isLetter && key !== 'Escape') return;
    // What is around it is not to hear of it: Escape would close that as well.
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') this.close({giveBack: true});
    else if (next !== undefined) items[next]?.focus();
  };

  /** Firefox presses a button by the end of a space, whatever became of its beginning. */
  readonly #keyUp = (event: KeyboardEvent): void => {
    if (event.key === ' ' && this.#ahead.isTyping(event.timeStamp)) event.preventDefault();
  };

  readonly #outside = (event: PointerEvent): void => {
    const path = event.composedPath();
    if (!path.some((node) => node === this.#menu || node === this.#button)) this.close();
  };

  /** To nowhere it goes also where a press gives no focus, as in Safari. */
  readonly #left = ({relatedTarget}: FocusEvent): void => {
    if (relatedTarget && !this.#menu?.contains(relatedTarget as Node) && relatedTarget !== this.#button) this.close();
  };

  #enterAt(at: 'first' | 'last' | undefined): void {
    const items = this.#items;
    const holds = items.find((item) => item.ariaChecked === 'true');
    const start = at === 'last' ? items.at(-1) : at === 'first' ? items[0] : (holds ?? items[0]);
    start?.focus();
  }
}
