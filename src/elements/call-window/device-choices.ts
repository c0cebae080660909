import {html, noChange, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {AsyncDirective, directive} from 'lit/async-directive.js';
import type {ChildPart} from 'lit/directive.js';
import type {CallTerms} from '../../localize/terms.js';
import type {CallControllerFace} from '../../types/controller.js';
import type {DeviceChoice, DeviceKind} from '../../types/media.js';

export {choicesStyles} from './device-choices.styles.js';

const GAP = 8;

/** Above its button, in the middle of it; the style sheet keeps it within the viewport. */
const place = (popup: HTMLElement): void => {
  const button = popup.previousElementSibling?.getBoundingClientRect();
  if (!button) return;
  popup.style.setProperty('--_x', `${button.x + button.width / 2}px`);
  popup.style.setProperty('--_y', `${window.innerHeight - button.y + GAP}px`);
};

const KINDS = ['mic', 'camera', 'speaker'] as const;

interface Model {
  readonly controller: CallControllerFace;
  readonly terms: CallTerms;
}

/** Microphone, camera and loudspeaker as they are plugged in now, each to be chosen where there are several. */
class DeviceChoices extends AsyncDirective {
  #model: Model | undefined;
  #popup: HTMLElement | undefined;
  #filled = false;

  override render(model: Model): typeof noChange {
    this.#model = model;
    if (this.isConnected) this.reconnected();
    return noChange;
  }

  override update({parentNode}: ChildPart, [model]: [Model]): typeof noChange {
    const popup = parentNode as HTMLElement;
    if (popup !== this.#popup) place(popup);
    this.#popup = popup;
    return this.render(model);
  }

  protected override disconnected(): void {
    navigator.mediaDevices?.removeEventListener('devicechange', this.#read);
  }

  /** Also after each change of the call: another device may be in use, or have a name at last. */
  protected override reconnected(): void {
    navigator.mediaDevices?.addEventListener('devicechange', this.#read);
    void this.#read();
  }

  readonly #read = async (): Promise<void> => {
    const model = this.#model;
    if (!model) return;
    const devices = await model.controller.devices();
    if (!this.isConnected) return;
    this.setValue(this.#fields(model, devices));
    // What the person picked and did not get is still shown by the browser.
    for (const select of this.#selects) select.value = devices.find(({kind, chosen}) => chosen && kind === select.name)?.id ?? '';
    if (!this.#filled) this.#selects[0]?.focus();
    this.#filled = true;
  };

  get #selects(): readonly HTMLSelectElement[] {
    return [...(this.#popup?.querySelectorAll('select') ?? [])];
  }

  #fields({controller, terms}: Model, devices: readonly DeviceChoice[]): unknown {
    const choose = async (kind: DeviceKind, {value}: HTMLSelectElement): Promise<void> => {
      await controller.choose(kind, value);
      await this.#read();
    };
    const field = (kind: DeviceKind): TemplateResult | typeof nothing => {
      const found = devices.filter((device) => device.kind === kind);
      if (found.length < 2) return nothing;
      const name = kind === 'ringer' ? 'Ringer' : terms.devices[kind];
      const change = ({target}: Event): void => void choose(kind, target as HTMLSelectElement);
      return html`
        <label>
          ${name}
          <select name=${kind} @change=${change}>
            ${found.map(({id, label}, index) => html`<option value=${id}>${label || `${name} ${index + 1}`}</option>`)}
          </select>
        </label>
      `;
    };
    const fields = KINDS.map(field);
    return fields.every((one) => one === nothing) ? html`<p>${terms.nothingToChoose}</p>` : fields;
  }
}

/** Put into the popup while it is open. */
export const deviceChoices = directive(DeviceChoices);
