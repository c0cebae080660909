import {noChange} from 'lit';
import {AsyncDirective, directive} from 'lit/async-directive.js';
import type {ChildPart} from 'lit/directive.js';
import {partTerms} from '../../localize/part-terms.js';
import {enRinging} from '../../localize/parts/ringing.js';
import type {CallTerms} from '../../localize/terms.js';
import {playTest} from '../../media/play-test.js';
import type {CallControllerFace} from '../../types/controller.js';
import type {DeviceChoice, DeviceKind} from '../../types/media.js';
import {deviceFields} from './device-fields.js';

export {choicesStyles} from './device-choices.styles.js';

const GAP = 8;

/** Above its button, in the middle of it; the style sheet keeps it within the viewport. */
const place = (popup: HTMLElement): void => {
  const button = popup.previousElementSibling?.getBoundingClientRect();
  if (!button) return;
  popup.style.setProperty('--_x', `${button.x + button.width / 2}px`);
  popup.style.setProperty('--_y', `${window.innerHeight - button.y + GAP}px`);
};

interface Model {
  readonly controller: CallControllerFace;
  readonly terms: CallTerms;
  readonly language: string;
}

/** Microphone, camera and loudspeaker as they are plugged in now, each to be chosen where there are several. */
class DeviceChoices extends AsyncDirective {
  #model: Model | undefined;
  #popup: HTMLElement | undefined;
  #filled = false;
  #trouble = false;
  #testing = new AbortController();

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
    this.#testing.abort();
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
    if (!this.#filled) this.#popup?.querySelector<HTMLElement>('select, button')?.focus();
    this.#filled = true;
  };

  get #selects(): readonly HTMLSelectElement[] {
    return [...(this.#popup?.querySelectorAll('select') ?? [])];
  }

  #fields({controller, terms, language}: Model, devices: readonly DeviceChoice[]): unknown {
    const choose = async (kind: DeviceKind, id: string): Promise<void> => {
      await controller.choose(kind, id);
      await this.#read();
    };
    return deviceFields({
      devices,
      terms,
      ringing: partTerms('ringing', enRinging, language),
      track: controller.streams.microphone,
      trouble: this.#trouble,
      choose: (kind, id) => void choose(kind, id),
      test: (kind) => void this.#test(kind, devices),
    });
  }

  /** The one before is cut off: two at once would be told apart by nobody. */
  async #test(kind: 'speaker' | 'ringer', devices: readonly DeviceChoice[]): Promise<void> {
    this.#testing.abort();
    this.#testing = new AbortController();
    const {signal} = this.#testing;
    const idOf = (wanted: DeviceKind): string => devices.find((device) => device.kind === wanted && device.chosen)?.id ?? '';
    const device = (kind === 'ringer' && idOf('ringer')) || idOf('speaker');
    const fails = await playTest({kind, device, signal}).then(() => false, () => true);
    if (signal.aborted || fails === this.#trouble) return;
    this.#trouble = fails;
    await this.#read();
  }
}

/** Put into the popup while it is open. */
export const deviceChoices = directive(DeviceChoices);
