import {elementUpdated, expect, html, waitUntil} from '@open-wc/testing';
import {CallStatusElement} from '../../src/elements/call-status/call-status.js';
import {createSettingsStore} from '../../src/settings/settings-store.js';
import type {UserStatus} from '../../src/types/configuration.js';
import {define} from '../../src/util/define.js';
import {pressKey} from '../helpers/real-input.js';
import {FakeController, withinCall} from '../helpers/within-call.js';

define('call-status', CallStatusElement);

const someone = (): string => `user-${crypto.randomUUID()}`;

const clean: (() => void)[] = [];

const replace = (object: object, name: string, value: unknown): void => {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, {configurable: true, writable: true, value});
  clean.push(() => (own ? Object.defineProperty(object, name, own) : delete (object as Record<string, unknown>)[name]));
};

/** As the real one does: what is configured is in the state. */
const follow = (controller: FakeController): void => {
  const {configure} = controller;
  controller.configure = (changes) => {
    configure.call(controller, changes);
    if (changes.status) controller.set({status: changes.status});
  };
};

const setup = async ({user = someone(), template = html`<call-status></call-status>`, status = 'available' as UserStatus} = {}) => {
  const {element, controller, parent} = await withinCall<CallStatusElement>(template, {status});
  follow(controller);
  controller.set({userId: user});
  const root = element.shadowRoot!;
  const button = () => root.querySelector<HTMLButtonElement>('[part="button"]')!;
  const menu = () => root.querySelector<HTMLElement>('[part="menu"]')!;
  const items = () => [...root.querySelectorAll<HTMLElement>('[part="item"]')];
  const words = () => items().map((item) => item.querySelector('.menu-label')!.textContent!.trim());
  const shows = (wanted: UserStatus) => waitUntil(() => element.status === wanted, wanted, {timeout: 5000});
  const open = async () => {
    button().click();
    await elementUpdated(element);
  };
  const choose = async (label: string) => {
    await open();
    items()[words().indexOf(label)]!.click();
    await elementUpdated(element);
  };
  if (user) await waitUntil(() => button(), 'button', {timeout: 5000});
  return {element, controller, parent, user, root, button, menu, items, words, shows, open, choose};
};

const remembered = async (user: string): Promise<string> => (await createSettingsStore(user).load()).status;

/** A browser that answers the question as it is told. */
const useNotifications = (permission: string, answer = permission) => {
  const asked: string[] = [];
  const Fake = {
    permission,
    requestPermission: async () => {
      asked.push(Fake.permission);
      Fake.permission = answer;
      return answer;
    },
  };
  replace(globalThis, 'Notification', Fake);
  return asked;
};

