import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {RingingTerms} from '../../localize/parts/ringing.js';
import type {CallTerms} from '../../localize/terms.js';
import type {DeviceChoice, DeviceKind} from '../../types/media.js';
import {levelMeter} from './level-meter.js';

export interface DeviceFields {
  readonly devices: readonly DeviceChoice[];
  readonly terms: CallTerms;
  readonly ringing: RingingTerms;
  /** The microphone that is on. */
  readonly track: MediaStreamTrack | undefined;
  /** The last test made no sound. */
  readonly trouble: boolean;
  choose(kind: DeviceKind, id: string): void;
  test(kind: 'speaker' | 'ringer'): void;
}

/** A choice of one kind, or nothing where there is none. */
const choice = (kind: DeviceKind, name: string, {devices, terms, ringing, choose}: DeviceFields): TemplateResult | typeof nothing => {
  const found = devices.filter((device) => device.kind === kind);
  if (found.length < 2) return nothing;
  const change = ({target}: Event): void => choose(kind, (target as HTMLSelectElement).value);
  // Before the ringer's loudspeakers stands that it has none of its own.
  const nameless = (index: number): string => (kind === 'ringer' ? `${terms.devices.speaker} ${index}` : `${name} ${index + 1}`);
  const label = (own: string, id: string, index: number): string => (id ? own || nameless(index) : ringing.asForCalls);
  return html`
    <label>
      ${name}
      <select name=${kind} @change=${change}>
        ${found.map(({id, label: own}, index) => html`<option value=${id}>${label(own, id, index)}</option>`)}
      </select>
    </label>
  `;
};

/** What a person can choose, see and hear of their devices. */
export const deviceFields = (fields: DeviceFields): TemplateResult => {
  const {devices, terms, ringing, track, trouble, test} = fields;
  const names = terms.devices;
  const isChoice = devices.some(({kind}, index) => devices.findIndex((other) => other.kind === kind) !== index);
  const [mic, camera] = [choice('mic', names.mic, fields), choice('camera', names.camera, fields)];
  const meter = track ? levelMeter(track, ringing.micLevel) : html`<p class="calm">${ringing.micIsOff}</p>`;
  // Where there is nothing to choose, no name stands above the bar; those who hear the page know it from the bar itself.
  const name = mic === nothing && track ? html`<p class="name" aria-hidden="true">${ringing.micLevel}</p>` : mic;
  return html`
    ${isChoice ? nothing : html`<p class="calm">${terms.nothingToChoose}</p>`}
    <div class="field">${name} ${meter}</div>
    ${camera === nothing ? nothing : html`<div class="field">${camera}</div>`}
    <div class="field">
      ${choice('speaker', names.speaker, fields)}
      <button class="test" @click=${() => test('speaker')}>${ringing.testSpeaker}</button>
    </div>
    <div class="field">
      ${choice('ringer', ringing.ringer, fields)}
      <button class="test" @click=${() => test('ringer')}>${ringing.testRinger}</button>
    </div>
    <p class="calm" role="status">${trouble ? ringing.noSound : nothing}</p>
  `;
};
