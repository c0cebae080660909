import type {CSSResult, LitElement} from 'lit';
import type {deviceChoices} from './device-choices.js';
import {loadDeviceChoices} from './load-device-choices.js';

/** The popup in which devices are chosen: what is in it is fetched when it is first opened, and goes when it is closed. */
export class SettingsPopup {
  readonly #host: LitElement;
  readonly #adopt: (styles: readonly CSSResult[]) => void;
  #choices: typeof deviceChoices | undefined;

  constructor(host: LitElement, adopt: (styles: readonly CSSResult[]) => void) {
    this.#host = host;
    this.#adopt = adopt;
  }

  /** What renders its content; undefined while it is closed. */
  get choices(): typeof deviceChoices | undefined {
    return this.#choices;
  }

  /** The window is gone, and the popup with it. */
  forget(): void {
    this.#choices = undefined;
  }

  readonly toggled = async ({currentTarget}: Event): Promise<void> => {
    const popup = currentTarget as HTMLElement;
    const host = this.#host;
    const isOpen = (): boolean => popup.matches(':popover-open');
    const choices = isOpen() ? await loadDeviceChoices().catch(() => popup.hidePopover()) : undefined;
    if (choices) this.#adopt([choices.choicesStyles]);
    this.#choices = choices && isOpen() ? choices.deviceChoices : undefined;
    // Chromium gives the focus back in no shadow tree, and nobody does after a press beside everything.
    const {activeElement, body} = host.ownerDocument;
    const isLost = activeElement === body || popup.contains(host.renderRoot.querySelector(':focus'));
    if (!isOpen() && isLost) popup.parentElement?.querySelector<HTMLElement>('[popovertarget]')?.focus();
    host.requestUpdate();
  };
}
