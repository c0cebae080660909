import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {partTerms} from '../../localize/part-terms.js';
import {enStatus} from '../../localize/parts/status.js';
import {createSettingsStore} from '../../settings/settings-store.js';
import {USER_STATUSES} from '../../types/configuration.js';
import type {UserStatus} from '../../types/configuration.js';
import {icon, line} from '../icons.js';
import type {Shell, View} from '../lazy-view.js';
import type {MenuItem} from '../menu/menu-item.js';
import {Menu, menuStyles} from '../menu/menu.js';
import {askToNotify, notifyPermission} from '../notify/permission.js';
import {theme} from '../theme.styles.js';
import type {CallStatusElement} from './call-status.js';
import {StatusKeeper} from './status-keeper.js';
import {STATUS_ICONS} from './status-icons.js';
import {styles} from './status.styles.js';

const arrow = line('M7 10l5 5 5-5');
const NOTIFY = 'notify';

/** The button of `<call-status>` and its menu. */
export class StatusView implements View {
  static readonly styles = [theme, menuStyles, styles];

  readonly #shell: Shell<CallStatusElement>;
  readonly #menu: Menu;
  readonly #keeper: StatusKeeper;
  /** Whether this person wants notifications, as far as it is known. */
  #notify = true;
  #user = '';

  constructor(shell: Shell<CallStatusElement>) {
    this.#shell = shell;
    this.#menu = new Menu(shell.host);
    this.#keeper = new StatusKeeper();
  }

  hostDisconnected(): void {
    this.#keeper.follow(undefined);
  }

  hostUpdate(): void {
    const {host, call} = this.#shell;
    // Not again by the last update of an element that has just gone.
    this.#keeper.follow(host.isConnected ? call.controller : undefined);
    const {status, userId} = call.state;
    host.status = status;
    if (this.#user === userId) return;
    this.#user = userId;
    void this.#readNotify(userId);
  }

  render(): TemplateResult | typeof nothing {
    const {call, words} = this.#shell;
    const {status, userId} = call.state;
    if (!userId) return nothing;
    const {dir} = words;
    const terms = partTerms('status', enStatus, words.language);
    const name = terms.names[status];
    return html`
      ${this.#menu.button({
        part: 'button',
        label: terms.statusIs(name),
        dir,
        content: html`
          <span class="status ${status}">${icon(STATUS_ICONS[status])}</span>
          <span class="name">${name}</span>
          <span class="arrow">${icon(arrow)}</span>
        `,
      })}
      ${this.#menu.list({
        label: terms.yourStatus,
        dir,
        itemPart: 'item',
        items: this.#items(status),
        choose: (key) => this.#choose(key),
      })}
    `;
  }

  #items(current: UserStatus): readonly MenuItem[] {
    const {names, meanings, ...terms} = partTerms('status', enStatus, this.#shell.words.language);
    const statuses = USER_STATUSES.map((status): MenuItem => ({
      key: status,
      label: names[status],
      note: (meanings as Partial<Record<UserStatus, string>>)[status],
      drawing: STATUS_ICONS[status],
      look: `status ${status}`,
      checked: status === current,
    }));
    const permission = notifyPermission();
    if (permission === 'never') return statuses;
    const isDenied = permission === 'denied';
    const notify: MenuItem = {
      key: NOTIFY,
      label: terms.notify,
      note: isDenied ? terms.notifyBlocked : undefined,
      disabled: isDenied,
      checked: permission === 'granted' && this.#notify,
      isAlone: true,
    };
    return [...statuses, notify];
  }

  #choose(key: string): void {
    const status = USER_STATUSES.find((one) => one === key);
    if (status) this.#keeper.say(status);
    else if (key === NOTIFY) void this.#switchNotify();
  }

  async #switchNotify(): Promise<void> {
    const {host, call} = this.#shell;
    const {userId} = call.state;
    const wasOn = notifyPermission() === 'granted' && this.#notify;
    const isOn = !wasOn && (await askToNotify()) === 'granted';
    // Who was asked and said no would have liked it a moment ago.
    this.#notify = isOn || !wasOn;
    host.requestUpdate();
    await createSettingsStore(userId).save({notify: this.#notify, notifyOffered: true});
  }

  async #readNotify(user: string): Promise<void> {
    const {notify} = await createSettingsStore(user).load();
    if (user !== this.#user) return;
    this.#notify = notify;
    this.#shell.host.requestUpdate();
  }
}
