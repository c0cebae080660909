import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {settings as settingsIcon} from '../call-icons.js';
import {icon} from '../icons.js';
import type {WindowModel} from './window-frame.js';

/** The button that opens the choice of devices, and the popup that it is in: empty, and not to be seen, until that has come. */
export const windowSettings = ({terms, choices, toggled}: WindowModel): TemplateResult => html`
  <button part="settings" class="toggle" popovertarget="settings" title=${terms.settings} aria-label=${terms.settings}>
    ${icon(settingsIcon)}
  </button>
  <div id="settings" class="choices" popover role="dialog" aria-label=${terms.settings} @toggle=${toggled}>${choices}</div>
`;
