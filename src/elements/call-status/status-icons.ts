import {svg} from 'lit';
import type {SVGTemplateResult} from 'lit';
import type {UserStatus} from '../../types/configuration.js';

const dot = (inside: SVGTemplateResult): SVGTemplateResult => svg`<circle cx="12" cy="12" r="8"></circle>${inside}`;
const sign = (d: string): SVGTemplateResult => svg`<path class="sign" d=${d}></path>`;

/** A shape for each, since not everybody tells them by colour. */
export const STATUS_ICONS: Readonly<Record<UserStatus, SVGTemplateResult>> = {
  available: dot(sign('M8.5 12.3l2.4 2.4 4.6-5')),
  away: dot(sign('M12 7.5V12l3 2')),
  busy: dot(svg``),
  'do-not-disturb': dot(sign('M8.2 12h7.6')),
  invisible: svg`<circle class="ring" cx="12" cy="12" r="6.75"></circle>`,
};
