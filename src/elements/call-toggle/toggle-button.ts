import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {errorTerms} from '../../localize/error-terms.js';
import type {CallTerms} from '../../localize/terms.js';
import {isLive} from '../../types/call-phase.js';
import type {CallState} from '../../types/call-state.js';
import {DEVICE_OF_TROUBLE} from '../../types/device-of-trouble.js';
import type {MediaKind} from '../../types/media.js';
import {camera, cameraOff, mic, micOff, screen, screenOff} from '../call-icons.js';
import {icon} from '../icons.js';

const whyNot = (terms: CallTerms, {trouble}: CallState, kind: MediaKind): string => {
  const known = trouble && DEVICE_OF_TROUBLE[trouble.code] === kind ? errorTerms(terms, trouble.code) : undefined;
  return known ? `${known.sentence} ${known.wayOut}` : terms.unavailable[kind];
};

const hintOf = (terms: CallTerms, state: CallState, kind: MediaKind): string => {
  const device = state.local[kind];
  if (device === 'pending') return terms.pending[kind];
  return device === 'unavailable' ? whyNot(terms, state, kind) : terms.devices[kind];
};

/** Microphone and camera as they are; of the screen, what a press would do. */
const DRAWINGS = {
  mic: {on: mic, off: micOff},
  camera: {on: camera, off: cameraOff},
  screen: {on: screenOff, off: screen},
} as const;

export interface ToggleButton {
  readonly kind: MediaKind;
  readonly state: CallState;
  readonly terms: CallTerms;
  readonly dir: 'ltr' | 'rtl';
  /** Its name among the parts. */
  readonly part: string;
  readonly label: TemplateResult;
  readonly press: () => void;
}

/**
 * A switch with a steady label: whether it is on is said by `aria-pressed`. It can be pressed while unavailable, to
 * try again once the device is plugged in or allowed.
 */
export const toggleButton = ({kind, state, terms, dir, part, label, press}: ToggleButton): TemplateResult => {
  const device = state.local[kind];
  const live = isLive(state.phase) && state.phase !== 'incoming';
  return html`
    <button
      part=${part}
      class="toggle ${kind} ${device}"
      dir=${dir}
      title=${hintOf(terms, state, kind)}
      aria-pressed=${device === 'on'}
      aria-busy=${device === 'pending'}
      ?disabled=${!live}
      @click=${press}
    >
      <span part="icon">${icon(DRAWINGS[kind][device === 'on' ? 'on' : 'off'])}</span>${label}
    </button>
  `;
};
