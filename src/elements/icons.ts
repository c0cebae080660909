import {html, svg} from 'lit';
import type {SVGTemplateResult, TemplateResult} from 'lit';

/** A drawing of lines, on a grid of 24, in the colour of the text. All drawings are our own. */
export const line = (d: string): SVGTemplateResult => svg`<path class="line" d=${d}></path>`;

const HANDSET = svg`<path d="M12 8.2c3.7 0 7 1.2 9.2 3.3.9.9 1 2.2.3 3.2l-.9 1.3c-.5.8-1.5 1-2.3.7l-2.2-.9c-.8-.3-1.2-1.1-1.1-1.9l.1-1.2a11 11 0 0 0-6.2 0l.1 1.2c.1.8-.3 1.6-1.1 1.9l-2.2.9c-.8.3-1.8.1-2.3-.7l-.9-1.3c-.7-1-.6-2.3.3-3.2C5 9.4 8.3 8.2 12 8.2z"></path>`;

/** Shared with the switch of the camera. */
export const CAMERA =
  'M5 6.5h7.5a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM14.5 10.8l4.9-2.9a.7.7 0 0 1 1.1.6v7a.7.7 0 0 1-1.1.6l-4.9-2.9';

export const phone = svg`<g transform="rotate(-135 12 12)">${HANDSET}</g>`;
export const hangUp = HANDSET;
export const video = line(CAMERA);

/** A drawing beside or instead of words; the words are for everybody, so it is hidden from screen readers. */
export const icon = (drawing: SVGTemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawing}</svg>`;
