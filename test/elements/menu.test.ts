import {LitElement} from 'lit';
import type {TemplateResult} from 'lit';
import {elementUpdated, expect, fixture, html} from '@open-wc/testing';
import {Menu, menuStyles} from '../../src/elements/menu/menu.js';
import type {MenuItem} from '../../src/elements/menu/menu-item.js';
import {theme} from '../../src/elements/theme.styles.js';
import {pressKey, pressMouse} from '../helpers/real-input.js';

class FruitMenu extends LitElement {
  static override styles = [theme, menuStyles];

  items: readonly MenuItem[] = ['Apple', 'Banana', 'Blackberry', 'Éclair'].map((label) => ({key: label, label}));
  chosen: string[] = [];
  direction = 'ltr';
  readonly menu = new Menu(this);

  protected override render(): TemplateResult {
    const {direction: dir, items} = this;
    return html`
      ${this.menu.button({part: 'menu-button', label: 'Fruit', dir, content: '▾'})}
      ${this.menu.list({label: 'Fruit', dir, items, itemPart: 'menu-item', choose: (key) => this.chosen.push(key)})}
    `;
  }
}
customElements.define('fruit-menu', FruitMenu);

const setup = async (style = '') => {
  const around = await fixture<HTMLElement>(html`
    <div style=${style}><button id="before">before</button><fruit-menu></fruit-menu><button id="after">after</button></div>
  `);
  const element = around.querySelector<FruitMenu>('fruit-menu')!;
  await elementUpdated(element);
  const root = element.shadowRoot!;
  const button = root.querySelector('button')!;
  const list = root.querySelector<HTMLElement>('[role="menu"]')!;
  /** Where the focus is, in words. */
  const at = () => {
    const {activeElement} = root;
    if (!activeElement) return document.activeElement?.id ?? '';
    return activeElement === button ? 'the button' : activeElement.querySelector('.menu-label')!.textContent!.trim();
  };
  const keys = async (...names: string[]) => {
    for (const name of names) await pressKey(name);
    await elementUpdated(element);
  };
  const isOpen = () => list.matches(':popover-open') && button.ariaExpanded === 'true';
  return {around, element, root, button, list, at, keys, isOpen};
};

