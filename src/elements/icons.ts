import {svg, html} from 'lit';
import type {SVGTemplateResult, TemplateResult} from 'lit';

const line = (d: string): SVGTemplateResult => svg`<path class="line" d=${d}></path>`;
const shape = (d: string): SVGTemplateResult => svg`<path d=${d}></path>`;

const HANDSET =
  'M12 8.2c3.7 0 7 1.2 9.2 3.3.9.9 1 2.2.3 3.2l-.9 1.3c-.5.8-1.5 1-2.3.7l-2.2-.9c-.8-.3-1.2-1.1-1.1-1.9l.1-1.2a11 11 0 0 0-6.2 0l.1 1.2c.1.8-.3 1.6-1.1 1.9l-2.2.9c-.8.3-1.8.1-2.3-.7l-.9-1.3c-.7-1-.6-2.3.3-3.2C5 9.4 8.3 8.2 12 8.2z';
const MIC = 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M9 21h6';
const CAMERA =
  'M5 6.5h7.5a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM14.5 10.8l4.9-2.9a.7.7 0 0 1 1.1.6v7a.7.7 0 0 1-1.1.6l-4.9-2.9';
const SCREEN = 'M5 4.5h14a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM8.5 20.5h7';
const SLASH = 'M4 4l16 16';

/** Our own drawings on a grid of 24, in the colour of the text. */
const ICONS = {
  phone: svg`<g transform="rotate(-135 12 12)">${shape(HANDSET)}</g>`,
  'hang-up': shape(HANDSET),
  video: line(CAMERA),
  mic: line(MIC),
  'mic-off': line(MIC + SLASH),
  camera: line(CAMERA),
  'camera-off': line(CAMERA + SLASH),
  screen: line(`${SCREEN}M12 13.5V8M9.5 10.3 12 7.8l2.5 2.5`),
  'screen-off': line(`${SCREEN}M9.5 8.3l5 5M14.5 8.3l-5 5`),
  close: line('M6.5 6.5l11 11M17.5 6.5l-11 11'),
} as const;

export type IconName = keyof typeof ICONS;

/** A drawing beside or instead of words; the words are for everybody, so it is hidden from screen readers. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${ICONS[name]}</svg>`;
