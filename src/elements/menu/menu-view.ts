import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {icon, line} from '../icons.js';
import type {MenuItem} from './menu-item.js';

const check = line('M5 12.5l4.5 4.5L19 7.5');

/** The button that opens the menu. */
export interface MenuButton {
  readonly part: string;
  /** What it is for, where `content` does not say so. */
  readonly label?: string | undefined;
  readonly title?: string | undefined;
  readonly dir: string;
  readonly content: unknown;
  readonly disabled?: boolean;
  /** Classes beside `menu-button`. */
  readonly look?: string;
}

/** What is in the menu. */
export interface MenuList {
  readonly label: string;
  readonly dir: string;
  readonly items: readonly MenuItem[];
  /** The part that each line is. */
  readonly itemPart: string;
  /** Called in the press itself, so that it may open a window; the menu is closed by then. */
  choose(key: string): void;
}

interface ButtonEvents {
  readonly isOpen: boolean;
  press(): void;
  key(event: KeyboardEvent): void;
}

interface ListEvents {
  press(item: MenuItem): void;
  key(event: KeyboardEvent): void;
  keyUp(event: KeyboardEvent): void;
  left(event: FocusEvent): void;
}

export const menuButton = (
  {part, label, title, dir, content, disabled = false, look = ''}: MenuButton,
  {isOpen, press, key}: ButtonEvents,
): TemplateResult => html`
  <button
    part=${part}
    class="menu-button ${look}"
    dir=${dir}
    aria-haspopup="menu"
    aria-expanded=${String(isOpen)}
    aria-controls="menu"
    aria-label=${label ?? nothing}
    title=${title ?? nothing}
    ?disabled=${disabled}
    @click=${press}
    @keydown=${key}
  >
    ${content}
  </button>
`;

const menuLine = (item: MenuItem, part: string, press: (item: MenuItem) => void): TemplateResult => {
  const {label, note, drawing, look = '', checked, disabled, isAlone = false} = item;
  const isChoice = checked !== undefined;
  return html`
    <button
      part=${part}
      class="menu-item ${isAlone ? 'alone' : ''}"
      role=${isChoice ? (isAlone ? 'menuitemcheckbox' : 'menuitemradio') : 'menuitem'}
      aria-checked=${isChoice ? String(checked) : nothing}
      aria-disabled=${disabled ? 'true' : nothing}
      tabindex="-1"
      @click=${() => press(item)}
    >
      ${drawing && html`<span class="menu-drawing ${look}">${icon(drawing)}</span>`}
      <span class="menu-words">
        <span class="menu-label">${label}</span>
        ${note && html`<span class="menu-note">${note}</span>`}
      </span>
      ${isChoice ? html`<span class="menu-check">${icon(check)}</span>` : nothing}
    </button>
  `;
};

export const menuList = ({label, dir, items, itemPart}: MenuList, {press, key, keyUp, left}: ListEvents): TemplateResult => html`
  <div
    id="menu"
    class="menu"
    part="menu"
    role="menu"
    popover="manual"
    dir=${dir}
    aria-label=${label}
    @keydown=${key}
    @keyup=${keyUp}
    @focusout=${left}
  >
    ${repeat(items, ({key: name}) => name, (item) => menuLine(item, itemPart, press))}
  </div>
`;