describe('the menu of a menu button', () => {
  it('is accessible closed and open', async () => {
    const {element, isOpen} = await setup();
    await expect(element).to.be.accessible();
    element.menu.open();
    await elementUpdated(element);
    expect(isOpen()).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('opens by Enter, by Space and by an arrow, on the line that fits', async () => {
    const {button, keys, at, isOpen} = await setup();
    for (const [key, first] of [['Enter', 'Apple'], [' ', 'Apple'], ['ArrowDown', 'Apple'], ['ArrowUp', 'Éclair']] as const) {
      button.focus();
      await keys(key);
      expect(isOpen(), key).to.equal(true);
      expect(at()).to.equal(first);
      await keys('Escape');
      expect(at()).to.equal('the button');
      expect(isOpen()).to.equal(false);
    }
  });

  it('opens on the line that holds, and says which that is', async () => {
    const {element, button, keys, at, root} = await setup();
    element.items = element.items.map((item) => ({...item, checked: item.key === 'Banana'}));
    element.requestUpdate();
    await elementUpdated(element);
    button.focus();
    await keys('Enter');
    expect(at()).to.equal('Banana');
    expect(root.querySelectorAll('[role="menuitemradio"][aria-checked="true"]')).to.have.lengthOf(1);
    await expect(element).to.be.accessible();
  });

  it('goes round by arrows, and to the ends by Home and End', async () => {
    const {button, keys, at} = await setup();
    button.focus();
    await keys('Enter', 'ArrowUp');
    expect(at()).to.equal('Éclair');
    await keys('ArrowDown', 'ArrowDown');
    expect(at()).to.equal('Banana');
    await keys('End');
    expect(at()).to.equal('Éclair');
    await keys('Home');
    expect(at()).to.equal('Apple');
  });

  it('goes to what is typed, on with the same letter, and by more letters to one line', async () => {
    const {button, keys, at} = await setup();
    button.focus();
    await keys('Enter', 'b');
    expect(at()).to.equal('Banana');
    await keys('b');
    expect(at()).to.equal('Blackberry');
    await keys('Escape', 'Enter', 'e');
    expect(at()).to.equal('Éclair');
  });

  it('chooses by Enter, is closed by then, and gives the focus back', async () => {
    const {element, button, keys, at, isOpen} = await setup();
    button.focus();
    await keys('Enter', 'ArrowDown', 'Enter');
    expect(element.chosen).to.deep.equal(['Banana']);
    expect(isOpen()).to.equal(false);
    expect(at()).to.equal('the button');
  });

  it('chooses nothing that is disabled', async () => {
    const {element, button, keys, isOpen} = await setup();
    element.items = [{key: 'Apple', label: 'Apple', disabled: true}];
    element.requestUpdate();
    await elementUpdated(element);
    button.focus();
    await keys('Enter', 'Enter');
    expect(element.chosen).to.deep.equal([]);
    expect(isOpen()).to.equal(true);
  });

  it('closes at Tab, and the focus goes on from the button', async () => {
    const {button, keys, at, isOpen} = await setup();
    button.focus();
    await keys('Enter', 'Tab');
    expect(isOpen()).to.equal(false);
    expect(at()).to.equal('after');
  });

  it('opens and closes by presses of the button, and closes by one beside it', async () => {
    const {around, element, button, isOpen} = await setup();
    await pressMouse(button);
    await elementUpdated(element);
    expect(isOpen()).to.equal(true);
    await pressMouse(button);
    await elementUpdated(element);
    expect(isOpen()).to.equal(false);
    await pressMouse(button);
    await pressMouse(around.querySelector('#before')!);
    await elementUpdated(element);
    expect(isOpen()).to.equal(false);
  });

  it('leaves what is around it open at Escape', async () => {
    const {around, button, keys} = await setup();
    const heard: string[] = [];
    around.addEventListener('keydown', ({key}) => heard.push(key));
    button.focus();
    await keys('Enter', 'Escape');
    expect(heard).to.deep.equal(['Enter']);
  });

  it('stays within the viewport at every edge and in both directions', async () => {
    const {innerWidth, innerHeight} = window;
    for (const place of ['top:0;left:0', 'top:0;right:0', 'bottom:0;left:0', 'bottom:0;right:0']) {
      for (const dir of ['ltr', 'rtl']) {
        const {element, list} = await setup(`position:fixed;${place}`);
        element.direction = dir;
        element.requestUpdate();
        await elementUpdated(element);
        element.menu.open();
        const {left, right, top, bottom} = list.getBoundingClientRect();
        expect(left, `${place} ${dir}`).to.be.at.least(0);
        expect(top, `${place} ${dir}`).to.be.at.least(0);
        expect(right, `${place} ${dir}`).to.be.at.most(innerWidth);
        expect(bottom, `${place} ${dir}`).to.be.at.most(innerHeight);
        element.remove();
      }
    }
  });

  it('keeps the focus inside when its line goes away, and closes with the last one', async () => {
    const {element, button, keys, at, isOpen} = await setup();
    button.focus();
    await keys('Enter', 'End');
    element.items = element.items.slice(0, 2);
    element.requestUpdate();
    await elementUpdated(element);
    expect(at()).to.equal('Apple');
    element.items = [];
    element.requestUpdate();
    await elementUpdated(element);
    await elementUpdated(element);
    expect(isOpen()).to.equal(false);
    expect(at()).to.equal('the button');
  });

  it('is closed by being taken away, and leaves nothing behind', async () => {
    const {around, element, list} = await setup();
    element.menu.open();
    element.remove();
    around.append(element);
    await elementUpdated(element);
    expect(element.menu.isOpen).to.equal(false);
    expect(list.matches(':popover-open')).to.equal(false);
  });
});