describe('<call-status>', () => {
  afterEach(() => {
    for (const undo of clean.splice(0).reverse()) undo();
  });

  for (const status of ['available', 'away', 'busy', 'do-not-disturb', 'invisible'] as const) {
    it(`is accessible and says what it is, ${status}`, async () => {
      const {element, button, open, items} = await setup({status});
      await waitUntil(() => element.status === status);
      await expect(element).to.be.accessible();
      expect(element).to.have.attribute('status', status);
      expect(button()).to.have.attribute('aria-label').match(/^Your status: /);
      await open();
      await expect(element).to.be.accessible();
      expect(items().filter((item) => item.ariaChecked === 'true' && item.role === 'menuitemradio')).to.have.length(1);
    });
  }

  it('shows nothing while nobody is signed in', async () => {
    const {element, controller, root} = await setup({user: ''});
    await waitUntil(() => element.status, 'view', {timeout: 5000});
    expect(root.querySelector('button')).to.equal(null);
    controller.set({userId: someone()});
    await elementUpdated(element);
    expect(root.querySelector('button')).not.to.equal(null);
  });

  it('offers every status, with what it means where the name does not say so', async () => {
    useNotifications('default');
    const {items, words, menu, open} = await setup();
    await open();
    expect(menu()).to.have.attribute('role', 'menu');
    expect(words().slice(0, 5)).to.deep.equal(['Available', 'Away', 'Busy', 'Do not disturb', 'Invisible']);
    expect(items()[3]).to.contain.text('Calls come in without a sound');
  });

  it('configures what is chosen, and remembers it', async () => {
    const {controller, choose, shows, menu, user} = await setup();
    await choose('Do not disturb');
    await shows('do-not-disturb');
    expect(controller.configured).to.deep.equal([{status: 'do-not-disturb'}]);
    expect(menu().matches(':popover-open')).to.be.false;
    await waitUntil(async () => (await remembered(user)) === 'do-not-disturb', 'remembered', {timeout: 5000});
  });

  it('is chosen by keyboard alone', async () => {
    const {element, root, button, shows} = await setup();
    button().focus();
    await pressKey('Enter');
    await waitUntil(() => root.activeElement?.textContent?.includes('Available'), 'the line that holds', {timeout: 5000});
    await pressKey('ArrowDown');
    await pressKey('Enter');
    await shows('away');
    await elementUpdated(element);
    expect(root.activeElement).to.equal(button());
  });

  it('is on the next page what it was on the last', async () => {
    const user = someone();
    await createSettingsStore(user).save({status: 'invisible'});
    const {controller, shows} = await setup({user});
    await shows('invisible');
    expect(controller.configured).to.deep.equal([{status: 'invisible'}]);
  });

  it('configures nothing where nothing was ever chosen', async () => {
    const {controller, user} = await setup({status: 'away'});
    await createSettingsStore(user).load();
    await new Promise((turn) => requestAnimationFrame(turn));
    expect(controller.configured).to.be.empty;
  });

  it('takes what is chosen in another tab', async () => {
    const user = someone();
    const [one, other] = [await setup({user}), await setup({user})];
    await one.choose('Away');
    await other.shows('away');
    expect(other.controller.configured).to.deep.equal([{status: 'away'}]);
  });

  it('takes no nonsense from another tab, and nothing of another person', async () => {
    const {controller, user, shows} = await setup();
    const channel = new BroadcastChannel(`call-elements:status:${user}`);
    const other = new BroadcastChannel(`call-elements:status:${someone()}`);
    for (const nonsense of ['', 'dead', null, {status: 'away'}, 7]) channel.postMessage(nonsense);
    other.postMessage('busy');
    channel.postMessage('away');
    await shows('away');
    expect(controller.configured).to.deep.equal([{status: 'away'}]);
    channel.close();
    other.close();
  });

  it('gives way to what the page says later, until the person says something again', async () => {
    const {controller, choose, shows} = await setup();
    await choose('Busy');
    await shows('busy');
    controller.set({status: 'away'});
    await shows('away');
    await choose('Invisible');
    await shows('invisible');
    expect(controller.configured).to.deep.equal([{status: 'busy'}, {status: 'invisible'}]);
  });

  it('does not say of the next person what the last one said', async () => {
    const {controller, choose, shows} = await setup();
    await choose('Invisible');
    await shows('invisible');
    controller.set({userId: someone()});
    await shows('available');
  });

  it('works where nothing can be kept', async () => {
    replace(IDBFactory.prototype, 'open', () => {
      throw new DOMException('denied', 'SecurityError');
    });
    const {choose, shows} = await setup();
    await choose('Away');
    await shows('away');
  });

  it('asks for notifications by a press, and only then', async () => {
    const asked = useNotifications('default', 'granted');
    const {choose, items, words, open, element} = await setup();
    expect(asked).to.be.empty;
    await choose('Notify me outside the page');
    expect(asked).to.have.length(1);
    await elementUpdated(element);
    await open();
    const notify = items()[words().indexOf('Notify me outside the page')]!;
    expect(notify).to.have.attribute('role', 'menuitemcheckbox');
    await waitUntil(() => notify.ariaChecked === 'true', 'on', {timeout: 5000});
    await expect(element).to.be.accessible();
  });

  it('switches notifications off and on again', async () => {
    useNotifications('granted');
    const {user, choose} = await setup();
    const notify = async () => (await createSettingsStore(user).load()).notify;
    await choose('Notify me outside the page');
    await waitUntil(async () => !(await notify()), 'off', {timeout: 5000});
    await choose('Notify me outside the page');
    await waitUntil(notify, 'on', {timeout: 5000});
  });

  it('says where notifications are blocked, and asks in vain for nothing', async () => {
    const asked = useNotifications('denied');
    const {items, choose, open, element} = await setup();
    await open();
    expect(items().at(-1)).to.contain.text('blocked in the browser’s settings');
    expect(items().at(-1)).to.have.attribute('aria-disabled', 'true');
    await expect(element).to.be.accessible();
    items().at(-1)!.click();
    expect(asked).to.be.empty;
    void choose;
  });

  it('lets go of everything with its page', async () => {
    const user = someone();
    const {element, controller, parent} = await setup({user});
    element.remove();
    const channel = new BroadcastChannel(`call-elements:status:${user}`);
    channel.postMessage('away');
    const echo = new BroadcastChannel(`call-elements:status:${user}`);
    const heard = new Promise((resolve) => echo.addEventListener('message', resolve, {once: true}));
    channel.postMessage('away');
    await heard;
    expect(controller.configured).to.be.empty;
    channel.close();
    echo.close();
    parent.append(element);
    await elementUpdated(element);
    expect(element.status).to.equal('available');
  });
});
